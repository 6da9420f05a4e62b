package io.github.chimefake.junit.jupiter.internal.suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final AtomicLong now = new AtomicLong();
    private final Progress progress = new Progress(new PrintStream(printed, true, UTF_8), now::get);

    private void runEndsAfter(Duration time, boolean withFailure) {
        now.addAndGet(time.toNanos());
        progress.runEnded(withFailure, () -> 7);
    }

    @Test
    void atMostOneLineIsPrintedInTenSeconds() {
        progress.begins(2);
        runEndsAfter(Duration.ofSeconds(12), false);
        runEndsAfter(Duration.ofSeconds(5), true);
        runEndsAfter(Duration.ofSeconds(4), true);
        runEndsAfter(Duration.ofSeconds(1), true);
        runEndsAfter(Duration.ofSeconds(9), true);

        assertThat(printed.toString(UTF_8).lines())
                .containsExactly(
                        "Sweeping 2 tests, each of which runs many times …",
                        "… still without failures",
                        "… 3 of about 7 runs with a failure");
    }

    @Test
    void itIsNeverBeyondTheEnd() {
        for (int run = 0; run < 8; run++) {
            runEndsAfter(Duration.ofSeconds(1), true);
        }
        runEndsAfter(Duration.ofSeconds(10), true);

        assertThat(printed.toString(UTF_8).lines()).containsExactly("… 9 of about 9 runs with a failure");
    }
}
