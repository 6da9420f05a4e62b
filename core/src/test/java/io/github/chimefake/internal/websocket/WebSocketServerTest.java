package io.github.chimefake.internal.websocket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Before a connection is open, and when the server is closed. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WebSocketServerTest {
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Servers servers = new Servers();
    private final RecordingListener listener = new RecordingListener();

    @AfterEach
    void stop() {
        servers.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }

    /** Returns the threads of a server that is closed. Each ends by itself, but maybe a moment later than the call. */
    private static Iterable<Thread> threadsOf(WebSocketServer server) throws InterruptedException {
        var threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("chime-websocket-" + server.port() + "-"))
                .toList();
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        }
        return threads.stream().filter(Thread::isAlive).toList();
    }

    @Test
    void theHandlerSeesTheRequest() throws IOException {
        AtomicReference<UpgradeRequest> seen = new AtomicReference<>();
        WebSocketServer server = servers.start(Servers.PATIENT, request -> {
            seen.set(request);
            return new Upgrade.Accept(listener);
        });

        try (RawClient client = new RawClient(server.port())) {
            client.send(bytes(RawClient.HANDSHAKE.replace("/connect", "/connect?a=b%20c")));
            assertThat(client.head()).startsWith("HTTP/1.1 101 Switching Protocols\r\n");
        }
        assertThat(seen.get().target()).isEqualTo("/connect?a=b%20c");
        assertThat(seen.get().header("host")).contains("localhost");
    }

    @Test
    void framesMayFollowTheRequestAtOnce() throws IOException, InterruptedException {
        WebSocketServer server = servers.accepting(Servers.PATIENT, () -> listener);

        try (RawClient client = new RawClient(server.port())) {
            client.send(bytes(RawClient.HANDSHAKE), ClientFrames.text("early"), ClientFrames.close(1000, ""));

            assertThat(client.head()).startsWith("HTTP/1.1 101 ");
            assertThat(listener.next()).isEqualTo("received early");
            assertThat(client.closeCode()).isEqualTo(1000);
        }
    }

    @Test
    void aListenerMayCloseWhenItIsToldThatTheConnectionIsOpen() throws IOException {
        WebSocketServer server = servers.accepting(Servers.PATIENT, () -> new RecordingListener() {
            @Override
            public void opened(WebSocketConnection opened) {
                opened.close(4401, "Unauthorized");
            }
        });

        try (RawClient client = RawClient.open(server.port())) {
            assertThat(client.frame()).hasToString("close 4401 Unauthorized");
        }
    }

    @Test
    void refusesWithAStatus() throws IOException {
        WebSocketServer server = servers.start(Servers.PATIENT, request -> new Upgrade.Refuse(403, "Not for you.\n"));

        try (RawClient client = new RawClient(server.port())) {
            client.send(bytes(RawClient.HANDSHAKE));
            assertThat(client.rest())
                    .startsWith("HTTP/1.1 403 Forbidden\r\n")
                    .contains("\r\nContent-Length: 13\r\n", "\r\nConnection: close\r\n")
                    .endsWith("\r\n\r\nNot for you.\n");
        }
    }

    @Test
    void resetsInsteadOfAResponse() throws IOException {
        WebSocketServer server = servers.start(Servers.PATIENT, request -> new Upgrade.Reset());

        try (RawClient client = new RawClient(server.port())) {
            client.send(bytes(RawClient.HANDSHAKE));
            assertThatExceptionOfType(IOException.class).isThrownBy(client::rest);
        }
    }

    @Test
    void neverRespondsUntilItIsClosed() throws IOException {
        CountDownLatch asked = new CountDownLatch(1);
        WebSocketServer server = servers.start(
                Servers.PATIENT.withTimeouts(new WebSocketSettings.Timeouts(SHORT, SHORT, SHORT)), request -> {
                    asked.countDown();
                    return new Upgrade.Hang();
                });

        try (RawClient client = new RawClient(server.port())) {
            client.send(bytes(RawClient.HANDSHAKE));
            CompletableFuture<Void> end = CompletableFuture.runAsync(
                    () -> assertThatExceptionOfType(IOException.class).isThrownBy(client::rest));
            assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(end).isNotDone();
            server.close();
            end.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aHandlerThatFailsIsStatus500() throws IOException {
        WebSocketServer server = servers.start(Servers.PATIENT, request -> {
            throw new Failure();
        });

        try (RawClient client = new RawClient(server.port())) {
            client.send(bytes(RawClient.HANDSHAKE));
            assertThat(client.rest()).startsWith("HTTP/1.1 500 ").endsWith("Failure: thrown by this test\n");
        }
    }

    /** Is printed by its thread, so it is short. */
    private static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Failure() {
            super("thrown by this test", null, false, false);
        }
    }

    @Test
    void aPlainRequestIsToldWhatThePortIsFor() throws IOException {
        WebSocketServer server = servers.accepting(Servers.PATIENT, () -> listener);

        try (RawClient client = new RawClient(server.port())) {
            client.send(bytes("POST /channels HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}"));
            assertThat(client.rest())
                    .startsWith("HTTP/1.1 426 Upgrade Required\r\n")
                    .contains("This port serves WebSocket connections (ws://) of Amazon Chime SDK messaging sessions.");
        }
    }

    @Test
    void aClientOfTlsIsRefusedAtOnce() throws IOException {
        WebSocketServer server = servers.accepting(Servers.PATIENT, () -> listener);

        try (RawClient client = new RawClient(server.port())) {
            client.send(new byte[] {0x16, 3, 1, 2, 0});
            assertThat(client.rest()).startsWith("HTTP/1.1 400 ").contains("If it is TLS, use ws:// on this port.");
        }
    }

    @Test
    void aRequestThatNeverEndsIsClosed() throws IOException {
        WebSocketServer server = servers.accepting(
                Servers.PATIENT.withTimeouts(new WebSocketSettings.Timeouts(SHORT, LONG, LONG)), () -> listener);

        try (RawClient client = new RawClient(server.port())) {
            client.send(bytes("GET /connect HTTP/1.1\r\nHost: "));
            assertThat(client.rest()).isEmpty();
        }
    }

    @Test
    void tooManyConnectionsAreReset() throws IOException, InterruptedException {
        WebSocketServer server = servers.accepting(
                Servers.PATIENT.withLimits(new WebSocketSettings.Limits(10_000, 10_000, 1)), () -> listener);

        try (RawClient client = RawClient.open(server.port())) {
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> RawClient.open(server.port()));
            client.send("still here");
            assertThat(listener.next()).isEqualTo("received still here");
        }
    }

    @Test
    void clientsAreToldThatTheServerIsClosedBehindWhatIsQueued() throws IOException, InterruptedException {
        WebSocketServer server = servers.accepting(Servers.PATIENT, () -> listener);

        try (RawClient client = RawClient.open(server.port())) {
            listener.connection().send("last");
            server.close();

            assertThat(client.frame()).hasToString("1 last");
            assertThat(client.frame()).hasToString("close 1001 The server is closed.");
            assertThat(client.frame()).isNull();
            assertThat(listener.next()).isEqualTo("closed 1001 The server is closed.");
            assertThat(threadsOf(server)).isEmpty();
        }
    }

    @Test
    void noThreadIsLeftWhateverConnectionsWereDoing() throws IOException, InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(2);
        WebSocketServer server = servers.start(Servers.PATIENT, request -> {
            asked.countDown();
            switch (request.target()) {
                case "/wait" -> {
                    try {
                        never.await();
                    } catch (InterruptedException closed) {
                        Thread.currentThread().interrupt();
                    }
                    return new Upgrade.Refuse(503, "");
                }
                case "/hang" -> {
                    return new Upgrade.Hang();
                }
                default -> {
                    return new Upgrade.Accept(listener);
                }
            }
        });

        try (RawClient idle = new RawClient(server.port());
                RawClient waiting = new RawClient(server.port());
                RawClient hanging = new RawClient(server.port());
                RawClient slow = new RawClient(server.port(), 4096).open()) {
            waiting.send(bytes(RawClient.HANDSHAKE.replace("/connect", "/wait")));
            hanging.send(bytes(RawClient.HANDSHAKE.replace("/connect", "/hang")));
            assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
            for (int i = 0; i < 5000; i++) {
                listener.connection().send("x".repeat(1000));
            }
            server.close();

            assertThat(threadsOf(server)).isEmpty();
            assertThat(listener.next()).startsWith("closed 1006");
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> new RawClient(server.port()));
            assertThat(idle.socket().isClosed() || slow.socket().isClosed()).isFalse();
        }
    }

    @Test
    void aPortThatIsTakenIsAnError() {
        WebSocketServer server = servers.accepting(Servers.PATIENT, () -> listener);
        InetSocketAddress taken = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> WebSocketServer.start(taken, Servers.PATIENT, request -> new Upgrade.Hang()))
                .withMessageStartingWith("Port " + server.port() + " for WebSocket connections cannot be opened at")
                .withMessageEndingWith("Use another port, or 0 for a free one.");
    }
}
