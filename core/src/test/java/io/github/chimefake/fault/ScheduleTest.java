package io.github.chimefake.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void alwaysStrikes() {
        assertThat(new Schedule.Always().strikes(1, 0)).isTrue();
        assertThat(new Schedule.Always().strikes(1_000, 999)).isTrue();
    }

    @Test
    void nextStrikesUntilItHasStruckOftenEnough() {
        Schedule next = new Schedule.Next(2);

        assertThat(next.strikes(1, 0)).isTrue();
        assertThat(next.strikes(2, 1)).isTrue();
        assertThat(next.strikes(3, 2)).isFalse();
    }

    @Test
    void nextDoesNotCountCallsThatAnotherFaultTook() {
        assertThat(new Schedule.Next(1).strikes(5, 0)).isTrue();
    }

    @Test
    void nthStrikesThatCallAndNoOther() {
        Schedule nth = new Schedule.Nth(2);

        assertThat(nth.strikes(1, 0)).isFalse();
        assertThat(nth.strikes(2, 0)).isTrue();
        assertThat(nth.strikes(3, 1)).isFalse();
    }

    @Test
    void schedulesAreSaidInWords() {
        assertThat(new Schedule.Always()).hasToString("always");
        assertThat(new Schedule.Next(1)).hasToString("once");
        assertThat(new Schedule.Next(3)).hasToString("3 calls");
        assertThat(new Schedule.Nth(3)).hasToString("call 3");
    }
}
