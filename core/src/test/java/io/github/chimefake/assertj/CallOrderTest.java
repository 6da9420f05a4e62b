package io.github.chimefake.assertj;

import static io.github.chimefake.Operation.CREATE_CHANNEL;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.journal.JournalSnapshot;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallOrderTest {
    private static CallOrder order(List<Operation> expected, Operation... received) {
        JournalSnapshot journal = new JournalFixture().received(received).snapshot();
        return new CallOrder(journal, journal.calls(), expected);
    }

    @Test
    void equalSequencesAreAsExpected() {
        assertThat(order(List.of(LIST_CHANNELS, CREATE_CHANNEL), LIST_CHANNELS, CREATE_CHANNEL)
                        .isAsExpected())
                .isTrue();
        assertThat(order(List.of(LIST_CHANNELS), LIST_CHANNELS, LIST_CHANNELS).isAsExpected())
                .isFalse();
        assertThat(order(List.of(LIST_CHANNELS, LIST_CHANNELS), LIST_CHANNELS).isAsExpected())
                .isFalse();
    }

    @Test
    void theSameCallsInAnotherOrderDifferInOrderOnly() {
        assertThat(order(List.of(LIST_CHANNELS, CREATE_CHANNEL), CREATE_CHANNEL, LIST_CHANNELS)
                        .differsInOrderOnly())
                .isTrue();
        assertThat(order(List.of(LIST_CHANNELS, CREATE_CHANNEL), CREATE_CHANNEL).differsInOrderOnly())
                .isFalse();
        assertThat(order(List.of(LIST_CHANNELS), LIST_CHANNELS).differsInOrderOnly())
                .isFalse();
    }

    @Test
    void rowsAlignWhatIsEqualAndMarkWhatOneSequenceLacks() {
        assertThat(order(
                                List.of(LIST_CHANNELS, CREATE_CHANNEL, LIST_CHANNELS),
                                LIST_CHANNELS,
                                DESCRIBE_CHANNEL,
                                LIST_CHANNELS)
                        .rows())
                .containsExactly(
                        "  call 1, ListChannels by alice in general",
                        "- CreateChannel is missing   <- the first difference",
                        "+ call 2, DescribeChannel by alice in general, not expected here",
                        "  call 3, ListChannels by alice in general");
    }

    @Test
    void manyRowsAreShownAroundTheFirstDifference() {
        Operation[] received = Collections.nCopies(100, LIST_CHANNELS).toArray(Operation[]::new);
        received[49] = CREATE_CHANNEL;

        assertThat(order(Collections.nCopies(100, LIST_CHANNELS), received).rows())
                .hasSize(32)
                .startsWith("  (44 equal rows)")
                .endsWith("  (27 more rows)")
                .anyMatch(row -> row.endsWith("<- the first difference"));
    }
}
