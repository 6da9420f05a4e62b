package io.github.chimefake.internal.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client of TLS sees of a server that speaks none. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TlsTerminationTest {
    private static final CertificateAuthority AUTHORITY = CertificateAuthority.inMemory(List.of());
    private static final SSLContext SERVER = AUTHORITY.issue(List.of()).serverContext();
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final ExecutorService threads = Executors.newCachedThreadPool(ConnectionThreads::daemon);
    private final List<Socket> sockets = new ArrayList<>();
    private ServerSocket server;
    private TlsTermination termination;

    /** What the server does with a connection. */
    private interface Behavior {
        void serve(Socket connection) throws IOException;
    }

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 50, LOOPBACK);
        termination = start(SERVER);
    }

    @AfterEach
    void close() throws IOException {
        termination.close();
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        threads.shutdownNow();
    }

    private TlsTermination start(SSLContext context) {
        return TlsTermination.start(
                context, new InetSocketAddress(LOOPBACK, 0), new InetSocketAddress(LOOPBACK, server.getLocalPort()));
    }

    private void serve(Behavior behavior) {
        threads.execute(() -> {
            while (!server.isClosed()) {
                try {
                    Socket connection = server.accept();
                    threads.execute(() -> {
                        try (connection) {
                            behavior.serve(connection);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    static SSLContext trusting(CertificateAuthority authority) {
        try {
            KeyStore store = KeyStore.getInstance("JKS");
            store.load(new ByteArrayInputStream(authority.trustStore()), null);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private Socket plain() throws IOException {
        Socket socket = new Socket(LOOPBACK, termination.port());
        sockets.add(socket);
        return socket;
    }

    private SSLSocket connect(String host, CertificateAuthority trusted, String... protocols) throws IOException {
        SSLSocket socket =
                (SSLSocket) trusting(trusted).getSocketFactory().createSocket(plain(), host, termination.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        if (protocols.length > 0) {
            parameters.setProtocols(protocols);
        }
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private SSLSocket connect() throws IOException {
        return connect("localhost", AUTHORITY);
    }

    private static void echo(Socket connection) throws IOException {
        connection.getInputStream().transferTo(connection.getOutputStream());
    }

    private static void assertEchoes(SSLSocket socket, int bytes) throws Exception {
        byte[] sent = new byte[bytes];
        IntStream.range(0, bytes).forEach(i -> sent[i] = (byte) (i * 31));
        CompletableFuture<byte[]> received = CompletableFuture.supplyAsync(() -> {
            try {
                return socket.getInputStream().readNBytes(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        socket.getOutputStream().write(sent);
        assertThat(received.get()).isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void forwardsBothWays(String protocol) throws Exception {
        serve(TlsTerminationTest::echo);
        SSLSocket socket = connect("localhost", AUTHORITY, protocol);

        assertEchoes(socket, 1);
        assertEchoes(socket, 1_000_000);
        assertThat(socket.getSession().getProtocol()).isEqualTo(protocol);
    }

    @Test
    void servesManyConnectionsAtOnce() throws Exception {
        serve(TlsTerminationTest::echo);
        List<SSLSocket> open = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            open.add(connect());
        }

        for (SSLSocket socket : open) {
            assertEchoes(socket, 10);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "::1"})
    void clientsVerifyEachNameOfLoopback(String host) throws Exception {
        serve(TlsTerminationTest::echo);

        assertEchoes(connect(host, AUTHORITY), 1);
    }

    @Test
    void clientsRefuseOtherNamesAndAuthorities() throws Exception {
        serve(TlsTerminationTest::echo);

        assertThatExceptionOfType(SSLHandshakeException.class)
                .isThrownBy(() -> connect("example.com", AUTHORITY))
                .withMessageContaining("example.com");
        assertThatExceptionOfType(SSLHandshakeException.class)
                .isThrownBy(() -> connect("localhost", CertificateAuthority.inMemory(List.of())));
        assertEchoes(connect(), 1);
    }

    @Test
    void clientsRefuseWhatTheAuthorityMayNotIssue() throws Exception {
        serve(TlsTerminationTest::echo);
        termination.close();
        termination = start(AUTHORITY.issue(List.of("example.com")).serverContext());

        assertThatExceptionOfType(SSLHandshakeException.class)
                .isThrownBy(() -> connect("example.com", AUTHORITY))
                .withStackTraceContaining("name constraints");
    }

    @Test
    void theResponseArrivesAfterTheClientHasEndedItsRequests() throws Exception {
        serve(connection -> {
            byte[] request = connection.getInputStream().readAllBytes();
            connection.getOutputStream().write(request.length);
        });
        SSLSocket socket = connect("localhost", AUTHORITY, "TLSv1.3");
        socket.getOutputStream().write(new byte[7]);
        socket.shutdownOutput();

        assertThat(socket.getInputStream().readAllBytes()).containsExactly(7);
    }

    @Test
    void theEndOfTheServerIsTheEndForTheClient() throws Exception {
        serve(connection -> connection.getOutputStream().write("response".getBytes(US_ASCII)));

        assertThat(connect().getInputStream().readAllBytes()).asString().isEqualTo("response");
    }

    @Test
    void aResetOfTheServerIsNoEndForTheClient() throws Exception {
        serve(connection -> {
            connection.getInputStream().read();
            connection.setSoLinger(true, 0);
        });
        SSLSocket socket = connect();
        socket.getOutputStream().write(1);

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> socket.getInputStream().read());
    }

    @Test
    void aClientThatIsGoneEndsTheConnectionOfTheServer() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        serve(connection -> {
            connection.getInputStream().transferTo(OutputStream.nullOutputStream());
            ended.countDown();
        });
        Socket underneath = plain();
        SSLSocket socket =
                (SSLSocket) trusting(AUTHORITY).getSocketFactory().createSocket(underneath, "localhost", 1, true);
        socket.startHandshake();
        underneath.close();

        ended.await();
    }

    @Test
    void aServerThatDoesNotListenResetsBeforeTheHandshake() throws Exception {
        server.close();

        assertThatExceptionOfType(IOException.class).isThrownBy(this::connect);
    }

    @Test
    void aRequestWithoutTlsIsExplained() throws Exception {
        serve(TlsTerminationTest::echo);
        Socket socket = plain();
        socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));

        String response = new String(socket.getInputStream().readAllBytes(), US_ASCII);

        assertThat(response).startsWith("HTTP/1.1 400 ").endsWith("Begin the URL with https://.\n");
    }

    private TlsTermination start(Duration toHandshake, int maxConnections) {
        return TlsTermination.start(
                SERVER,
                new InetSocketAddress(LOOPBACK, 0),
                new InetSocketAddress(LOOPBACK, server.getLocalPort()),
                toHandshake,
                maxConnections);
    }

    @Test
    void aHandshakeThatTakesTooLongIsEnded() throws Exception {
        serve(TlsTerminationTest::echo);
        termination.close();
        termination = start(Duration.ofMillis(100), 10);
        Socket socket = plain();
        socket.getOutputStream().write(22);

        assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void moreConnectionsThanItTakesAreClosed() throws Exception {
        serve(TlsTerminationTest::echo);
        termination.close();
        termination = start(Duration.ofSeconds(30), 1);
        SSLSocket first = connect();

        assertThat(plain().getInputStream().read()).isEqualTo(-1);

        assertEchoes(first, 1);
    }

    @Test
    void closingEndsConnectionsInAllStates() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        serve(connection -> {
            reached.countDown();
            connection.getInputStream().transferTo(OutputStream.nullOutputStream());
        });
        InputStream beforeHandshake = plain().getInputStream();
        SSLSocket established = connect();
        established.getOutputStream().write(1);
        reached.await();

        termination.close();

        assertThat(beforeHandshake.read()).isEqualTo(-1);
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> {
            if (established.getInputStream().read() < 0) {
                throw new IOException("ended");
            }
        });
        assertThatExceptionOfType(IOException.class).isThrownBy(this::plain);
    }

    @Test
    void aPortThatIsTakenIsExplained() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> TlsTermination.start(
                        SERVER,
                        new InetSocketAddress(LOOPBACK, server.getLocalPort()),
                        new InetSocketAddress(LOOPBACK, server.getLocalPort())))
                .withMessageStartingWith("Port " + server.getLocalPort() + " for HTTPS cannot be opened at 127.0.0.1: ")
                .withMessageEndingWith("Use another port, or 0 for any free one.");
    }
}
