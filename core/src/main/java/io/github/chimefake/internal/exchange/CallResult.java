package io.github.chimefake.internal.exchange;

import io.github.chimefake.journal.RecordedCall.ConnectionFault;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsResponse;

/**
 * What a call is answered with, before it is put into bytes.
 *
 * @param outcome success or refusal
 * @param delay how long the answer is held back
 * @param connectionFault what happens to the connection instead of the answer
 * @param softDenial the refusal that the call was spared, because policies are not enforced
 * @param authorization why rules and policies let the call pass, put into words when asked for; empty if it did not get so far
 */
public record CallResult(
        Outcome outcome,
        Duration delay,
        Optional<ConnectionFault> connectionFault,
        Optional<ServiceError> softDenial,
        Optional<Supplier<String>> authorization) {
    /** An answer that is sent at once, over a healthy connection. */
    public CallResult(Outcome outcome) {
        this(outcome, Duration.ZERO, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** How a call ended. */
    public sealed interface Outcome {}

    /** The call was carried out. */
    public record Success(AwsResponse response) implements Outcome {}

    /** The call was refused. */
    public record Refused(ServiceError serviceError) implements Outcome {}

    /** The call was carried out. */
    public static CallResult success(AwsResponse response) {
        return new CallResult(new Success(response));
    }

    /** The call was refused. */
    public static CallResult refused(ServiceError serviceError) {
        return new CallResult(new Refused(serviceError));
    }

    /** This answer, held back for so long in addition. */
    public CallResult delayedBy(Duration further) {
        return new CallResult(outcome, delay.plus(further), connectionFault, softDenial, authorization);
    }

    /** This answer lost: the connection fails so instead. */
    public CallResult brokenBy(ConnectionFault fault) {
        return new CallResult(outcome, delay, Optional.of(fault), softDenial, authorization);
    }

    /** This answer to a call that was spared the refusal. */
    public CallResult despite(ServiceError denial) {
        return new CallResult(outcome, delay, connectionFault, Optional.of(denial), authorization);
    }

    /** This answer to a call that rules and policies let pass for this reason. */
    public CallResult authorizedBy(Supplier<String> reason) {
        return new CallResult(outcome, delay, connectionFault, softDenial, Optional.of(reason));
    }
}
