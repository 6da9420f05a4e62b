package io.github.chimefake.internal.access.callers;

import io.github.chimefake.credentials.CallerCredentialsProvider;
import io.github.chimefake.internal.exchange.Caller;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** Provides the credentials of a caller, and refreshes them when they have expired. */
final class DefaultCredentialsProvider implements CallerCredentialsProvider {
    private final Callers callers;
    private final Caller caller;
    private final AtomicInteger requested = new AtomicInteger();
    private final AtomicInteger refreshed = new AtomicInteger();

    DefaultCredentialsProvider(Callers callers, Caller caller) {
        this.callers = callers;
        this.caller = caller;
    }

    @Override
    public AwsCredentials resolveCredentials() {
        requested.incrementAndGet();
        Optional<Caller> renewed = callers.refresh(caller);
        if (renewed.isPresent()) {
            refreshed.incrementAndGet();
        }
        return renewed.orElseGet(() -> callers.require(caller)).credentials();
    }

    @Override
    public int timesRequested() {
        return requested.get();
    }

    @Override
    public int timesRefreshed() {
        return refreshed.get();
    }

    @Override
    public String toString() {
        return "credentials of " + caller.principalArn() + ", asked for " + requested + " times, refreshed " + refreshed
                + " times";
    }
}
