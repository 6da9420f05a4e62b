package io.github.chimefake.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a session keeps of what it received. */
class ReceivedTest {
    private final Received received = new Received(2, "The session");

    private void lose(int code) {
        received.add(new SessionClose(code, "", true, null));
    }

    @Test
    void keepsTheLatestCloses() {
        lose(1001);
        assertThat(received.awaitClose(Duration.ZERO).code()).isEqualTo(1001);
        lose(1006);
        for (int i = 0; i < 9_999; i++) {
            lose(4005);
        }

        assertThat(received.closes())
                .hasSize(10_000)
                .extracting(SessionClose::code)
                .startsWith(1006, 4005);
        assertThat(received.awaitClose(Duration.ZERO).code()).isEqualTo(1006);
        assertThat(received.awaitClose(Duration.ZERO).code()).isEqualTo(4005);
    }
}
