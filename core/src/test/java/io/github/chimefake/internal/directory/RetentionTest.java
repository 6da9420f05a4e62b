package io.github.chimefake.internal.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From when on messages are shown, given what was set when. */
class RetentionTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static Instant day(int number) {
        return START.plus(Duration.ofDays(number));
    }

    private static Retention after(Retention before, int day, int retentionDays) {
        return before.with(Optional.of(retentionDays), day(day));
    }

    private static Retention off(Retention before, int day) {
        return before.with(Optional.empty(), day(day));
    }

    @Test
    void withoutAPeriodEverythingIsShown() {
        assertThat(Retention.UNLIMITED.shownFrom(day(0))).isEqualTo(Instant.MIN);
    }

    @Test
    void messagesPastThePeriodAreHiddenAtOnce() {
        Retention ten = after(Retention.UNLIMITED, 0, 10);

        assertThat(ten.shownFrom(day(0))).isEqualTo(day(-10));
        assertThat(ten.shownFrom(day(50))).isEqualTo(day(40));
    }

    @Test
    void deletionStartsThirtyDaysAfterAChange() {
        Retention ten = after(Retention.UNLIMITED, 0, 10);
        Retention five = after(ten, 7, 5);

        assertThat(ten.period()).contains(new Retention.Period(10, day(30)));
        assertThat(five.period()).contains(new Retention.Period(5, day(37)));
    }

    @Test
    void theSamePeriodAgainIsNoChange() {
        Retention ten = after(Retention.UNLIMITED, 0, 10);

        assertThat(after(ten, 7, 10)).isEqualTo(ten);
    }

    @Test
    void hiddenMessagesComeBackIfThePeriodGrowsOrGoesWithinTheTimeOfGrace() {
        Retention ten = after(Retention.UNLIMITED, 0, 10);

        assertThat(after(ten, 29, 100).shownFrom(day(29))).isEqualTo(day(-71));
        assertThat(off(ten, 29).shownFrom(day(29))).isEqualTo(Instant.MIN);
    }

    @Test
    void deletedMessagesDoNotComeBack() {
        Retention ten = after(Retention.UNLIMITED, 0, 10);

        assertThat(after(ten, 30, 100).shownFrom(day(31))).isEqualTo(day(20));
        assertThat(off(ten, 40).shownFrom(day(500))).isEqualTo(day(30));
    }

    @Test
    void whatOnePeriodDeletedALaterOneDoesNotBringBack() {
        Retention ten = after(Retention.UNLIMITED, 0, 10);
        Retention hundred = after(ten, 30, 100);
        Retention again = off(hundred, 31);

        assertThat(again.shownFrom(day(31))).isEqualTo(day(20));
    }
}
