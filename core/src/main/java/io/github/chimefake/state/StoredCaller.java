package io.github.chimefake.state;

import io.github.chimefake.Experimental;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A registered caller in a {@link ChimeState}, without its secret access key and session token. Immutable; compared by value. Not to be
 * implemented by users.
 *
 * @since 0.1
 */
@Experimental
public interface StoredCaller {
    /** Returns IAM's unique identifier. */
    String uniqueId();

    /** Returns the ARN of the principal, with its session. */
    String principalArn();

    /** Returns the tags, sorted by key. */
    Map<String, String> tags();

    /** Returns the condition keys that were set for the caller's calls, with their values, sorted by key. */
    Map<String, List<String>> contextKeys();

    /** Returns kind and name of the policies that apply to the caller, for example {@code permissions boundary "limits"}, sorted. */
    List<String> policies();

    /** Returns all access keys that were issued to it, in the order in which they were issued. The last one is current. */
    List<StoredAccessKey> accessKeys();

    /** Returns the ARN of the principal. */
    @Override
    String toString();

    /**
     * An access key, without its secret. Immutable; compared by value.
     *
     * @since 0.1
     */
    @Experimental
    interface StoredAccessKey {
        /** Returns the access key id. */
        String id();

        /** Returns whether it is accepted. */
        AccessKeyStatus status();

        /** Returns when it was issued, if it is temporary; empty if it is a long-term key. */
        Optional<Instant> issued();

        /** Returns when it expires, by the fake's clock; empty if it does not by itself. */
        Optional<Instant> expiration();
    }

    /**
     * The status of an access key.
     *
     * @since 0.1
     */
    @Experimental
    enum AccessKeyStatus {
        /** It is accepted until its expiration, if it has one. */
        VALID,
        /** The test expired it. */
        EXPIRED,
        /** The test revoked it. */
        REVOKED,
        /** It was replaced by another key of the caller. */
        REPLACED
    }
}
