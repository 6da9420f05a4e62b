package io.github.chimefake.access;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.chimefake.access.CallerKeys.KeyStatus;
import io.github.chimefake.call.ChimeCaller;

/**
 * The door to the credentials of callers: lets them run out, revokes and replaces them in the middle of a test. A reset makes
 * those of the baseline valid again.
 *
 * <pre>{@code
 * chime.credentials().expireNow();                       // ExpiredTokenException, 403, from the next call on
 * ChimeCaller renewed = chime.credentials().rotate(backend);
 * }</pre>
 *
 * <p>No SDK models these errors: in Java they come as a bare {@code ChimeSdkMessagingException}, and
 * {@code awsErrorDetails().errorCode()} says which.
 */
public final class Credentials {
    private final Callers callers;
    private final ChimeCaller ofReadyClients;

    /**
     * The credentials of these callers.
     *
     * @param ofReadyClients whose {@link #expireNow()} means
     */
    public Credentials(Callers callers, ChimeCaller ofReadyClients) {
        this.callers = callers;
        this.ofReadyClients = ofReadyClients;
    }

    /**
     * The credentials of the ready clients ({@code chime.client()} and its twins, those that JUnit injects) have run out:
     * {@code ExpiredTokenException} 403 from the next call on.
     */
    public void expireNow() {
        expireNow(ofReadyClients);
    }

    /**
     * The caller's credentials have run out: {@code ExpiredTokenException} 403 from the next call on.
     *
     * @throws IllegalArgumentException if the caller is not registered with this fake
     */
    public void expireNow(ChimeCaller caller) {
        callers.mark(caller, KeyStatus.EXPIRED);
    }

    /**
     * The caller's credentials are no longer valid: {@code UnrecognizedClientException} 403 from the next call on.
     *
     * @throws IllegalArgumentException if the caller is not registered with this fake
     */
    public void revoke(ChimeCaller caller) {
        callers.mark(caller, KeyStatus.REVOKED);
    }

    /**
     * Gives the caller other keys, of the same kind and lifetime. Those that it had are no longer valid: calls signed with
     * them are answered with {@code UnrecognizedClientException} 403, as with keys that were deleted. Rules and policies of
     * the caller stay.
     *
     * @return the caller with its new keys
     * @throws IllegalArgumentException if the caller is not registered with this fake
     */
    @CanIgnoreReturnValue
    public ChimeCaller rotate(ChimeCaller caller) {
        return callers.rotate(caller);
    }

    /**
     * A provider to build AWS clients with: serves the keys that the caller has at the moment, and fresh ones once those
     * expired. It counts how often it was asked.
     *
     * @throws IllegalArgumentException if the caller is not registered with this fake
     */
    public CallerCredentialsProvider provider(ChimeCaller caller) {
        return new CallerCredentialsProvider(callers, callers.require(caller));
    }

    /** From now on an access key that the fake did not give out is answered with {@code UnrecognizedClientException} 403. */
    public void requireRegistered() {
        callers.requireRegistered(true);
    }

    /** Any access key will do, as it does until {@link #requireRegistered}; the signature of an unknown one is not verified. */
    public void acceptUnregistered() {
        callers.requireRegistered(false);
    }
}
