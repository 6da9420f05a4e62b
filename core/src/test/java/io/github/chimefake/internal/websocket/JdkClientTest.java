package io.github.chimefake.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the JDK's client, which is not ours, sees of the server. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class JdkClientTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Servers servers = new Servers();
    private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    private final RecordingListener listener = new RecordingListener();

    @AfterEach
    void stop() {
        servers.close();
    }

    private WebSocket connect(WebSocketHandler handler) {
        int port = servers.start(Servers.PATIENT, handler).port();
        return HTTP.newWebSocketBuilder()
                .buildAsync(URI.create("ws://localhost:" + port + "/connect"), new Recorder())
                .join();
    }

    /** Records what the client sees. */
    private final class Recorder implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                seen.add(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
            seen.add("pong " + message.remaining());
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            seen.add("close " + code + " " + reason);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            seen.add("error " + error.getClass().getSimpleName());
        }
    }

    private String next() throws InterruptedException {
        return String.valueOf(seen.poll(30, TimeUnit.SECONDS));
    }

    @Test
    void messagesAndFragmentsAreReturned() throws InterruptedException {
        WebSocket socket = connect(request -> new Upgrade.Accept(new EchoListener()));
        String large = "é".repeat(40_000);

        socket.sendText("a", false).join();
        socket.sendPing(ByteBuffer.wrap(new byte[5])).join();
        socket.sendText("b", true).join();
        socket.sendText(large, true).join();
        socket.sendClose(4999, "done").join();

        assertThat(next()).isEqualTo("pong 5");
        assertThat(next()).isEqualTo("ab");
        assertThat(next()).isEqualTo(large);
        assertThat(next()).isEqualTo("close 4999 done");
    }

    @Test
    void manyMessagesComeInOrder() throws InterruptedException {
        connect(request -> new Upgrade.Accept(listener));

        IntStream.range(0, 2000).forEach(i -> listener.connection().send("message " + i));
        listener.connection().close(4401, "Unauthorized");

        for (int i = 0; i < 2000; i++) {
            assertThat(next()).isEqualTo("message " + i);
        }
        assertThat(next()).isEqualTo("close 4401 Unauthorized");
        assertThat(listener.next()).isEqualTo("closed 4401 Unauthorized");
    }

    @Test
    void itRespondsToPings() throws InterruptedException {
        connect(request -> new Upgrade.Accept(listener));

        listener.connection().ping();

        assertThat(listener.next()).isEqualTo("pong");
    }

    @Test
    void theEndWithoutACloseFrameIsCode1006() throws InterruptedException {
        connect(request -> new Upgrade.Accept(listener));

        listener.connection().close(1006, "");

        assertThat(next()).isEqualTo("close 1006 ");
    }

    @Test
    void aResetIsAnError() throws InterruptedException {
        connect(request -> new Upgrade.Accept(listener));

        listener.connection().abort();

        assertThat(next()).startsWith("error ");
    }

    @Test
    void aTextThatIsCutWithinACharacterIsAnError() throws InterruptedException {
        connect(request -> new Upgrade.Accept(listener));

        listener.connection().sendTruncated("é", 1);

        assertThat(next()).startsWith("error ");
        assertThat(listener.next()).startsWith("closed ");
    }

    @Test
    void aRefusalHasItsStatus() {
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> connect(request -> new Upgrade.Refuse(403, "no")))
                .havingCause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refused ->
                                assertThat(refused.getResponse().statusCode()).isEqualTo(403));
    }

    @Test
    void aResetBeforeTheResponseIsAnError() {
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> connect(request -> new Upgrade.Reset()))
                .withCauseInstanceOf(IOException.class);
    }
}
