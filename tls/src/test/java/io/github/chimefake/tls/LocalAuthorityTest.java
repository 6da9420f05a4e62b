package io.github.chimefake.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LocalAuthorityTest {
    @TempDir
    private Path directory;

    /** Connects as a client does that checks the name, and returns the byte that the server has sent. */
    private static int received(SSLContext client, SSLContext server, String name) throws IOException {
        try (ServerSocket listening =
                server.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> {
                try (Socket connection = listening.accept()) {
                    connection.getOutputStream().write(7);
                } catch (IOException e) {
                    // The client does not trust the certificate.
                }
            });
            try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), listening.getLocalPort());
                    SSLSocket socket = (SSLSocket)
                            client.getSocketFactory().createSocket(plain, name, listening.getLocalPort(), true)) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
                return socket.getInputStream().read();
            } finally {
                served.join();
            }
        }
    }

    @Test
    void itsClientsTrustItsServersUnderTheirNames() throws IOException {
        LocalAuthority authority = LocalAuthority.create("chat.test");

        for (String name : new String[] {"localhost", "127.0.0.1", "chat.test"}) {
            assertThat(received(authority.clientContext(), authority.serverContext(), name))
                    .as(name)
                    .isEqualTo(7);
        }
        Assertions.assertThatExceptionOfType(SSLHandshakeException.class)
                .isThrownBy(() -> received(authority.clientContext(), authority.serverContext(), "other.test"));
    }

    @Test
    void clientsOfAnotherAuthorityDoNotTrustIt() {
        Assertions.assertThatExceptionOfType(SSLHandshakeException.class)
                .isThrownBy(() -> received(
                        LocalAuthority.create().clientContext(),
                        LocalAuthority.create().serverContext(),
                        "localhost"));
    }

    @Test
    void aDirectoryKeepsItForItsHosts() {
        LocalAuthority kept = LocalAuthority.keptIn(directory.resolve("ca"), "chat.test");

        assertThat(LocalAuthority.keptIn(directory.resolve("ca"), "chat.test").certificate())
                .isEqualTo(kept.certificate());
        assertThat(kept.certificatePem()).startsWith("-----BEGIN CERTIFICATE-----");
        assertThatIllegalStateException()
                .isThrownBy(() -> LocalAuthority.keptIn(directory.resolve("ca"), "other.test"))
                .withMessageContaining("other.test");
    }

    @Test
    void aHostThatCannotBeInACertificateIsAnError() {
        assertThatIllegalArgumentException().isThrownBy(() -> LocalAuthority.create("a b"));
    }
}
