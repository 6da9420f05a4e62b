package io.github.chimefake.internal.access.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTest {
    @ParameterizedTest
    @CsvSource({
        "20261122T102030Z, 2026-11-22T10:20:30Z",
        "20240229T235959Z, 2024-02-29T23:59:59Z",
        "20260101T000000Z, 2026-01-01T00:00:00Z",
        "00000101T000000Z, 0000-01-01T00:00:00Z",
        "99991231T235959Z, 9999-12-31T23:59:59Z",
        "-20261122T102030Z, -2026-11-22T10:20:30Z",
        "+120261122T102030Z, +12026-11-22T10:20:30Z",
    })
    void readsTheTimeThatTheFormatterReads(String timestamp, Instant time) {
        assertThat(Timestamp.parse(timestamp)).isEqualTo(time);
        assertThat(AuthorizationReader.TIMESTAMP.parse(timestamp, Instant::from))
                .isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "20260001T102030Z",
                "20261322T102030Z",
                "20261100T102030Z",
                "20261131T102030Z",
                "20260229T102030Z",
                "19000229T102030Z",
                "20261122T240000Z",
                "20261122T250000Z",
                "20261122T106030Z",
                "20261231T235960Z",
                "20261122T102061Z",
                "20261122t102030Z",
                "20261122T102030z",
                "20261122 102030Z",
                "20261122T102030",
                "20261122T1020Z",
                "20261122T10203Z",
                "20261122T102030ZZ",
                "20261122T1020300Z",
                "120261122T102030Z",
                "+20261122T102030Z",
                " 20261122T102030Z",
                "20261122T102030Z ",
                "2026+122T102030Z",
                "20261122T-02030Z",
                "+2261122T102030Z",
                "-2261122T102030Z",
                "２０２６１１２２T102030Z",
                "20261122T1٠2030Z",
                "2026/122T102030Z",
                "2026:122T102030Z",
                "2026-11-22T10:20:30Z",
                "20261122T102030+0000",
                "Sun, 22 Nov 2026 10:20:30 GMT"
            })
    void refusesTheTimeThatTheFormatterRefuses(String timestamp) {
        assertThatThrownBy(() -> Timestamp.parse(timestamp)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> AuthorizationReader.TIMESTAMP.parse(timestamp, Instant::from))
                .isInstanceOf(DateTimeException.class);
    }
}
