package io.github.chimefake.access;

import io.github.chimefake.call.ChimeCaller;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * Serves the credentials of one caller, fresh ones after they expired, and counts: so a test can prove that code which meets
 * an {@code ExpiredTokenException} asks for credentials again, and only once.
 *
 * <pre>{@code
 * CallerCredentialsProvider provider = chime.credentials().provider(backend);
 * TokenVendor vendor = new TokenVendor(provider::resolveCredentials); // code under test, which keeps what it got
 * chime.credentials().expireNow(backend);
 * chat.post("hello");
 * assertThat(provider.timesRefreshed()).isOne();
 * }</pre>
 *
 * <p>An AWS client asks its provider for every call, and so never meets the expiry by itself; what keeps credentials does.
 * Revoked credentials are served on, as no provider knows of that.
 */
public final class CallerCredentialsProvider implements AwsCredentialsProvider {
    private final Callers callers;
    private final ChimeCaller caller;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger refreshed = new AtomicInteger();

    CallerCredentialsProvider(Callers callers, ChimeCaller caller) {
        this.callers = callers;
        this.caller = caller;
    }

    /**
     * The credentials that the caller has, or fresh ones if those expired.
     *
     * @throws IllegalArgumentException if the fake was reset to a time at which there was no such caller
     */
    @Override
    public AwsCredentials resolveCredentials() {
        asked.incrementAndGet();
        Optional<ChimeCaller> fresh = callers.refresh(caller);
        if (fresh.isPresent()) {
            refreshed.incrementAndGet();
        }
        return fresh.orElseGet(() -> callers.require(caller)).credentials();
    }

    /** How often credentials were asked for. */
    public int timesAsked() {
        return asked.get();
    }

    /** How often those that were served had expired, so that fresh ones were made. */
    public int timesRefreshed() {
        return refreshed.get();
    }

    @Override
    public String toString() {
        return "credentials of " + caller.principalArn() + ", asked for " + asked + " times, refreshed " + refreshed
                + " times";
    }
}
