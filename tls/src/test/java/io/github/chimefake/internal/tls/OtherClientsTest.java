package io.github.chimefake.internal.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The certificates, judged by OpenSSL, Python and Node.js, as far as they are installed. */
@Tag("slow")
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OtherClientsTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @TempDir
    private Path directory;

    private final CertificateAuthority authority = CertificateAuthority.inMemory(List.of("chime.test"));
    private HttpServer server;
    private TlsTermination termination;
    private PublicFiles files;

    @BeforeEach
    void start() throws IOException {
        files = PublicFiles.keptIn(directory, authority);
        server = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 5);
            exchange.getResponseBody().write("hello".getBytes(US_ASCII));
            exchange.close();
        });
        server.start();
        serve(List.of());
    }

    private void serve(List<String> hosts) {
        termination = TlsTermination.start(
                authority.issue(hosts).serverContext(), new InetSocketAddress(LOOPBACK, 0), server.getAddress());
    }

    @AfterEach
    void stop() {
        termination.close();
        server.stop(0);
    }

    /** Runs a program, and returns all that it printed with its exit code at the end. */
    private String run(Map<String, String> environment, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        return printed + "exit " + process.waitFor();
    }

    private void assumeInstalled(String program) throws InterruptedException {
        boolean installed;
        try {
            Process process = new ProcessBuilder(program, program.equals("openssl") ? "version" : "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            installed = process.waitFor() == 0;
        } catch (IOException e) {
            installed = false;
        }
        assumeTrue(installed, program + " is not installed, so it cannot judge the certificates");
    }

    private String verify(List<String> hosts, String name) throws Exception {
        List<X509Certificate> chain = authority.issue(hosts).chain();
        Path server = write("server.pem", chain.get(0));
        Path issuer = write("issuer.pem", chain.get(1));
        return run(
                Map.of(),
                "openssl",
                "verify",
                "-x509_strict",
                "-purpose",
                "sslserver",
                "-verify_hostname",
                name,
                "-CAfile",
                files.certificate().toString(),
                "-untrusted",
                issuer.toString(),
                server.toString());
    }

    private Path write(String name, X509Certificate certificate) throws Exception {
        return Files.writeString(directory.resolve(name), new Pem(Pem.CERTIFICATE, certificate.getEncoded()).text());
    }

    @Test
    void openSslIsStrictAboutThem() throws Exception {
        assumeInstalled("openssl");

        assertThat(verify(List.of("chime.test"), "chime.test"))
                .contains("server.pem: OK")
                .endsWith("exit 0");
        assertThat(verify(List.of("example.com"), "example.com"))
                .contains("permitted subtree violation")
                .endsWith("exit 2");
        assertThat(verify(List.of("10.0.0.1"), "localhost"))
                .contains("permitted subtree violation")
                .endsWith("exit 2");
    }

    private String python(String host, String addressOf) throws Exception {
        return run(Map.of(), "python3", "-c", """
                import socket, ssl, sys
                context = ssl.create_default_context(cafile=sys.argv[1])
                context.verify_flags |= ssl.VERIFY_X509_STRICT
                try:
                    tls = context.wrap_socket(socket.create_connection(("127.0.0.1", int(sys.argv[2]))), server_hostname=sys.argv[3])
                    tls.sendall(b"GET / HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n")
                    print(b"".join(iter(lambda: tls.recv(1000), b"")).decode())
                except ssl.SSLCertVerificationError as e:
                    print(e)
                """, files.certificate().toString(), addressOf, host);
    }

    @Test
    void pythonAcceptsThemAndTheirConstraints() throws Exception {
        assumeInstalled("python3");
        String port = String.valueOf(termination.port());

        assertThat(python("localhost", port)).contains("HTTP/1.1 200").contains("hello");
        assertThat(python("::1", port)).contains("hello");
        assertThat(python("example.com", port)).contains("certificate is not valid for 'example.com'");
        termination.close();
        serve(List.of("example.com"));
        assertThat(python("example.com", String.valueOf(termination.port()))).contains("permitted subtree violation");
    }

    private String node(Map<String, String> environment) throws Exception {
        return run(
                environment,
                "node",
                "-e",
                "fetch('https://localhost:" + termination.port() + "').then(r => r.text()).then(console.log,"
                        + " e => console.log(e.cause.code, e.cause.message))");
    }

    @Test
    void nodeAcceptsThemWithItsVariable() throws Exception {
        assumeInstalled("node");
        Map<String, String> trusted =
                Map.of("NODE_EXTRA_CA_CERTS", files.certificate().toString());

        assertThat(node(trusted)).contains("hello");
        assertThat(node(Map.of("NODE_EXTRA_CA_CERTS", ""))).contains("SELF_SIGNED_CERT_IN_CHAIN");
        termination.close();
        serve(List.of("example.com"));
        assertThat(node(trusted)).contains("permitted subtree violation").doesNotContain("hello");
    }

    @Test
    void aJvmTrustsTheStore() throws Exception {
        Path source = Files.writeString(directory.resolve("Get.java"), """
                import java.net.URI;
                import java.net.http.HttpClient;
                import java.net.http.HttpRequest;
                import java.net.http.HttpResponse;

                class Get {
                    public static void main(String[] args) throws Exception {
                        System.out.println(HttpClient.newHttpClient()
                                .send(HttpRequest.newBuilder(URI.create(args[0])).build(), HttpResponse.BodyHandlers.ofString())
                                .body());
                    }
                }
                """);

        assertThat(run(
                        Map.of(),
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djavax.net.ssl.trustStore=" + files.trustStore(),
                        source.toString(),
                        "https://localhost:" + termination.port()))
                .contains("hello");
    }
}
