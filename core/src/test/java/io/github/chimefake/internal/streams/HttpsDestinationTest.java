package io.github.chimefake.internal.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.chimefake.tls.LocalAuthority;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Records that are sent over TLS. */
class HttpsDestinationTest {
    private static final LocalAuthority AUTHORITY = LocalAuthority.create();
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final List<String> received = new CopyOnWriteArrayList<>();
    private HttpsServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpsServer.create(new InetSocketAddress(0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(AUTHORITY.serverContext()));
        server.createContext("/records", exchange -> {
            received.add(exchange.getRequestHeaders().getFirst("Host") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String authority(String host) {
        return host + ":" + server.getAddress().getPort();
    }

    private void deliver(LocalAuthority trusted, String host, String record) throws IOException {
        StreamUrl url = StreamUrl.parse(URI.create("https://" + authority(host) + "/records"), List.of());
        HttpDestination destination =
                new HttpDestination(url, LIMIT, () -> trusted.clientContext().getSocketFactory());
        try {
            destination.deliver(record.getBytes(UTF_8));
        } finally {
            destination.close();
        }
    }

    @Test
    void aServerThatIsTrustedGetsTheRecords() throws IOException {
        deliver(AUTHORITY, "127.0.0.1", "first");
        deliver(AUTHORITY, "localhost", "second");

        assertThat(received).containsExactly(authority("127.0.0.1") + " first", authority("localhost") + " second");
    }

    @Test
    void aServerThatIsNotTrustedGetsNothing() {
        assertThatExceptionOfType(SSLHandshakeException.class)
                .isThrownBy(() -> deliver(LocalAuthority.create(), "127.0.0.1", "secret"));

        assertThat(received).isEmpty();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "Elsewhere, 127.0.0.2 is no address of this machine.")
    void aServerWithTheCertificateOfAnotherNameGetsNothing() {
        assertThatExceptionOfType(SSLHandshakeException.class)
                .isThrownBy(() -> deliver(AUTHORITY, "127.0.0.2", "secret"));

        assertThat(received).isEmpty();
    }
}
