package io.github.chimefake.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.testing.ManualClock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LiveClockTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    private final ManualClock trueTime = ManualClock.standingStillAt(NOON);
    private final LiveClock clock = new LiveClock(trueTime);

    @Test
    void tellsTheTrueTime() {
        assertThat(clock.instant()).isEqualTo(NOON);
        trueTime.set(NOON.plusSeconds(60));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void tellsWholeMilliseconds() {
        trueTime.set(NOON.plusNanos(5_999_999));

        assertThat(clock.instant()).isEqualTo(NOON.plusMillis(5));
    }

    @Test
    void isLaterAtEveryLook() {
        assertThat(clock.instant()).isEqualTo(NOON);
        assertThat(clock.instant()).isEqualTo(NOON.plusMillis(1));
        assertThat(clock.instant()).isEqualTo(NOON.plusMillis(2));
    }

    @Test
    void waitsForTheTrueTimeOnceItHasRunASecondAhead() {
        Instant last = NOON;
        for (int look = 0; look < 5_000; look++) {
            Instant now = clock.instant();
            assertThat(now).isBetween(last, NOON.plusSeconds(1));
            last = now;
        }

        assertThat(last).isEqualTo(NOON.plusSeconds(1));
        trueTime.set(NOON.plusSeconds(2));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(2));
    }

    @Test
    void doesNotGoBackWithTheTrueTime() {
        clock.instant();
        trueTime.set(NOON.minusSeconds(3_600));

        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void keepsTheZone() {
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(clock.withZone(ZoneId.of("Europe/Berlin")).getZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(clock.withZone(ZoneId.of("Europe/Berlin")).instant()).isEqualTo(NOON);
    }
}
