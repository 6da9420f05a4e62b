package io.github.chimefake.journal;

import io.github.chimefake.call.Answer;
import io.github.chimefake.call.Call;
import io.github.chimefake.call.ChimeCaller;
import io.github.chimefake.call.ChimeOperation;
import io.github.chimefake.call.HttpCall;
import io.github.chimefake.call.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/**
 * One invocation as the fake saw it: who called what, and how each attempt was answered.
 *
 * @param method the HTTP method
 * @param target path and query as sent
 * @param call what the request was bound to; empty if no operation has this method and path
 * @param attempts at least one, in the order received
 */
public record RecordedCall(String method, String target, Optional<Call> call, List<RecordedAttempt> attempts) {
    public RecordedCall {
        attempts = List.copyOf(attempts);
    }

    static RecordedCall of(HttpCall http, Optional<Call> call, RecordedAttempt attempt) {
        // Bodies stay out of the journal: what they said stands in the decoded request.
        return new RecordedCall(http.method(), http.target(), call.map(RecordedCall::withoutBody), List.of(attempt));
    }

    private static Call withoutBody(Call call) {
        HttpCall http = call.http();
        return new Call(
                new HttpCall(http.method(), http.target(), http.headers(), new byte[0], http.receivedAt()),
                call.operation(),
                call.request(),
                call.defect(),
                call.caller(),
                call.bearer(),
                call.resources(),
                call.attempt());
    }

    RecordedCall plus(RecordedAttempt attempt) {
        List<RecordedAttempt> more = new ArrayList<>(attempts);
        more.add(attempt);
        return new RecordedCall(method, target, call, more);
    }

    /** Which operation; empty if no operation has this method and path. */
    public Optional<ChimeOperation> operation() {
        return call.map(Call::operation);
    }

    /** The request in the SDK's own type. */
    public Optional<AwsRequest> request() {
        return call.map(Call::request);
    }

    /** Whose access key signed it. */
    public Optional<ChimeCaller> caller() {
        return call.map(Call::caller);
    }

    /** The chat identity in {@code x-amz-chime-bearer}. */
    public Optional<String> bearer() {
        return call.flatMap(Call::bearer);
    }

    /** The attempt that ended the invocation. */
    public RecordedAttempt lastAttempt() {
        return attempts.get(attempts.size() - 1);
    }

    /** Why the invocation was refused in the end; empty if it was not. */
    public Optional<Refusal> refusal() {
        return lastAttempt().refusal();
    }

    /**
     * What policies would have refused the invocation with, had they been enforced; empty if they allowed it, or if they are
     * enforced.
     */
    public Optional<Refusal> softDenial() {
        return lastAttempt().softDenial();
    }

    /**
     * Why rules and policies let the invocation pass, whatever became of it then: which rule, or which statement of which policy on
     * which resource. Empty if it did not get so far, or was denied there.
     */
    public Optional<String> authorization() {
        return lastAttempt().authorization().map(Supplier::get);
    }

    /** The response in the SDK's own type; empty if the invocation was refused, or answered by a stub. */
    public Optional<AwsResponse> response() {
        return lastAttempt()
                .outcome()
                .flatMap(ended ->
                        ended instanceof Answer.Success success ? Optional.of(success.response()) : Optional.empty());
    }

    /** Whether a WireMock stub of the user's gave the last answer, and not the fake. */
    public boolean answeredByStub() {
        return lastAttempt().answeredByStub();
    }

    /** A line for the answer of each attempt, and why it was refused. */
    @Override
    public String toString() {
        return RecordedCallPrinter.print(this);
    }
}
