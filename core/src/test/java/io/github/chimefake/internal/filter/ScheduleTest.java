package io.github.chimefake.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void alwaysAppliesToEveryCall() {
        assertThat(new Schedule.Always().applies(1, 0)).isTrue();
        assertThat(new Schedule.Always().applies(1_000, 999)).isTrue();
    }

    @Test
    void nextAppliesUntilItHasAppliedOftenEnough() {
        Schedule next = new Schedule.Next(2);

        assertThat(next.applies(1, 0)).isTrue();
        assertThat(next.applies(2, 1)).isTrue();
        assertThat(next.applies(3, 2)).isFalse();
    }

    @Test
    void nextDoesNotCountCallsThatAnotherFaultTook() {
        assertThat(new Schedule.Next(1).applies(5, 0)).isTrue();
    }

    @Test
    void nthAppliesToThatCallAndNoOther() {
        Schedule nth = new Schedule.Nth(2);

        assertThat(nth.applies(1, 0)).isFalse();
        assertThat(nth.applies(2, 0)).isTrue();
        assertThat(nth.applies(3, 1)).isFalse();
    }

    @Test
    void schedulesDescribeThemselves() {
        assertThat(new Schedule.Always()).hasToString("always");
        assertThat(new Schedule.Next(1)).hasToString("once");
        assertThat(new Schedule.Next(3)).hasToString("3 calls");
        assertThat(new Schedule.Nth(3)).hasToString("call 3");
    }

    @Test
    void stepsNameWhatIsCounted() {
        assertThat(new Schedule.Next(1).step(Noun.EVENT)).isEqualTo(".once()");
        assertThat(new Schedule.Next(3).step(Noun.CALL)).isEqualTo(".calls(3)");
        assertThat(new Schedule.Next(3).step(Noun.CONNECT)).isEqualTo(".connects(3)");
        assertThat(new Schedule.Nth(3).step(Noun.EVENT)).isEqualTo(".nthEvent(3)");
        assertThat(new Schedule.From(3).step(Noun.CONNECT)).isEqualTo(".fromConnect(3)");
        assertThat(new Schedule.EveryNth(3).step(Noun.CALL)).isEqualTo(".everyNthCall(3)");
    }
}
