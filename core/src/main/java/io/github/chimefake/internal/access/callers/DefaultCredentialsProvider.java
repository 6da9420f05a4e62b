package io.github.chimefake.internal.access.callers;

import io.github.chimefake.credentials.CallerCredentialsProvider;
import io.github.chimefake.internal.exchange.Caller;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** Serves the credentials of one caller from the list of a fake. */
final class DefaultCredentialsProvider implements CallerCredentialsProvider {
    private final Callers callers;
    private final Caller caller;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger refreshed = new AtomicInteger();

    DefaultCredentialsProvider(Callers callers, Caller caller) {
        this.callers = callers;
        this.caller = caller;
    }

    @Override
    public AwsCredentials resolveCredentials() {
        asked.incrementAndGet();
        Optional<Caller> fresh = callers.refresh(caller);
        if (fresh.isPresent()) {
            refreshed.incrementAndGet();
        }
        return fresh.orElseGet(() -> callers.require(caller)).credentials();
    }

    @Override
    public int timesRequested() {
        return asked.get();
    }

    @Override
    public int timesRefreshed() {
        return refreshed.get();
    }

    @Override
    public String toString() {
        return "credentials of " + caller.principalArn() + ", asked for " + asked + " times, refreshed " + refreshed
                + " times";
    }
}
