package io.github.chimefake.internal.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.CallFixture;
import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import io.github.chimefake.internal.lifetime.UserCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsRequest;

class StaleReadsTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Call READ = new Call(
            new HttpRequest("GET", "/channels", List.of(), new byte[0], NOW),
            CallFixture.UNSIGNED,
            Operation.LIST_CHANNELS,
            ListChannelsRequest.builder().build(),
            Optional.empty(),
            new Caller("arn:aws:iam::111122223333:user/test", "AKID", Optional.empty(), Optional.empty()),
            Optional.empty(),
            Call.Resources.of(Optional.empty(), Set.of()),
            new Call.Attempt(Optional.empty(), 1));

    private final StaleReads<Integer> reads = new StaleReads<>(0, UserCode.DIRECT, new FakeLifetime());
    private int state;

    private void write(int newState) {
        reads.written(state, newState, NOW);
        state = newState;
    }

    private int read() {
        return reads.seenBy(READ, () -> state, NOW);
    }

    @Test
    void theNumberOfWritesThatReadsMissIsBounded() {
        new DefaultConsistency(reads).staleFor(Duration.ofHours(1));

        for (int write = 1; write <= 5_000; write++) {
            write(write);
        }

        assertThat(read()).isEqualTo(5_000 - StaleReads.MAX_PENDING_WRITES);
    }

    @Test
    void aWriteThatChangesNothingIsNone() {
        new DefaultConsistency(reads).staleReads(1);
        write(1);
        assertThat(read()).isZero();

        write(1);

        assertThat(read()).isEqualTo(1);
    }

    @Test
    void writesFromBeforeTheRuleAreSeen() {
        write(7);

        new DefaultConsistency(reads).staleReads(3);

        assertThat(read()).isEqualTo(7);
    }
}
