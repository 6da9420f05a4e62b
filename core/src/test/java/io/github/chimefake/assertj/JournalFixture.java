package io.github.chimefake.assertj;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Operation;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.CallFixture;
import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.internal.exchange.HttpResponse;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.journal.DefaultJournal;
import io.github.chimefake.internal.journal.JournalAttempt;
import io.github.chimefake.internal.journal.JournalChanges;
import io.github.chimefake.internal.journal.JournalSnapshot;
import io.github.chimefake.internal.journal.Timing;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsResponse;

/** A journal without a fake, for tests of the texts about it. */
final class JournalFixture {
    private final DefaultJournal journal = new DefaultJournal(1_000, true, new FakeLifetime());

    JournalFixture received(Operation... operations) {
        for (Operation operation : operations) {
            received(CallFixture.of(operation));
        }
        return this;
    }

    JournalFixture received(CallFixture call) {
        return record(call, CallResult.success(ListChannelsResponse.builder().build()), 200);
    }

    JournalFixture failed(CallFixture call, ChimeError error) {
        return record(
                call,
                CallResult.failure(ServiceError.of(Layer.FAULT, error, "The test wants it.", Provenance.REQUESTED)),
                error.status());
    }

    private JournalFixture record(CallFixture fixture, CallResult result, int status) {
        Optional<Call> call = Optional.of(fixture.bind());
        long order = journal.nextRequest();
        journal.record(
                fixture.http(),
                call,
                JournalAttempt.of(
                        call,
                        result,
                        new HttpResponse(status, Map.of(), new byte[0]),
                        new Timing(order, Instant.EPOCH, order, Duration.ZERO)));
        return this;
    }

    void clear() {
        journal.clear();
    }

    JournalChanges changes() {
        return journal.changes();
    }

    JournalSnapshot snapshot() {
        return JournalSnapshot.of(journal);
    }
}
