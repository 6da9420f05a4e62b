package io.github.chimefake.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LiveClockTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    private final SetClock trueTime = new SetClock();
    private final LiveClock clock = new LiveClock(trueTime);

    private static final class SetClock extends Clock {
        private Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }

    @Test
    void tellsTheTrueTime() {
        assertThat(clock.instant()).isEqualTo(NOON);
        trueTime.now = NOON.plusSeconds(60);
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void tellsWholeMilliseconds() {
        trueTime.now = NOON.plusNanos(5_999_999);

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
        trueTime.now = NOON.plusSeconds(2);
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(2));
    }

    @Test
    void doesNotGoBackWithTheTrueTime() {
        clock.instant();
        trueTime.now = NOON.minusSeconds(3_600);

        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void keepsTheZone() {
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(clock.withZone(ZoneId.of("Europe/Berlin")).getZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(clock.withZone(ZoneId.of("Europe/Berlin")).instant()).isEqualTo(NOON);
    }
}
