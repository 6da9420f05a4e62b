package io.github.chimefake;

/**
 * The part of the fake that decided on an error response. The order is that in which a request meets them; {@code docs/fidelity/requests.md}
 * has the evidence for it.
 *
 * @since 0.1
 */
@Experimental
public enum Layer {
    /**
     * The endpoint: no operation has the method and path of the request, the request cannot be read or is one of an earlier test, or code
     * of the test, such as a predicate, has thrown an exception.
     */
    ENDPOINT,
    /** A fault of the test, registered with {@code chime.faults()}. */
    FAULT,
    /** The credentials and the signature of the request. */
    CREDENTIALS,
    /** A permission rule of the test. */
    PERMISSION_RULE,
    /** The IAM policies of the caller. */
    IAM_POLICY,
    /** The rate limits of the service. */
    RATE_LIMIT,
    /** The constraints on the members of the request, wherever they are checked. */
    VALIDATION,
    /** The user in {@code x-amz-chime-bearer}. */
    BEARER,
    /** The role of the bearer in the channel or app instance, and what else the bearer may not do there. */
    ROLE,
    /** The state of the service: what exists, quotas and conflicts. */
    STATE
}
