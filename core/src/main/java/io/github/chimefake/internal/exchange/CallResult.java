package io.github.chimefake.internal.exchange;

import io.github.chimefake.journal.RecordedCall.ConnectionFault;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsResponse;

/**
 * The response to a call before it is encoded.
 *
 * @param outcome success or failure
 * @param delay how long the response is delayed
 * @param connectionFault the connection failure that replaces the response
 * @param auditModeDenial the error response that the call would have received if policies were enforced
 * @param note what a person should know about a response that is not an error
 * @param authorization why rules and policies allowed the call, formatted on demand; empty if they were not evaluated
 */
public record CallResult(
        Outcome outcome,
        Duration delay,
        Optional<ConnectionFault> connectionFault,
        Optional<ServiceError> auditModeDenial,
        Optional<String> note,
        Optional<Supplier<String>> authorization) {
    /** Creates a result that is sent immediately, without a connection failure. */
    public CallResult(Outcome outcome) {
        this(outcome, Duration.ZERO, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** How a call ended. */
    public sealed interface Outcome {}

    /** The operation succeeded. */
    public record Success(AwsResponse response) implements Outcome {}

    /** The call failed with an error response. */
    public record Failure(ServiceError serviceError) implements Outcome {}

    /**
     * The request was lost before it reached the service.
     *
     * @param serviceError what the journal says about it; never sent
     */
    public record RequestLost(ServiceError serviceError) implements Outcome {}

    /** Returns the result of an operation that succeeded. */
    public static CallResult success(AwsResponse response) {
        return new CallResult(new Success(response));
    }

    /** Returns the result of a call that failed. */
    public static CallResult failure(ServiceError serviceError) {
        return new CallResult(new Failure(serviceError));
    }

    /** Returns this result, delayed by a further duration. */
    public CallResult delayedBy(Duration further) {
        return new CallResult(outcome, delay.plus(further), connectionFault, auditModeDenial, note, authorization);
    }

    /** Returns this result with a connection failure in place of the response. */
    public CallResult withConnectionFault(ConnectionFault fault) {
        return new CallResult(outcome, delay, Optional.of(fault), auditModeDenial, note, authorization);
    }

    /** Returns this result, marked with the denial that was not enforced. */
    public CallResult withAuditModeDenial(ServiceError denial) {
        return new CallResult(outcome, delay, connectionFault, Optional.of(denial), note, authorization);
    }

    /** Returns this result with a note. */
    public CallResult withNote(String text) {
        return new CallResult(outcome, delay, connectionFault, auditModeDenial, Optional.of(text), authorization);
    }

    /** Returns this result with the reason why rules and policies allowed the call. */
    public CallResult authorizedBy(Supplier<String> reason) {
        return new CallResult(outcome, delay, connectionFault, auditModeDenial, note, Optional.of(reason));
    }
}
