package io.github.chimefake.internal.access.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningTimeTest {
    private static final long SECONDS_UNTIL_9999 = 253_402_300_799L;

    @Test
    void readsWhatTheFormatterWrites() {
        Random random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            Instant time = Instant.ofEpochSecond(random.nextLong(SECONDS_UNTIL_9999));
            assertThat(SigningTime.parse(AuthorizationReader.TIMESTAMP.format(time)))
                    .isEqualTo(time);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "20260101",
                "20260101T120000",
                "20260101T1200000Z",
                "20260101T120000z",
                "2026-01-01T12:00",
                "20260101 120000Z",
                "20261301T120000Z",
                "20260230T120000Z",
                "20260101T240000Z",
                "20260101T120060Z",
                "2026010+T120000Z",
                "2026010\u0661T120000Z"
            })
    void rejectsAllElse(String timestamp) {
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> SigningTime.parse(timestamp));
    }
}
