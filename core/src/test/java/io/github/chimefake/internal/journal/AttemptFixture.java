package io.github.chimefake.internal.journal;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.journal.RecordedCall.ConnectionFault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageResponse;

/** An attempt to be recorded, for tests of the journal. By default one that was received at once and succeeded. */
record AttemptFixture(
        int number, int status, Optional<CallResult.Outcome> outcome, Optional<ConnectionFault> fault, Timing timing) {
    static AttemptFixture succeeded() {
        return responded(201, SendChannelMessageResponse.builder().build());
    }

    static AttemptFixture responded(int status, AwsResponse response) {
        return ended(status, new CallResult.Success(response));
    }

    static AttemptFixture forbidden(String message, String explanation) {
        return ended(
                403,
                new CallResult.Failure(new ServiceError(
                        Layer.ROLE, ChimeError.FORBIDDEN, message, explanation, Provenance.DOCUMENTED)));
    }

    static AttemptFixture ended(int status, CallResult.Outcome outcome) {
        return new AttemptFixture(
                1, status, Optional.of(outcome), Optional.empty(), new Timing(1, Instant.EPOCH, 1, Duration.ZERO));
    }

    static AttemptFixture stubbed(int status) {
        return new AttemptFixture(
                1, status, Optional.empty(), Optional.empty(), new Timing(1, Instant.EPOCH, 1, Duration.ZERO));
    }

    AttemptFixture numbered(int other) {
        return new AttemptFixture(other, status, outcome, fault, timing);
    }

    AttemptFixture brokenBy(ConnectionFault other) {
        return new AttemptFixture(number, status, outcome, Optional.of(other), timing);
    }

    /** Received after so long, and as the request with this number of the fake. */
    AttemptFixture received(long order, Duration after) {
        return new AttemptFixture(
                number, status, outcome, fault, new Timing(order, Instant.EPOCH.plus(after), order, timing.delay()));
    }

    AttemptFixture delayedBy(Duration delay) {
        return new AttemptFixture(
                number, status, outcome, fault, new Timing(timing.order(), timing.receivedAt(), timing.order(), delay));
    }

    /** Processed after the request with this number of the fake had been received. */
    AttemptFixture processedAfter(long order) {
        return new AttemptFixture(
                number, status, outcome, fault, new Timing(timing.order(), timing.receivedAt(), order, timing.delay()));
    }

    JournalAttempt build() {
        return new JournalAttempt(
                number,
                status,
                outcome.map(ended -> "request-id"),
                outcome,
                fault,
                Optional.empty(),
                Optional.empty(),
                timing,
                List.of(),
                List.of(),
                Optional.empty());
    }
}
