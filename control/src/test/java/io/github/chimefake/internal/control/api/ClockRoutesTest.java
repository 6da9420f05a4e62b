package io.github.chimefake.internal.control.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.internal.control.Served;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClockRoutesTest {
    private final Served fake = Served.start();

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void aClockThatIsFrozenAdvancesOnlyWhenToldTo() {
        fake.post("/v1/clock/freeze", "{'at': '2026-01-31T12:00:00Z'}").has(200);

        fake.post("/v1/clock/advance", "{'duration': 'PT16M'}").has(200);

        assertThat(fake.get("/v1/clock").text("instant")).isEqualTo("2026-01-31T12:16:00Z");
        assertThat(fake.get("/v1/clock").text("frozen")).isEqualTo("true");
        assertThat(fake.chime().clock().instant()).isEqualTo(Instant.parse("2026-01-31T12:16:00Z"));
        assertThat(fake.post("/v1/clock/resume", "").text("frozen")).isEqualTo("false");
    }

    @Test
    void aResetRestoresTheClock() {
        Instant before = fake.chime().clock().instant();
        fake.post("/v1/clock/advance", "{'duration': 'P400D'}").has(200);

        fake.post("/v1/reset", "{}").has(204);

        assertThat(fake.chime().clock().instant()).isBefore(before.plus(Duration.ofDays(300)));
    }

    @Test
    void whatIsNotADurationIsNamedAndChangesNothing() {
        fake.post("/v1/clock/freeze", "").has(200);
        Instant before = fake.chime().clock().instant();

        fake.post("/v1/clock/advance", "{'duration': 'PT0S'}").names("$.duration");
        fake.post("/v1/clock/advance", "{'duration': '-PT1S'}").names("$.duration");
        fake.post("/v1/clock/advance", "{'duration': 16}").names("$.duration");
        fake.post("/v1/clock/advance", "{'duration': 'P'}").names("$.duration");
        fake.post("/v1/clock/advance", "{'durations': 'PT1S'}")
                .names("$.durations")
                .names("$.duration");
        fake.post("/v1/clock/freeze", "{'at': '2026-13-31T12:00:00Z'}").names("$.at");

        assertThat(fake.chime().clock().instant()).isEqualTo(before);
    }
}
