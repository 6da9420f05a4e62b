package io.github.chimefake.internal.access.callers;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.chimefake.ChimeCaller;
import io.github.chimefake.credentials.CallerCredentialsProvider;
import io.github.chimefake.credentials.Credentials;
import io.github.chimefake.internal.access.callers.CallerKeys.KeyStatus;
import io.github.chimefake.internal.exchange.Caller;

/** Changes the credentials of the callers of a fake. */
public final class DefaultCredentials implements Credentials {
    private final Callers callers;
    private final ChimeCaller defaultCaller;

    /**
     * Creates the entry point for the credentials of these callers.
     *
     * @param defaultCaller the caller that {@link #expireNow()} applies to
     */
    public DefaultCredentials(Callers callers, ChimeCaller defaultCaller) {
        this.callers = callers;
        this.defaultCaller = defaultCaller;
    }

    @Override
    public void expireNow() {
        expireNow(defaultCaller);
    }

    @Override
    public void expireNow(ChimeCaller caller) {
        callers.expire(Caller.of(caller));
    }

    @Override
    public void revoke(ChimeCaller caller) {
        callers.mark(Caller.of(caller), KeyStatus.REVOKED);
    }

    @CanIgnoreReturnValue
    @Override
    public ChimeCaller rotate(ChimeCaller caller) {
        return callers.rotate(Caller.of(caller));
    }

    @Override
    public CallerCredentialsProvider provider(ChimeCaller caller) {
        return new DefaultCredentialsProvider(callers, callers.require(Caller.of(caller)));
    }

    @Override
    public void knownKeysOnly(boolean knownKeysOnly) {
        callers.requireRegistered(knownKeysOnly);
    }

    @Override
    public void acceptWebIdentity(String token, String role) {
        callers.acceptWebIdentity(token, role);
    }
}
