package io.github.chimefake.internal.faults.effects;

import io.github.chimefake.ChimeError;
import io.github.chimefake.faults.FaultEffect;
import io.github.chimefake.faults.ResponseBody;
import io.github.chimefake.journal.RecordedCall.ConnectionFault;
import java.time.Duration;
import software.amazon.awssdk.awscore.AwsResponse;

/** Creates the effects that the public class {@code FaultEffects} lists. */
public final class Effects {
    private Effects() {}

    public static FaultEffect error(ChimeError error, String message) {
        return new Failure(error, message);
    }

    public static FaultEffect throttledWithRetryAfter(Duration retryAfter) {
        Duration valid = Durations.requireNotNegative("throttledWithRetryAfter", retryAfter);
        return throttled("Retry-After", valid.plusNanos(999_999_999).toSeconds());
    }

    public static FaultEffect throttledWithAmzRetryAfter(Duration retryAfter) {
        Duration valid = Durations.requireNotNegative("throttledWithAmzRetryAfter", retryAfter);
        return throttled("x-amz-retry-after", valid.plusNanos(999_999).toMillis());
    }

    private static FaultEffect throttled(String header, long value) {
        ChimeError error = ChimeError.THROTTLED_CLIENT;
        return new WithHeader(new Failure(error, error.defaultMessage()), header, String.valueOf(value));
    }

    public static FaultEffect response(AwsResponse response) {
        return new OwnResponse(response);
    }

    public static FaultEffect response(int status, ResponseBody body) {
        return new OtherResponse(status, body);
    }

    public static FaultEffect delay(Duration shortest, Duration longest) {
        return new Delay(shortest, longest);
    }

    public static FaultEffect lostRequest() {
        return new LostRequest();
    }

    public static FaultEffect lostResponse() {
        return new ResponseNotSent(ConnectionFault.CLOSE);
    }

    public static FaultEffect resetResponse() {
        return new ResponseNotSent(ConnectionFault.RESET);
    }

    public static FaultEffect responseClosedHalfWay() {
        return BrokenBody.CLOSED_HALF_WAY;
    }

    public static FaultEffect emptyBody() {
        return BrokenBody.EMPTY;
    }

    public static FaultEffect truncatedBody() {
        return BrokenBody.TRUNCATED;
    }

    public static FaultEffect malformedBody() {
        return BrokenBody.MALFORMED;
    }

    public static FaultEffect contentType(String contentType) {
        return new ContentType(contentType);
    }

    public static FaultEffect slowBody(Duration duration) {
        return new SlowBody(duration);
    }

    public static FaultEffect expiredCredentials() {
        return CredentialsEffect.EXPIRED;
    }

    public static FaultEffect rotatedCredentials() {
        return CredentialsEffect.ROTATED;
    }

    public static FaultEffect staleRead(int writes) {
        return new MissedWrites(writes);
    }

    public static FaultEffect passes() {
        return new Passes();
    }
}
