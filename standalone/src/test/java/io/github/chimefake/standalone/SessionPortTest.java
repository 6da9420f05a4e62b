package io.github.chimefake.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.internal.json.Json;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.session.MessagingSession;
import io.github.chimefake.session.MessagingSessionBuilder;
import io.github.chimefake.session.SessionClosedException;
import java.io.ByteArrayInputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** Messaging sessions of the program, plain and over TLS. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SessionPortTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final PipedOutputStream standardInput = new PipedOutputStream();
    private final PrintedLines output = new PrintedLines();
    private CompletableFuture<Integer> exitCode = new CompletableFuture<>();

    private void start(String... args) throws Exception {
        PipedInputStream in = new PipedInputStream(standardInput);
        List<String> all = new ArrayList<>(List.of("--port", "0", "--until-stdin-closes", "--log", "json"));
        all.addAll(List.of(args));
        PrintStream out = new PrintStream(output, true, UTF_8);
        exitCode = CompletableFuture.supplyAsync(
                () -> new CommandLineProgram(out, out, in, new Shutdown()).run(all.toArray(String[]::new)));
    }

    @AfterEach
    void end() throws Exception {
        standardInput.close();
        exitCode.get(30, TimeUnit.SECONDS);
    }

    private JsonObject started() throws Exception {
        return (JsonObject) Json.parse(output.line());
    }

    /** Returns the next line about a session. */
    private String sessionLine() throws Exception {
        return output.lineWith("\"event\":\"session\"");
    }

    private static String text(JsonObject json, String name) {
        return ((JsonString) json.get(name).orElseThrow()).value();
    }

    private static StaticCredentialsProvider keys(String accessKeyId, String secretAccessKey) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, secretAccessKey));
    }

    private static ChimeSdkMessagingClient client(JsonObject started) {
        return ChimeSdkMessagingClient.builder()
                .endpointOverride(URI.create(text(started, "endpoint")))
                .region(Region.of(text(started, "region")))
                .credentialsProvider(keys(text(started, "accessKeyId"), text(started, "secretAccessKey")))
                .build();
    }

    private static MessagingSessionBuilder session(JsonObject started, ChimeSdkMessagingClient client) {
        return MessagingSession.builder()
                .client(client)
                .userArn(text(started, "appInstanceArn") + "/user/alice")
                .region(Region.of(text(started, "region")))
                .credentialsProvider(keys(text(started, "accessKeyId"), text(started, "secretAccessKey")))
                .noReconnection();
    }

    private static HttpResponse<String> post(JsonObject started, String path, String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(text(started, "control") + path))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static SSLContext trusting(String pem) throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null);
        store.setCertificateEntry(
                "authority",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(pem.getBytes(UTF_8))));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    @Test
    void aPortServesPlainAndOverTlsAndADropIsSeenByTheClient() throws Exception {
        start("--https-port", "0", "--control-port", "0");
        JsonObject started = started();
        assertThat(text(started, "sessionEndpoint")).matches("127\\.0\\.0\\.1:\\d+");
        try (ChimeSdkMessagingClient client = client(started);
                MessagingSession overTls = session(started, client)
                        .sslContext(trusting(text(started, "caCertificatePem")))
                        .build()
                        .start();
                MessagingSession plain =
                        session(started, client).plain().build().start()) {
            assertThat(sessionLine())
                    .contains("\"operation\":\"Connect\"", "user/alice", "\"decision\":\"established\"");
            assertThat(sessionLine()).contains("\"decision\":\"established\"");

            HttpResponse<String> dropped = post(started, "/v1/sessions/drop", "{\"user\": \"alice\"}");

            assertThat(dropped.body()).contains("2");
            assertThat(overTls.awaitClose(LIMIT).code()).isEqualTo(1006);
            assertThat(plain.awaitClose(LIMIT).code()).isEqualTo(1006);
            assertThat(sessionLine()).contains("\"decision\":\"closed\"", "\"code\":1006");
        }
    }

    @Test
    void onlyKnownKeysConnectIfTheProgramSaysSo() throws Exception {
        start("--known-keys-only");
        JsonObject started = started();
        try (ChimeSdkMessagingClient client = client(started);
                MessagingSession stranger = session(started, client)
                        .credentialsProvider(keys("AKIAUNKNOWN000000000", "secret"))
                        .plain()
                        .build();
                MessagingSession known = session(started, client).plain().build()) {
            assertThatExceptionOfType(SessionClosedException.class)
                    .isThrownBy(stranger::start)
                    .withMessageContaining("4401");
            assertThat(sessionLine()).contains("user/alice", "\"code\":4401").doesNotContain("established");

            known.start();
            assertThat(sessionLine()).contains("established");
        }
    }

    @Test
    void theLineOfAConnectThatAFaultEndsSaysSo() throws Exception {
        start("--control-port", "0");
        JsonObject started = started();
        String close = "{\"once\": true, \"effect\": {\"type\": \"close\", \"code\": 4005}}";
        String respond = "{\"once\": true, \"effect\": {\"type\": \"respond\", \"status\": 503}}";
        assertThat(post(started, "/v1/connect-faults", close).statusCode()).isEqualTo(201);
        assertThat(post(started, "/v1/connect-faults", respond).statusCode()).isEqualTo(201);
        try (ChimeSdkMessagingClient client = client(started);
                MessagingSession closed = session(started, client).plain().build();
                MessagingSession failed = session(started, client).plain().build();
                MessagingSession established = session(started, client).plain().build()) {
            assertThatExceptionOfType(SessionClosedException.class).isThrownBy(closed::start);
            assertThat(sessionLine()).contains("\"decision\":\"fault\"", "\"code\":4005");

            assertThatExceptionOfType(SessionClosedException.class).isThrownBy(failed::start);
            assertThat(sessionLine()).contains("\"decision\":\"fault\"").doesNotContain("\"code\"");

            established.start();
            assertThat(sessionLine()).contains("established");
        }
    }

    @Test
    void theEndpointThatIsGivenIsTold() throws Exception {
        start("--session-endpoint", "chat.test:443");
        JsonObject started = started();

        assertThat(text(started, "sessionEndpoint")).isEqualTo("chat.test:443");
        try (ChimeSdkMessagingClient client = client(started)) {
            assertThat(client.getMessagingSessionEndpoint(request -> {})
                            .endpoint()
                            .url())
                    .isEqualTo("chat.test:443");
        }
    }

    @Test
    void aPortThatIsTakenIsAnErrorOfTheStart() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            start("--session-port", String.valueOf(taken.getLocalPort()));

            assertThat(exitCode.get(30, TimeUnit.SECONDS)).isEqualTo(1);
            assertThat(output.line()).contains("could not be started", String.valueOf(taken.getLocalPort()));
        }
    }
}
