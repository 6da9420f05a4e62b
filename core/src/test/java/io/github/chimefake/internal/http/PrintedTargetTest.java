package io.github.chimefake.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedTargetTest {
    @ParameterizedTest
    @CsvSource({
        "/channels, /channels",
        "/channels?max-results=1, /channels?max-results=1",
        "/c?X-Amz-Signature=abc, /c?X-Amz-Signature=…",
        "/c?x-amz-security-token=abc&a=b, /c?x-amz-security-token=…&a=b",
        "/c?a=X-Amz-Date=b, /c?a=X-Amz-Date=b"
    })
    void leavesOutTheValuesOfAPresignedQuery(String target, String printed) {
        assertThat(PrintedTarget.of(target)).isEqualTo(printed);
    }

    @Test
    void isShortened() {
        assertThat(PrintedTarget.of("/" + "x".repeat(10_000)))
                .endsWith("… (10001 characters)")
                .hasSizeLessThan(300);
    }
}
