package io.github.chimefake.internal.journal;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.joining;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.Operation;
import io.github.chimefake.Registration;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.journal.ErrorResponse;
import io.github.chimefake.journal.RecordedCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/**
 * A call in the journal.
 *
 * @param method the HTTP method
 * @param target the path and query as sent
 * @param call the decoded call; empty if no operation has this method and path
 * @param journalAttempts the attempts, at least one, in the order received
 * @param printsTexts whether its printout contains contents of messages and names of resources
 */
public record JournalEntry(
        String method, String target, Optional<Call> call, List<JournalAttempt> journalAttempts, boolean printsTexts)
        implements RecordedCall {
    public JournalEntry {
        journalAttempts = List.copyOf(journalAttempts);
    }

    static JournalEntry of(HttpRequest http, Optional<Call> call, JournalAttempt attempt, boolean printsTexts) {
        // The body is not kept, because its content is in the decoded request.
        return new JournalEntry(
                http.method(), http.target(), call.map(JournalEntry::withoutBody), List.of(attempt), printsTexts);
    }

    private static Call withoutBody(Call call) {
        return new Call(
                call.http().withoutBody(),
                call.authorization(),
                call.operation(),
                call.request(),
                call.validationError(),
                call.caller(),
                call.bearer(),
                call.resources(),
                call.attempt());
    }

    JournalEntry plus(JournalAttempt attempt) {
        List<JournalAttempt> more = new ArrayList<>(journalAttempts);
        more.add(attempt);
        // A response that is delayed is recorded before that of an earlier attempt which takes longer.
        more.sort(comparingLong(each -> each.timing().order()));
        return new JournalEntry(method, target, call, more, printsTexts);
    }

    /** Returns the decoded call, for details that the public type does not expose. */
    public static Optional<Call> call(RecordedCall recorded) {
        return recorded instanceof JournalEntry entry ? entry.call : Optional.empty();
    }

    /** Returns the response of STS to the last attempt; empty if the request was not for STS. */
    public static Optional<CallResult.OfSts> ofSts(RecordedCall recorded) {
        return recorded instanceof JournalEntry entry
                ? entry.lastAttempt()
                        .outcome()
                        .filter(CallResult.OfSts.class::isInstance)
                        .map(CallResult.OfSts.class::cast)
                : Optional.empty();
    }

    @Override
    public Optional<Operation> operation() {
        return call.map(Call::operation);
    }

    @Override
    public Optional<AwsRequest> request() {
        return call.map(Call::request);
    }

    @Override
    public Optional<ChimeCaller> caller() {
        return call.map(Call::caller);
    }

    @Override
    public Optional<String> bearer() {
        return call.flatMap(Call::bearer).map(Arn::text);
    }

    @Override
    public Optional<String> channelArn() {
        return call.flatMap(bound -> bound.resources().channel()).map(Arn::text);
    }

    @Override
    public List<RecordedAttempt> attempts() {
        return List.copyOf(journalAttempts);
    }

    @Override
    public List<Duration> pauses() {
        List<Duration> pauses = new ArrayList<>();
        for (int next = 1; next < journalAttempts.size(); next++) {
            pauses.add(journalAttempts
                    .get(next - 1)
                    .timing()
                    .pauseBefore(journalAttempts.get(next).timing()));
        }
        return List.copyOf(pauses);
    }

    /** Returns what the journal recognizes the call by while further attempts are recorded. */
    public static Object id(RecordedCall recorded) {
        return call(recorded)
                .flatMap(call -> call.attempt().invocationId())
                .map(Object.class::cast)
                .orElseGet(() -> recorded instanceof JournalEntry entry ? entry.order() : recorded);
    }

    /** Returns whether this fault applied to an attempt of the call. */
    public static boolean hasFault(RecordedCall recorded, Registration registration) {
        return recorded instanceof JournalEntry entry
                && entry.journalAttempts.stream().anyMatch(attempt -> attempt.hasFault(registration));
    }

    /** Returns the number of the first attempt among all requests that the fake has received. */
    public long order() {
        return journalAttempts.get(0).timing().order();
    }

    @Override
    public JournalAttempt lastAttempt() {
        return journalAttempts.get(journalAttempts.size() - 1);
    }

    @Override
    public Optional<AwsResponse> response() {
        return lastAttempt().response();
    }

    @Override
    public Optional<ErrorResponse> errorResponse() {
        return lastAttempt().errorResponse();
    }

    @Override
    public Optional<ErrorResponse> auditModeDenial() {
        return lastAttempt().auditModeDenial();
    }

    @Override
    public Optional<String> authorization() {
        return lastAttempt().authorization();
    }

    @Override
    public boolean isStubbed() {
        return lastAttempt().isStubbed();
    }

    @Override
    public boolean isByActor() {
        return call.filter(bound -> bound.http().sender().isActor()).isPresent();
    }

    /**
     * Returns whether the call succeeded at the first attempt and there is nothing else to tell about it: no delay, no
     * lost response, no member of a batch that failed, no denial in audit mode, no note.
     */
    boolean simplySucceeded() {
        JournalAttempt attempt = lastAttempt();
        return journalAttempts.size() == 1
                && attempt.response().filter(PartialFailures::noneIn).isPresent()
                && attempt.auditModeDenial().isEmpty()
                && attempt.note().isEmpty()
                && attempt.connectionFault().isEmpty()
                && attempt.changes().isEmpty()
                && attempt.faults().isEmpty()
                && attempt.delay().isZero();
    }

    @Override
    public String toString() {
        PrintStyle style = new PrintStyle(ArnNames.of(List.of(this), List.of()), printsTexts);
        return JournalEntryPrinter.lines(this, style).stream()
                .flatMap(line -> LineWrap.wrap(line).stream())
                .collect(joining(System.lineSeparator()));
    }
}
