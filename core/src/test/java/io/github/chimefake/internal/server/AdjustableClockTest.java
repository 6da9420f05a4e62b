package io.github.chimefake.internal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.chimefake.internal.lifetime.FakeLifetime;
import io.github.chimefake.testing.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AdjustableClockTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final ManualClock time = ManualClock.standingStillAt(NOON);
    private final AdjustableClock clock = new AdjustableClock(time, new FakeLifetime());

    @Test
    void goesOnByItself() {
        assertThat(clock.instant()).isEqualTo(NOON);
        time.advance(Duration.ofSeconds(1));
        assertThat(clock.instant()).isEqualTo("2026-03-01T12:00:01Z");
    }

    @Test
    void advancesAndGoesOnFromThere() {
        clock.advance(Duration.ofMinutes(16));
        clock.advance(Duration.ofMinutes(4));
        time.advance(Duration.ofSeconds(1));

        assertThat(clock.instant()).isEqualTo("2026-03-01T12:20:01Z");
    }

    @Test
    void doesNotGoBack() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
                .withMessage(
                        "advance(PT-1S): the duration must be positive. To set another time, call freezeAt(instant)");
        assertThatIllegalArgumentException().isThrownBy(() -> clock.advance(Duration.ZERO));
    }

    @Test
    void standsStillWhenFrozen() {
        clock.freeze();
        time.advance(Duration.ofSeconds(1));
        clock.freeze();
        time.advance(Duration.ofSeconds(1));

        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void saysWhetherItIsFrozen() {
        assertThat(clock.isFrozen()).isFalse();
        clock.freeze();
        assertThat(clock.isFrozen()).isTrue();
        clock.resume();
        assertThat(clock.isFrozen()).isFalse();
    }

    @Test
    void advancesWhileItStandsStill() {
        clock.freeze();
        clock.advance(Duration.ofMinutes(16));
        time.advance(Duration.ofSeconds(1));

        assertThat(clock.instant()).isEqualTo("2026-03-01T12:16:00Z");
    }

    @Test
    void standsStillAtAnyInstant() {
        Instant eve = Instant.parse("1999-12-31T23:59:59Z");
        clock.freezeAt(eve);
        time.advance(Duration.ofSeconds(1));

        assertThat(clock.instant()).isEqualTo(eve);
    }

    @Test
    void goesOnFromWhereItStoodStill() {
        clock.freeze();
        time.advance(Duration.ofHours(1));
        clock.resume();
        assertThat(clock.instant()).isEqualTo(NOON);

        time.advance(Duration.ofSeconds(1));
        clock.resume();
        assertThat(clock.instant()).isEqualTo("2026-03-01T12:00:01Z");
    }

    @Test
    void isTheSameClockInAnotherZone() {
        clock.freezeAt(NOON.minusSeconds(60));

        assertThat(clock.withZone(ZoneOffset.UTC).instant()).isEqualTo(NOON.minusSeconds(60));
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
    }
}
