package io.github.chimefake.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TestRunsTest {
    private final TestRuns runs = new TestRuns();

    @Test
    void aCallOfARunThatIsOverIsKnownForIt() {
        String first = Long.toString(runs.current());
        runs.next(() -> {});

        assertThat(runs.<Boolean>within(Optional.of(first), over -> over)).isTrue();
        assertThat(runs.<Boolean>within(Optional.of(Long.toString(runs.current())), over -> over))
                .isFalse();
        assertThat(runs.<Boolean>within(Optional.empty(), over -> over)).isFalse();
    }

    @Test
    void fakesThatShareTheirNumbersNeverTakeEachOthersCallsForTheirOwn() {
        AtomicLong numbers = new AtomicLong();
        TestRuns earlier = new TestRuns(numbers::getAndIncrement);
        TestRuns later = new TestRuns(numbers::getAndIncrement);

        for (int reset = 1; reset <= 3; reset++) {
            String ofEarlier = Long.toString(earlier.runOfCall(earlier.current()));
            assertThat(earlier.<Boolean>within(Optional.of(ofEarlier), over -> over))
                    .isFalse();
            assertThat(later.<Boolean>within(Optional.of(ofEarlier), over -> over))
                    .isTrue();
            earlier.next(() -> {});
            later.next(() -> {});
        }
    }

    @Test
    void whereThereIsNoFakeEveryCallIsLate() {
        TestRuns none = TestRuns.none();

        assertThat(none.<Boolean>within(Optional.empty(), over -> over)).isTrue();
        assertThat(none.<Boolean>within(Optional.of(Long.toString(none.current())), over -> over))
                .isTrue();
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aCallThatAnotherCallWaitsForIsNotHeldUpByAResetThatWaitsForBoth() {
        Thread reset = new Thread(() -> runs.next(() -> {}));

        boolean inner = runs.within(Optional.empty(), over -> {
            reset.start();
            while (reset.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            return CompletableFuture.supplyAsync(() -> runs.<Boolean>within(Optional.empty(), late -> !late))
                    .join();
        });

        assertThat(inner).isTrue();
    }
}
