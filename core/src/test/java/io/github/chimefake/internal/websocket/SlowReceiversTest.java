package io.github.chimefake.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that do not read what they are sent. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SlowReceiversTest {
    private static final int SMALL_BUFFER = 4096;
    private static final String KILOBYTE = "x".repeat(1024);
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Servers servers = new Servers();
    private final RecordingListener slow = new RecordingListener();
    private final RecordingListener fast = new RecordingListener();
    private final Iterator<WebSocketListener> listeners =
            List.<WebSocketListener>of(slow, fast).iterator();

    @AfterEach
    void stop() {
        servers.close();
    }

    private WebSocketServer start(WebSocketSettings settings) {
        return servers.accepting(settings, listeners::next);
    }

    /** Sends until it fails. The system's buffers take much before that. */
    private static int fill(WebSocketConnection connection) {
        int sent = 0;
        while (connection.send(KILOBYTE)) {
            sent++;
        }
        return sent;
    }

    @Test
    void tooManyMessagesResetTheConnection() throws IOException, InterruptedException {
        WebSocketServer server =
                start(Servers.PATIENT.withSendLimits(new WebSocketSettings.SendLimits(100, Long.MAX_VALUE)));
        try (RawClient client = new RawClient(server.port(), SMALL_BUFFER).open()) {
            assertThat(fill(slow.connection())).isGreaterThanOrEqualTo(100);

            assertThat(slow.next())
                    .isEqualTo("closed 1006 The client reads too slowly: more than 100 frames or " + Long.MAX_VALUE
                            + " bytes are queued.");
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> {
                while (client.frame() != null) {
                    // What the system's buffers have.
                }
            });
        }
    }

    @Test
    void tooManyBytesDo() throws IOException, InterruptedException {
        WebSocketServer server =
                start(Servers.PATIENT.withSendLimits(new WebSocketSettings.SendLimits(Integer.MAX_VALUE, 50_000)));
        try (RawClient client = new RawClient(server.port(), SMALL_BUFFER).open()) {
            fill(slow.connection());

            assertThat(slow.next()).startsWith("closed 1006 The client reads too slowly");
        }
    }

    @Test
    void pongsCount() throws IOException, InterruptedException {
        WebSocketServer server =
                start(Servers.PATIENT.withSendLimits(new WebSocketSettings.SendLimits(10, Long.MAX_VALUE)));
        try (RawClient client = new RawClient(server.port(), SMALL_BUFFER).open()) {
            byte[] ping = ClientFrames.frame(ClientFrames.LAST | ClientFrames.PING, new byte[125]);

            assertThatExceptionOfType(IOException.class).isThrownBy(() -> {
                while (true) {
                    client.send(ping);
                }
            });
            assertThat(slow.next()).startsWith("closed 1006 The client reads too slowly");
        }
    }

    @Test
    void noOtherReceiverIsDelayed() throws IOException, InterruptedException {
        WebSocketServer server =
                start(Servers.PATIENT.withSendLimits(new WebSocketSettings.SendLimits(20_000, Long.MAX_VALUE)));
        try (RawClient stopped = new RawClient(server.port(), SMALL_BUFFER).open()) {
            slow.connection();
            try (RawClient reading = RawClient.open(server.port())) {
                for (int i = 0; i < 10_000; i++) {
                    slow.connection().send(KILOBYTE);
                    assertThat(fast.connection().send("message " + i)).isTrue();
                    if (i % 100 == 0) {
                        assertThat(reading.frame()).hasToString("1 message " + i / 100);
                    }
                }
                assertThat(slow.connection().isOpen()).isTrue();
                for (int i = 100; i < 10_000; i++) {
                    assertThat(reading.frame()).hasToString("1 message " + i);
                }
            }
            assertThat(fast.next()).startsWith("closed 1006");
            assertThat(slow.isEmpty()).isTrue();
        }
    }

    @Test
    void whatIsQueuedBeforeACloseFrameIsNotWaitedForLong() throws IOException, InterruptedException {
        Duration flush = Duration.ofMillis(50);
        WebSocketServer server = start(Servers.PATIENT
                .withTimeouts(new WebSocketSettings.Timeouts(LONG, flush, LONG))
                .withSendLimits(new WebSocketSettings.SendLimits(20_000, Long.MAX_VALUE)));
        try (RawClient client = new RawClient(server.port(), SMALL_BUFFER).open()) {
            for (int i = 0; i < 20_000; i++) {
                slow.connection().send(KILOBYTE);
            }
            slow.connection().close(4000, "");

            assertThat(slow.next())
                    .isEqualTo("closed 1006 The client has not read what was queued before the close frame within "
                            + flush + ".");
        }
    }
}
