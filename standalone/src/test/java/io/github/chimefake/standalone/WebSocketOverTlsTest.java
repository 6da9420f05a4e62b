package io.github.chimefake.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.internal.tls.CertificateAuthority;
import io.github.chimefake.internal.tls.TlsTermination;
import io.github.chimefake.internal.websocket.Upgrade;
import io.github.chimefake.internal.websocket.WebSocketConnection;
import io.github.chimefake.internal.websocket.WebSocketListener;
import io.github.chimefake.internal.websocket.WebSocketServer;
import io.github.chimefake.internal.websocket.WebSocketSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A port that ends TLS, in front of the WebSocket server: both ends of a connection see how the other one has ended it. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WebSocketOverTlsTest {
    private static final CertificateAuthority AUTHORITY = CertificateAuthority.inMemory(List.of());
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final CompletableFuture<WebSocketConnection> connection = new CompletableFuture<>();
    private final BlockingQueue<String> server = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> client = new LinkedBlockingQueue<>();
    private WebSocketServer plain;
    private TlsTermination tls;
    private WebSocket socket;

    @BeforeEach
    void connect() throws GeneralSecurityException, IOException {
        plain = WebSocketServer.start(
                new InetSocketAddress(LOOPBACK, 0),
                WebSocketSettings.DEFAULTS,
                request -> new Upgrade.Accept(new ServerSide()));
        tls = TlsTermination.start(
                AUTHORITY.issue(List.of()).serverContext(),
                new InetSocketAddress(LOOPBACK, 0),
                new InetSocketAddress(LOOPBACK, plain.port()));
        socket = HttpClient.newBuilder()
                .sslContext(trusting())
                .build()
                .newWebSocketBuilder()
                .buildAsync(URI.create("wss://localhost:" + tls.port() + "/connect"), new ClientSide())
                .join();
    }

    @AfterEach
    void close() {
        tls.close();
        plain.close();
    }

    private static SSLContext trusting() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null);
        store.setCertificateEntry("authority", AUTHORITY.certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private final class ServerSide implements WebSocketListener {
        @Override
        public void opened(WebSocketConnection opened) {
            connection.complete(opened);
        }

        @Override
        public void received(String text) {
            connection.join().send(text);
        }

        @Override
        public void closed(int code, String reason) {
            server.add(code + " " + reason);
        }
    }

    private final class ClientSide implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket opened, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                client.add(text.toString());
                text.setLength(0);
            }
            opened.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket opened, int code, String reason) {
            client.add("closed " + code + " " + reason);
            return null;
        }

        @Override
        public void onError(WebSocket opened, Throwable error) {
            client.add("error");
        }
    }

    private static @Nullable String next(BlockingQueue<String> events) throws InterruptedException {
        return events.poll(30, TimeUnit.SECONDS);
    }

    @Test
    void messagesGoBothWays() throws InterruptedException {
        String large = "é".repeat(50_000);
        socket.sendText(large, true).join();
        socket.sendClose(4002, "enough").join();

        assertThat(next(client)).isEqualTo(large);
        assertThat(next(client)).isEqualTo("closed 4002 enough");
        assertThat(next(server)).isEqualTo("4002 enough");
    }

    @Test
    void theClientSeesTheCodeOfTheServerBehindWhatIsQueued() throws InterruptedException {
        connection.join().send("last");
        connection.join().close(4401, "Unauthorized");

        assertThat(next(client)).isEqualTo("last");
        assertThat(next(client)).isEqualTo("closed 4401 Unauthorized");
        assertThat(next(server)).isEqualTo("4401 Unauthorized");
    }

    @Test
    void theClientSeesAReset() throws InterruptedException {
        connection.join().abort();

        assertThat(next(client)).isEqualTo("error");
        assertThat(next(server)).isEqualTo("1006 The server has reset the connection.");
    }

    @Test
    void theClientSeesTheEndWithoutACloseFrame() throws InterruptedException {
        connection.join().send("last");
        connection.join().close(1006, "as the test said");

        assertThat(next(client)).isEqualTo("last");
        assertThat(next(client)).isEqualTo("closed 1006 ");
        assertThat(next(server)).isEqualTo("1006 as the test said");
    }

    @Test
    void theServerSeesThatTheClientIsGone() throws InterruptedException {
        connection.join();
        socket.abort();

        assertThat(next(server)).startsWith("1006 ");
    }

    @Test
    void theClientSeesThatTheServerIsClosed() throws InterruptedException {
        connection.join();
        plain.close();

        assertThat(next(client)).isEqualTo("closed 1001 The server is closed.");
    }
}
