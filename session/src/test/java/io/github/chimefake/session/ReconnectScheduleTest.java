package io.github.chimefake.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReconnectScheduleTest {
    private static final int LOST = 1006;

    private final ManualTiming timing = new ManualTiming(0.5);
    private final ReconnectSchedule schedule = new ReconnectSchedule(Duration.ofSeconds(10), timing);

    @Test
    void onlyTheCodesOfThePublicClientAreFollowedByAnotherAttempt() {
        List<Integer> codes = IntStream.concat(
                        IntStream.rangeClosed(1000, 1016),
                        IntStream.of(3000, 3999, 4000, 4001, 4002, 4003, 4004, 4005, 4400, 4401, 4402, 4999))
                .filter(ReconnectSchedule::mayReconnect)
                .boxed()
                .toList();

        assertThat(codes).containsExactly(1001, 1006, 1011, 1012, 1013, 1014, 4001, 4004, 4005, 4400, 4402, 4999);
    }

    @Test
    void theLongestWaitDoublesFromOneSecondToFive() {
        assertThat(Stream.generate(() -> schedule.next(LOST).orElseThrow().toMillis())
                        .limit(5))
                .containsExactly(500L, 1000L, 2000L, 2500L, 2500L);
        schedule.reset();
        assertThat(schedule.next(LOST)).contains(Duration.ofMillis(500));
    }

    @Test
    void theBudgetBeginsWithTheFirstAttempt() {
        timing.advance(Duration.ofHours(1));
        schedule.attemptStarted();
        timing.advance(Duration.ofSeconds(9));
        schedule.attemptStarted();
        assertThat(schedule.next(LOST)).isPresent();

        timing.advance(Duration.ofSeconds(1));
        assertThat(schedule.next(LOST)).isEmpty();

        schedule.reset();
        assertThat(schedule.next(LOST)).isPresent();
    }

    @Test
    void withoutABudgetNothingIsRepeated() {
        assertThat(new ReconnectSchedule(Duration.ZERO, timing).next(LOST)).isEmpty();
    }
}
