package io.github.chimefake.faults;

import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.ChimeError;
import io.github.chimefake.Experimental;
import io.github.chimefake.internal.faults.effects.Effects;
import java.time.Duration;
import software.amazon.awssdk.awscore.AwsResponse;

/**
 * The effects of faults, for static import. {@link FaultSelection#inject} registers one, {@link FaultSelection#eachCall} a sequence:
 *
 * <pre>{@code
 * chime.faults().on(SEND_CHANNEL_MESSAGE).once().inject(truncatedBody());
 * chime.faults().on(LIST_CHANNELS).eachCall(error(THROTTLED_CLIENT), lostResponse(), passes());
 * }</pre>
 *
 * @since 0.1
 */
@CheckReturnValue
public final class FaultEffects {
    private FaultEffects() {}

    /** Returns the effect of {@link FaultSelection#fail(ChimeError)}. The state is unchanged. */
    public static FaultEffect error(ChimeError error) {
        return error(error, error.defaultMessage());
    }

    /** Returns the effect of {@link FaultSelection#fail(ChimeError, String)}. The state is unchanged. */
    public static FaultEffect error(ChimeError error, String message) {
        return Effects.error(error, message);
    }

    /**
     * Returns the effect that calls are throttled, and the response says in the header {@code Retry-After} when to retry. The state is
     * unchanged.
     *
     * @param retryAfter is rounded up to whole seconds; not negative
     * @throws IllegalArgumentException if it is negative
     */
    public static FaultEffect throttledWithRetryAfter(Duration retryAfter) {
        return Effects.throttledWithRetryAfter(retryAfter);
    }

    /**
     * Returns the effect that calls are throttled, and the response says in the header {@code x-amz-retry-after} when to retry. The state
     * is unchanged.
     *
     * @param retryAfter is rounded up to whole milliseconds; not negative
     * @throws IllegalArgumentException if it is negative
     */
    public static FaultEffect throttledWithAmzRetryAfter(Duration retryAfter) {
        return Effects.throttledWithAmzRetryAfter(retryAfter);
    }

    /** Returns the effect of {@link FaultSelection#respond(AwsResponse)}. The state is unchanged. */
    public static FaultEffect response(AwsResponse response) {
        return Effects.response(response);
    }

    /**
     * Returns the effect of {@link FaultSelection#respond(int, ResponseBody)}. The state is unchanged.
     *
     * @throws IllegalArgumentException if the status is not from 200 to 599
     */
    public static FaultEffect response(int status, ResponseBody body) {
        return Effects.response(status, body);
    }

    /**
     * Returns the effect of {@link FaultSelection#delay(Duration)}. The state changes before the delay.
     *
     * @throws IllegalArgumentException if the duration is not from 1 ms to 24 hours
     */
    public static FaultEffect delay(Duration duration) {
        return Effects.delay(duration, duration);
    }

    /**
     * Returns the effect of {@link FaultSelection#delay(Duration, Duration)}. The state changes before the delay.
     *
     * @throws IllegalArgumentException if a duration is not from 1 ms to 24 hours, or the first is the longer one
     */
    public static FaultEffect delay(Duration shortest, Duration longest) {
        return Effects.delay(shortest, longest);
    }

    /** Returns the effect of {@link FaultSelection#loseRequest()}. The state is unchanged. */
    public static FaultEffect lostRequest() {
        return Effects.lostRequest();
    }

    /** Returns the effect of {@link FaultSelection#loseResponse()}. The state changes. */
    public static FaultEffect lostResponse() {
        return Effects.lostResponse();
    }

    /** Returns the effect that the connection is reset instead of sending the response. The state changes. */
    public static FaultEffect resetResponse() {
        return Effects.resetResponse();
    }

    /** Returns the effect that the connection is closed when half of the response's body was sent. The state changes. */
    public static FaultEffect responseClosedHalfWay() {
        return Effects.responseClosedHalfWay();
    }

    /** Returns the effect that the response has no body, with its status and headers. The state changes. Not for responses without a body. */
    public static FaultEffect emptyBody() {
        return Effects.emptyBody();
    }

    /**
     * Returns the effect that the body is only the first half of the JSON, and the HTTP response is complete. The state changes. A response
     * without a body stays as it is.
     */
    public static FaultEffect truncatedBody() {
        return Effects.truncatedBody();
    }

    /** Returns the effect that the body is as long as it was, but not JSON. The state changes. A response without a body stays as it is. */
    public static FaultEffect malformedBody() {
        return Effects.malformedBody();
    }

    /**
     * Returns the effect that the response has this content type, with its body as it is. The state changes.
     *
     * @throws IllegalArgumentException if it has characters that a header cannot have
     */
    public static FaultEffect contentType(String contentType) {
        return Effects.contentType(contentType);
    }

    /**
     * Returns the effect that the body is sent in up to ten parts, the last one after this duration. The state changes. At most 64 such
     * responses are sent at once; further ones, and delayed responses, wait for them. When the fake is closed or goes offline, a body ends
     * where it is. A reset lets it go on.
     *
     * @param duration from 10 ms to 24 hours; rounded down to multiples of 10 ms
     * @throws IllegalArgumentException if the duration is out of range
     */
    public static FaultEffect slowBody(Duration duration) {
        return Effects.slowBody(duration);
    }

    /**
     * Returns the effect that the credentials of the caller expire before the call is processed: it and all later calls of the caller are
     * denied with {@code ExpiredTokenException} 403, until it has new ones. The state is unchanged. If the code under test renews
     * credentials within a call, limit the fault to {@code attempts(1)}. A caller that is not registered with the fake has no credentials
     * that could expire: its calls get {@code ServiceFailureException} 500, with the reason in the journal.
     */
    public static FaultEffect expiredCredentials() {
        return Effects.expiredCredentials();
    }

    /**
     * Returns the effect that the caller gets other keys before the call is processed: it and all later calls with the old ones are denied,
     * as {@code chime.credentials().rotate(caller)} says. The state is unchanged. As with {@link #expiredCredentials()}, the caller must
     * be registered.
     */
    public static FaultEffect rotatedCredentials() {
        return Effects.rotatedCredentials();
    }

    /** Returns the effect that a read does not see the last write, as {@link #staleRead(int)} does. */
    @Experimental
    public static FaultEffect staleRead() {
        return staleRead(1);
    }

    /**
     * Returns the effect that a read does not see the last writes, of any client. It sees one consistent earlier state, also where it
     * checks the role of the bearer:
     *
     * <pre>{@code
     * chime.faults().on(LIST_CHANNEL_MEMBERSHIPS).by(bob).nthCall(2).inject(staleRead());
     * }</pre>
     *
     * <p>A write is a request that has changed the state, before or after the fault was registered. Fixtures
     * ({@code chime.channel(…).create()}) and resets are visible at once, together with all that was written before them. If there were
     * fewer writes since, the read misses all of these. It takes precedence over {@code chime.consistency()}, which lets reads be stale for
     * a time or after each write. Without {@code on(…)}, it selects reads only; if {@code on(…)} selects another operation, it cannot be
     * registered. Reads of messaging always see the current users, earlier tags apart.
     *
     * @param writes how many, from 1 to 100
     * @throws IllegalArgumentException if the number is out of range
     */
    @Experimental
    public static FaultEffect staleRead(int writes) {
        return Effects.staleRead(writes);
    }

    /** Returns the effect that nothing happens to the call, for a place in a sequence. */
    public static FaultEffect passes() {
        return Effects.passes();
    }
}
