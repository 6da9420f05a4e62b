package io.github.chimefake.internal.exchange;

import io.github.chimefake.journal.RecordedCall.ConnectionFault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
 * @param changes what faults change in the encoded response, in this order
 * @param faults the faults that applied to the call, in the order of registration
 */
public record CallResult(
        Outcome outcome,
        Duration delay,
        Optional<ConnectionFault> connectionFault,
        Optional<ServiceError> auditModeDenial,
        Optional<String> note,
        Optional<Supplier<String>> authorization,
        List<ResponseChange> changes,
        List<AppliedFault> faults) {
    public CallResult {
        changes = List.copyOf(changes);
        faults = List.copyOf(faults);
    }

    /** Creates a result that is sent immediately, without a connection failure. */
    public CallResult(Outcome outcome) {
        this(
                outcome,
                Duration.ZERO,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
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

    /**
     * A fault responded instead of the service, for example as a proxy does.
     *
     * @param response the HTTP response
     */
    public record Replaced(HttpResponse response) implements Outcome {}

    /**
     * STS responded.
     *
     * @param response the HTTP response, which may contain credentials
     * @param action the action as received; empty if it could not be read
     * @param caller the caller whose key signed the request, or claims to; empty if the request needs no signature
     * @param errorCode the error code of the response; empty if the action succeeded
     */
    public record OfSts(
            HttpResponse response, Optional<String> action, Optional<Caller> caller, Optional<String> errorCode)
            implements Outcome {}

    /** Returns the result of an operation that succeeded. */
    public static CallResult success(AwsResponse response) {
        return new CallResult(new Success(response));
    }

    /** Returns the result of a call that failed. */
    public static CallResult failure(ServiceError serviceError) {
        return new CallResult(new Failure(serviceError));
    }

    /** Returns this result with another outcome. */
    public CallResult withOutcome(Outcome other) {
        return new CallResult(other, delay, connectionFault, auditModeDenial, note, authorization, changes, faults);
    }

    /** Returns this result, delayed by a further duration. */
    public CallResult delayedBy(Duration further) {
        return new CallResult(
                outcome, delay.plus(further), connectionFault, auditModeDenial, note, authorization, changes, faults);
    }

    /** Returns this result with a connection failure in place of the response. A lost request keeps its own, as there is no response. */
    public CallResult withConnectionFault(ConnectionFault fault) {
        if (outcome instanceof RequestLost && connectionFault.isPresent()) {
            return this;
        }
        return new CallResult(
                outcome, delay, Optional.of(fault), auditModeDenial, note, authorization, changes, faults);
    }

    /** Returns this result, marked with the denial that was not enforced. */
    public CallResult withAuditModeDenial(ServiceError denial) {
        return new CallResult(
                outcome, delay, connectionFault, Optional.of(denial), note, authorization, changes, faults);
    }

    /** Returns this result with a further note. */
    public CallResult withNote(String further) {
        String text = note.map(earlier -> earlier + " " + further).orElse(further);
        return new CallResult(
                outcome, delay, connectionFault, auditModeDenial, Optional.of(text), authorization, changes, faults);
    }

    /** Returns this result with the reason why rules and policies allowed the call. */
    public CallResult authorizedBy(Supplier<String> reason) {
        return new CallResult(
                outcome, delay, connectionFault, auditModeDenial, note, Optional.of(reason), changes, faults);
    }

    /** Returns this result with a further change of the encoded response. */
    public CallResult changedBy(ResponseChange change) {
        List<ResponseChange> more =
                Stream.concat(changes.stream(), Stream.of(change)).toList();
        return new CallResult(outcome, delay, connectionFault, auditModeDenial, note, authorization, more, faults);
    }

    /** Returns this result with these faults as those that applied to the call. */
    public CallResult withFaults(List<AppliedFault> others) {
        return new CallResult(outcome, delay, connectionFault, auditModeDenial, note, authorization, changes, others);
    }
}
