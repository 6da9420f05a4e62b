package io.github.chimefake.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedDurationTest {
    @ParameterizedTest
    @CsvSource({
        "PT-1S, 0 ms",
        "PT0S, 0 ms",
        "PT0.0009S, 0 ms",
        "PT0.35S, 350 ms",
        "PT0.9999S, 999 ms",
        "PT1S, 1 s",
        "PT1.35S, 1.4 s",
        "PT2S, 2 s",
        "PT20S, 20 s",
        "PT10M, 600 s"
    })
    void isWrittenAsPeopleWriteIt(Duration duration, String text) {
        assertThat(PrintedDuration.of(duration)).isEqualTo(text);
    }
}
