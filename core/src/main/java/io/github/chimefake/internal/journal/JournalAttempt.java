package io.github.chimefake.internal.journal;

import io.github.chimefake.Layer;
import io.github.chimefake.Registration;
import io.github.chimefake.internal.exchange.AppliedFault;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.internal.exchange.HttpResponse;
import io.github.chimefake.internal.http.HeaderNames;
import io.github.chimefake.journal.ErrorResponse;
import io.github.chimefake.journal.RecordedCall.ConnectionFault;
import io.github.chimefake.journal.RecordedCall.RecordedAttempt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsResponse;

/**
 * One attempt of a call in the journal.
 *
 * @param number the attempt number sent by the client, from 1
 * @param status the HTTP status of the response
 * @param requestId the {@code x-amzn-RequestId} of the response; empty if a stub, or a fault in place of the service, responded
 * @param outcome the response of the fake; empty if a WireMock stub of the user responded instead
 * @param connectionFault the connection fault that replaced the response
 * @param auditModeDenial the error response that policies in audit mode would have caused if they were enforced
 * @param note what a person should know about a response that is not an error
 * @param timing when it was received, and the delay of its response
 * @param changes what faults have changed in the response
 * @param faults the faults that applied
 * @param authorizationReason supplies why permission rules and policies allowed the request; empty if it was not authorized
 */
public record JournalAttempt(
        int number,
        int status,
        Optional<String> requestId,
        Optional<CallResult.Outcome> outcome,
        Optional<ConnectionFault> connectionFault,
        Optional<ErrorResponse> auditModeDenial,
        Optional<String> note,
        Timing timing,
        List<String> changes,
        List<AppliedFault> faults,
        Optional<Supplier<String>> authorizationReason)
        implements RecordedAttempt {
    public JournalAttempt {
        changes = List.copyOf(changes);
        faults = List.copyOf(faults);
    }

    /** Returns an attempt to which the fake responded, or whose request or response it lost. */
    public static JournalAttempt of(Optional<Call> call, CallResult result, HttpResponse sent, Timing timing) {
        return new JournalAttempt(
                number(call),
                sent.status(),
                Optional.ofNullable(sent.headers().get(HeaderNames.REQUEST_ID)),
                Optional.of(recorded(result.outcome())),
                sent.connectionFault(),
                result.auditModeDenial().map(ErrorResponse.class::cast),
                result.note(),
                timing,
                sent.changes(),
                result.faults(),
                result.authorization());
    }

    /** Returns an attempt to which a WireMock stub of the user responded. */
    public static JournalAttempt byStub(Optional<Call> call, HttpResponse sent, Timing timing) {
        return new JournalAttempt(
                number(call),
                sent.status(),
                Optional.empty(),
                Optional.empty(),
                sent.connectionFault(),
                Optional.empty(),
                Optional.empty(),
                timing,
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** Returns the outcome without credentials that the response repeats. */
    private static CallResult.Outcome recorded(CallResult.Outcome outcome) {
        return outcome instanceof CallResult.Failure failure
                ? new CallResult.Failure(failure.serviceError().recorded())
                : outcome;
    }

    private static int number(Optional<Call> call) {
        return call.map(bound -> bound.attempt().number()).orElse(1);
    }

    @Override
    public Optional<AwsResponse> response() {
        return outcome.flatMap(ended ->
                ended instanceof CallResult.Success success ? Optional.of(success.response()) : Optional.empty());
    }

    @Override
    public Optional<ErrorResponse> errorResponse() {
        return outcome.flatMap(JournalAttempt::error);
    }

    private static Optional<ErrorResponse> error(CallResult.Outcome ended) {
        if (ended instanceof CallResult.Failure failure) {
            return Optional.of(failure.serviceError());
        }
        return ended instanceof CallResult.RequestLost lost ? Optional.of(lost.serviceError()) : Optional.empty();
    }

    /** Returns whether the request was lost before it reached the service, so that there was no response. */
    boolean lostItsRequest() {
        return outcome.filter(CallResult.RequestLost.class::isInstance).isPresent();
    }

    @Override
    public Instant receivedAt() {
        return timing.receivedAt();
    }

    @Override
    public Duration delay() {
        return timing.delay();
    }

    @Override
    public Optional<String> authorization() {
        return authorizationReason.map(Supplier::get);
    }

    @Override
    public boolean isStubbed() {
        return outcome.isEmpty();
    }

    @Override
    public List<String> appliedFaults() {
        return faults.stream().map(AppliedFault::description).toList();
    }

    /** Returns whether this fault applied to the attempt. */
    boolean hasFault(Registration registration) {
        return faults.stream().anyMatch(fault -> fault.registration().equals(registration));
    }

    /** Returns the faults that the printout has to name, because no explanation of the attempt says what they did. */
    List<String> unexplainedFaults() {
        boolean explained =
                errorResponse().filter(error -> error.layer() == Layer.FAULT).isPresent()
                        || note.filter(text -> text.contains("A fault of this test"))
                                .isPresent();
        return faults.size() <= 1 && explained ? List.of() : appliedFaults();
    }
}
