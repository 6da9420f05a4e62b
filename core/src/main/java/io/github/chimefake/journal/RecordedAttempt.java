package io.github.chimefake.journal;

import io.github.chimefake.call.Answer;
import io.github.chimefake.call.ConnectionFault;
import io.github.chimefake.call.Refusal;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One attempt of a recorded call and its answer.
 *
 * @param number as the client counts, from 1
 * @param status the HTTP status of the answer
 * @param requestId the answer's {@code x-amzn-RequestId}; empty for the answer of a stub
 * @param outcome what the fake answered; empty if a WireMock stub of the user's answered instead
 * @param connectionFault what happened to the connection instead of the answer
 * @param softDenial what policies would have refused it with, had they been enforced
 * @param authorization why rules and policies let it pass, put into words when asked for; empty if it did not get so far
 */
public record RecordedAttempt(
        int number,
        int status,
        Optional<String> requestId,
        Optional<Answer.Outcome> outcome,
        Optional<ConnectionFault> connectionFault,
        Optional<Refusal> softDenial,
        Optional<Supplier<String>> authorization) {
    /** An attempt that policies allowed. */
    public RecordedAttempt(
            int number,
            int status,
            Optional<String> requestId,
            Optional<Answer.Outcome> outcome,
            Optional<ConnectionFault> connectionFault) {
        this(number, status, requestId, outcome, connectionFault, Optional.empty(), Optional.empty());
    }

    /** Why the attempt was refused; empty if it was not, or if a stub answered. */
    public Optional<Refusal> refusal() {
        return outcome.flatMap(
                ended -> ended instanceof Answer.Refused refused ? Optional.of(refused.refusal()) : Optional.empty());
    }

    /** Whether a WireMock stub of the user's answered, and not the fake. */
    public boolean answeredByStub() {
        return outcome.isEmpty();
    }
}
