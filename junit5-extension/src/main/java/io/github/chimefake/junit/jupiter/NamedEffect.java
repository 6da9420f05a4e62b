package io.github.chimefake.junit.jupiter;

import io.github.chimefake.Experimental;

/**
 * The effects of {@link io.github.chimefake.faults.FaultEffects} that need no argument, for {@link InjectFault}.
 *
 * @since 0.1
 */
@Experimental
public enum NamedEffect {
    /** The request is lost before it reaches the service: the connection is reset. */
    LOST_REQUEST,
    /** The service processes the call, but the connection is closed before the response. */
    LOST_RESPONSE,
    /** The service processes the call, but the connection is reset instead of the response. */
    RESET_RESPONSE,
    /** The service processes the call, but the connection is closed in the middle of the body. */
    RESPONSE_CLOSED_HALF_WAY,
    /** The service processes the call, but the response has no body. */
    EMPTY_BODY,
    /** The service processes the call, but the JSON of the response ends half way. */
    TRUNCATED_BODY,
    /** The service processes the call, but the body of the response is no JSON. */
    MALFORMED_BODY,
    /** The credentials of the caller have expired from then on: {@code ExpiredTokenException}, 403. */
    EXPIRED_CREDENTIALS,
    /** The keys of the caller were replaced: {@code UnrecognizedClientException}, 403, for the old ones from then on. */
    ROTATED_CREDENTIALS
}
