package io.github.chimefake.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the two sides of an open connection see. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WebSocketConnectionTest {
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Servers servers = new Servers();
    private final RecordingListener listener = new RecordingListener();

    @AfterEach
    void stop() {
        servers.close();
    }

    private RawClient connect(WebSocketSettings settings) throws IOException {
        return RawClient.open(servers.accepting(settings, () -> listener).port());
    }

    private RawClient connect() throws IOException {
        return connect(Servers.PATIENT);
    }

    @Test
    void messagesGoBothWays() throws IOException, InterruptedException {
        try (RawClient client = connect()) {
            client.send("hé");
            client.send(ClientFrames.frame(ClientFrames.LAST | ClientFrames.BINARY, new byte[3]));
            assertThat(listener.next()).isEqualTo("received hé");
            assertThat(listener.next()).isEqualTo("received 3 bytes");

            assertThat(listener.connection().send("€")).isTrue();
            assertThat(listener.connection().sendBytes(new byte[] {1})).isTrue();
            assertThat(listener.connection().sendTruncated("€", 1)).isTrue();
            assertThat(client.frame()).hasToString("1 €");
            assertThat(client.frame()).isEqualTo(new RawClient.Frame(ClientFrames.BINARY, "\u0001"));
            assertThat(client.frame()).isEqualTo(new RawClient.Frame(ClientFrames.TEXT, "\u00E2"));
        }
    }

    @Test
    void pingsHavePongsWithTheirPayload() throws IOException, InterruptedException {
        try (RawClient client = connect()) {
            client.send(ClientFrames.frame(ClientFrames.LAST | ClientFrames.PING, new byte[] {'a', 'b'}));
            assertThat(client.frame()).isEqualTo(new RawClient.Frame(ClientFrames.PONG, "ab"));

            listener.connection().ping();
            assertThat(client.frame()).isEqualTo(new RawClient.Frame(ClientFrames.PING, ""));
            client.send(ClientFrames.frame(ClientFrames.LAST | ClientFrames.PONG, new byte[0]));
            assertThat(listener.next()).isEqualTo("pong");
        }
    }

    @Test
    void messagesOfAllThreadsComeInTheOrderOfEach() throws IOException {
        try (RawClient client = connect()) {
            WebSocketConnection connection = listener.connection();
            IntStream.range(0, 4)
                    .parallel()
                    .forEach(thread -> IntStream.range(0, 1000).forEach(i -> connection.send(thread + " " + i)));
            int[] next = new int[4];

            for (int i = 0; i < 4000; i++) {
                String[] words = client.frame().payload().split(" ", 2);
                assertThat(Integer.parseInt(words[1])).isEqualTo(next[Integer.parseInt(words[0])]++);
            }

            assertThat(next).containsOnly(1000);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1004, 1011, 1015, 1016, 2999, 3000, 4003, 4401, 4999})
    void theServerClosesWithAnyCode(int code) throws IOException, InterruptedException {
        try (RawClient client = connect()) {
            listener.connection().send("last");
            listener.connection().close(code, "because");
            assertThat(listener.connection().isOpen()).isFalse();
            assertThat(listener.connection().send("too late")).isFalse();
            listener.connection().close(4000, "second");

            assertThat(client.frame()).hasToString("1 last");
            assertThat(client.frame()).hasToString("close " + code + " because");
            client.send("ignored");
            assertThat(listener.isEmpty()).isTrue();
            client.send(ClientFrames.close(1000, ""));
            assertThat(client.frame()).isNull();
            assertThat(listener.next()).isEqualTo("closed " + code + " because");
            assertThat(listener.isEmpty()).isTrue();
        }
    }

    @Test
    void theServerClosesWithoutACode() throws IOException, InterruptedException {
        try (RawClient client = connect()) {
            listener.connection().close(1005, "");

            assertThat(client.frame()).isEqualTo(new RawClient.Frame(ClientFrames.CLOSE, ""));
            client.send(ClientFrames.frame(ClientFrames.LAST | ClientFrames.CLOSE, new byte[0]));
            assertThat(client.frame()).isNull();
            assertThat(listener.next()).isEqualTo("closed 1005 ");
        }
    }

    @Test
    void theServerEndsTheConnectionWithoutACloseFrameBehindWhatIsQueued() throws IOException, InterruptedException {
        try (RawClient client = connect()) {
            listener.connection().send("last");
            listener.connection().close(1006, "as the test said");

            assertThat(client.frame()).hasToString("1 last");
            assertThat(client.frame()).isNull();
            client.socket().close();
            assertThat(listener.next()).isEqualTo("closed 1006 as the test said");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 999, 5000, 65536 + 1000})
    void otherCodesAreAnError(int code) throws IOException {
        try (RawClient client = connect()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> listener.connection().close(code, ""))
                    .withMessage("The close code is " + code + ". Use one from 1000 to 4999.");
            assertThat(listener.connection().isOpen()).isTrue();
            assertThat(client.socket().isClosed()).isFalse();
        }
    }

    @Test
    void theCodeOfTheClientIsReturned() throws IOException, InterruptedException {
        try (RawClient client = connect()) {
            listener.connection().send("before");
            client.send(ClientFrames.close(4321, "enough"));

            assertThat(client.frame()).hasToString("1 before");
            assertThat(client.frame()).hasToString("close 4321 enough");
            assertThat(client.frame()).isNull();
            assertThat(listener.next()).isEqualTo("closed 4321 enough");
            assertThat(listener.connection().isOpen()).isFalse();
        }
    }

    @Test
    void aCloseFrameIsReturnedToAClientThatSendsNothingAfterIt() throws IOException {
        try (RawClient client = connect()) {
            client.send(ClientFrames.close(1000, ""));
            client.socket().shutdownOutput();

            assertThat(client.closeCode()).isEqualTo(1000);
            assertThat(client.frame()).isNull();
        }
    }

    @Test
    void theEndOfAClientWithoutACloseFrameIsCode1006() throws IOException, InterruptedException {
        try (RawClient client = connect()) {
            client.socket().shutdownOutput();

            assertThat(client.frame()).isNull();
            assertThat(listener.next())
                    .isEqualTo("closed 1006 The client has ended the connection without a close frame.");
        }
    }

    @Test
    void aResetByTheClientIsCode1006() throws IOException, InterruptedException {
        try (RawClient client = connect()) {
            client.socket().setSoLinger(true, 0);
        }

        assertThat(listener.next()).startsWith("closed 1006 The connection was lost: ");
    }

    @Test
    void aResetByTheServerIsSeenByTheClient() throws IOException, InterruptedException {
        try (RawClient client = connect()) {
            listener.connection().abort();

            assertThatExceptionOfType(IOException.class).isThrownBy(client::frame);
            assertThat(listener.next()).isEqualTo("closed 1006 The server has reset the connection.");
            listener.connection().close(4000, "");
            assertThat(listener.isEmpty()).isTrue();
        }
    }

    @Test
    void aClientThatDoesNotRespondToACloseFrameIsNotWaitedForLong() throws IOException, InterruptedException {
        try (RawClient client =
                connect(Servers.PATIENT.withTimeouts(new WebSocketSettings.Timeouts(LONG, LONG, SHORT)))) {
            listener.connection().close(4003, "kicked");

            assertThat(client.closeCode()).isEqualTo(4003);
            assertThat(client.frame()).isNull();
            assertThat(listener.next()).isEqualTo("closed 4003 kicked");
        }
    }

    @Test
    void aListenerIsToldOfPongs() throws IOException, InterruptedException {
        try (RawClient client = connect()) {
            listener.connection().ping();
            assertThat(client.frame()).isEqualTo(new RawClient.Frame(ClientFrames.PING, ""));

            client.send(ClientFrames.frame(ClientFrames.LAST | ClientFrames.PONG, new byte[0]));

            assertThat(listener.next()).isEqualTo("pong");
        }
    }

    @Test
    void aListenerThatFailsClosesWithCode1011() throws IOException, InterruptedException {
        RecordingListener failing = new RecordingListener() {
            @Override
            public void received(String text) {
                throw new Failure();
            }
        };
        try (RawClient client =
                RawClient.open(servers.accepting(Servers.PATIENT, () -> failing).port())) {
            client.send("hello");

            assertThat(client.frame()).hasToString("close 1011 The server failed: " + new Failure());
            client.socket().close();
            assertThat(failing.next()).isEqualTo("closed 1011 The server failed: " + new Failure());
        }
    }

    /** Is printed by its thread, so it is short. */
    private static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Failure() {
            super("thrown by this test", null, false, false);
        }
    }
}
