package io.github.chimefake.internal.rates;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.internal.rates.Windows.Window;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WindowsTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

    private final Windows windows = new Windows();

    @Test
    void aWindowOpensWithTheFirstCallAndIsOverASecondLater() {
        windows.count("alice", NOW);
        windows.count("alice", NOW.plusMillis(999));

        assertThat(windows.current("alice", NOW.plusMillis(999))).contains(new Window(NOW, 2));
        assertThat(windows.current("alice", NOW.plusMillis(1000))).isEmpty();

        windows.count("alice", NOW.plusMillis(1000));
        assertThat(windows.current("alice", NOW.plusMillis(1001))).contains(new Window(NOW.plusMillis(1000), 1));
    }

    @Test
    void subjectsAreCountedApart() {
        windows.count("alice", NOW);

        assertThat(windows.current("bob", NOW)).isEmpty();
    }

    @Test
    void aClockThatIsSetBackOpensAnotherWindow() {
        windows.count("alice", NOW);
        windows.count("alice", NOW.minusSeconds(60));

        assertThat(windows.current("alice", NOW.minusSeconds(60))).contains(new Window(NOW.minusSeconds(60), 1));
    }

    @Test
    void aRequestThatAskedForTheTimeBeforeAnotherCountsInTheSameWindow() {
        windows.count("bob", NOW);
        windows.count("alice", NOW.plusMillis(1));
        windows.count("alice", NOW);

        assertThat(windows.current("alice", NOW)).contains(new Window(NOW.plusMillis(1), 2));
        assertThat(windows.current("bob", NOW)).contains(new Window(NOW, 1));
    }

    @Test
    void windowsThatAreOverAreForgotten() {
        for (int subject = 0; subject < 100; subject++) {
            windows.count("early " + subject, NOW);
        }

        windows.count("late", NOW.plusSeconds(1));

        assertThat(windows.size()).isOne();
    }

    @Test
    void aClockThatStandsStillDoesNotFillTheMemory() {
        for (int subject = 0; subject <= Windows.CAPACITY; subject++) {
            windows.count("user " + subject, NOW);
        }

        assertThat(windows.size()).isEqualTo(Windows.CAPACITY);
        assertThat(windows.current("user 0", NOW)).as("the oldest").isEmpty();
        assertThat(windows.current("user " + Windows.CAPACITY, NOW))
                .as("the newest")
                .isPresent();
    }
}
