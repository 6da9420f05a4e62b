package io.github.chimefake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/**
 * The principal behind the access key that signed a request. IAM policies act on it; roles act on the {@link ChimeUser} in
 * {@code x-amz-chime-bearer}. A back end usually signs as one caller for all its users.
 *
 * <p>Immutable and thread-safe: a method that changes something registers the change with the fake and returns the changed caller.
 * It throws an {@link IllegalArgumentException} if the caller is no longer registered, for example after a reset, and an
 * {@link IllegalStateException} if the fake is closed. Rules, policies and assertions that name the caller before or after the change
 * apply to both. Two callers are equal if all values that this type returns are equal; {@link #isSameAs} compares only their identity.
 *
 * <pre>{@code
 * ChimeCaller backend = chime.caller("assumed-role/chat-backend").tag("tenant", "t1").expiresIn(ofMinutes(15));
 * }</pre>
 *
 * <p>Not to be implemented by users.
 *
 * @since 0.1
 */
public interface ChimeCaller {
    /** Returns the principal, for example {@code arn:aws:sts::111122223333:assumed-role/chat-backend/session}. */
    String principalArn();

    /**
     * Returns the ARN that policies are attached to: that of the user, or that of the role and not of its session, for example
     * {@code arn:aws:iam::111122223333:role/chat-backend}. Several callers may share it.
     */
    String identityArn();

    /**
     * Returns IAM's unique identifier of the user or role, for example {@code AIDACHIMEFAKE00000001}. It stays the same when the keys
     * change, and distinguishes callers of one principal.
     */
    String uniqueId();

    /** Returns the access key id. */
    String accessKeyId();

    /** Returns the principal's tags, those of its session included, sorted by key. */
    Map<String, String> tags();

    /** Returns the condition keys that were set for the caller's calls, with their values. */
    Map<String, List<String>> contextKeys();

    /** Returns when the credentials expire, by the fake's clock; empty if they do not. */
    Optional<Instant> expiration();

    /**
     * Returns credentials to build an AWS client with.
     *
     * @throws IllegalStateException if the access key is not registered with the fake, so that its secret is unknown
     */
    AwsCredentials credentials();

    /** Returns whether both are the same caller, even if their keys, tags or sessions differ. */
    boolean isSameAs(ChimeCaller other);

    /**
     * Tags the principal, or its session: {@code aws:PrincipalTag/KEY} in policies. Replaces a tag with the same key.
     *
     * @throws IllegalStateException if no fake created this caller
     */
    ChimeCaller tag(String key, String value);

    /**
     * Names the session of an assumed role, the last part of the principal's ARN.
     *
     * @throws IllegalStateException if no fake created this caller, or if it has not assumed a role
     */
    ChimeCaller sessionName(String name);

    /**
     * Sets the source address of the caller's calls for policies, the {@link #contextKey} {@code aws:SourceIp}.
     *
     * @param address for example {@code 203.0.113.7}
     * @throws IllegalStateException if no fake created this caller
     */
    ChimeCaller sourceIp(String address);

    /**
     * Sets a condition key of the caller's calls for policies: one that AWS would add, such as
     * {@code cognito-identity.amazonaws.com:sub} or {@code aws:PrincipalOrgID}, or another value of one that the fake sets. Keys that
     * depend on it change with it, unless they are set as well: for example, {@code aws:CalledVia} makes {@code aws:ViaAWSService} true.
     * {@code docs/condition-keys.md} lists all keys.
     *
     * @param key in any case; setting a key again replaces its values
     * @param values none for a key that is absent
     * @throws IllegalStateException if no fake created this caller
     */
    ChimeCaller contextKey(String key, String... values);

    /**
     * Gives the caller temporary credentials. Once the fake's clock has advanced by the lifetime, its calls get an
     * {@code ExpiredTokenException} 403; so do calls of clients that have its earlier long-term keys.
     *
     * @param lifetime by the fake's clock; positive
     * @throws IllegalArgumentException if the lifetime is not positive. To expire credentials immediately, use
     *     {@link io.github.chimefake.credentials.Credentials#expireNow(ChimeCaller)}
     * @throws IllegalStateException if no fake created this caller
     */
    ChimeCaller expiresIn(Duration lifetime);

    /** Returns the principal and the access key id, never the secret. */
    @Override
    String toString();
}
