package io.github.chimefake.credentials;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.chimefake.ChimeCaller;
import io.github.chimefake.Experimental;

/**
 * Entry point for the credentials of callers: expires, revokes and replaces them. A reset makes those of the baseline valid
 * again.
 *
 * <pre>{@code
 * chime.credentials().expireNow();                       // ExpiredTokenException 403 from the next call on
 * ChimeCaller renewed = chime.credentials().rotate(backend);
 * }</pre>
 *
 * <p>No SDK models these errors: in Java they arrive as a plain {@code ChimeSdkMessagingException}, and
 * {@code awsErrorDetails().errorCode()} distinguishes them.
 *
 * <p>Thread-safe.
 *
 * @since 0.1
 */
public interface Credentials {
    /**
     * Expires the credentials of {@code chime.caller()}, which signs the requests of the ready clients: {@code ExpiredTokenException}
     * 403 from the next call on.
     *
     * @throws IllegalStateException if the fake is closed
     */
    void expireNow();

    /**
     * Expires the caller's credentials: {@code ExpiredTokenException} 403 from the next call on.
     *
     * @throws IllegalArgumentException if the caller is not registered with this fake
     * @throws IllegalStateException if the fake is closed
     */
    void expireNow(ChimeCaller caller);

    /**
     * Revokes the caller's credentials: {@code UnrecognizedClientException} 403 from the next call on.
     *
     * @throws IllegalArgumentException if the caller is not registered with this fake
     * @throws IllegalStateException if the fake is closed
     */
    void revoke(ChimeCaller caller);

    /**
     * Replaces the caller's keys by new ones of the same kind and lifetime. Its earlier keys are no longer valid: calls signed with them
     * get an {@code UnrecognizedClientException} 403, as with keys that were deleted. Rules and policies of the caller stay.
     *
     * @return the caller with its new keys
     * @throws IllegalArgumentException if the caller is not registered with this fake
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    ChimeCaller rotate(ChimeCaller caller);

    /**
     * Returns a provider to build AWS clients with. It returns the caller's current keys, or new ones after those have expired, and
     * counts requests.
     *
     * @throws IllegalArgumentException if the caller is not registered with this fake
     */
    CallerCredentialsProvider provider(ChimeCaller caller);

    /**
     * Sets whether calls with an access key that is not registered with the fake get an {@code UnrecognizedClientException} 403. By
     * default any access key is accepted, and the signature of an unknown one is not verified.
     *
     * @throws IllegalStateException if the fake is closed
     */
    void knownKeysOnly(boolean knownKeysOnly);

    /**
     * Registers a token that code exchanges for credentials of a role, with {@code AssumeRoleWithWebIdentity} of STS at the endpoint of the fake: for
     * pods and browsers that have a token of an identity provider. The fake does not read the token. A token may be accepted
     * for several roles. A reset forgets those that are not in the baseline.
     *
     * <pre>{@code
     * chime.credentials().acceptWebIdentity("token-of-the-pod", "role/chat-backend");
     * }</pre>
     *
     * @param token as the code sends it
     * @param role the ARN of a role, or {@code role/NAME} in the fake's account
     * @throws IllegalArgumentException if the token is blank, or the role is not a role
     * @throws IllegalStateException if the fake is closed
     */
    @Experimental
    void acceptWebIdentity(String token, String role);
}
