package io.github.chimefake.standalone;

import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.faults.FaultEffects.resetResponse;
import static io.github.chimefake.faults.FaultEffects.responseClosedHalfWay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

/** The fake over HTTPS, called with a client of the SDK. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HttpsPortTest {
    @TempDir
    private Path directory;

    private ChimeMessagingServer chime;
    private HttpsPort https;
    private ChimeUser alice;
    private String general;

    @BeforeEach
    void start() {
        chime = ChimeMessagingServer.builder().start();
        alice = chime.user("alice");
        general = chime.channel("general").members(alice).create().arn();
        https = open();
    }

    @AfterEach
    void close() {
        https.close();
        chime.close();
    }

    private HttpsPort open(String... arguments) {
        Options options = new Options();
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--https-port";
        all[arguments.length + 1] = "0";
        new CommandLine(options).parseArgs(all);
        Settings settings = options.settings(Map.of());
        return HttpsPort.open(chime, settings, settings.https().orElseThrow());
    }

    private UrlConnectionHttpClient.Builder http() {
        try (InputStream file = Files.newInputStream(https.trustStore())) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(file, null);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            return UrlConnectionHttpClient.builder().tlsTrustManagersProvider(trust::getTrustManagers);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private ChimeSdkMessagingClient client(URI endpoint, UrlConnectionHttpClient.Builder http) {
        return chime.clients()
                .configure(ChimeSdkMessagingClient.builder())
                .endpointOverride(endpoint)
                .httpClient(http.build())
                .overrideConfiguration(all -> all.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .build();
    }

    private void send(ChimeSdkMessagingClient client, String bearer) {
        client.sendChannelMessage(request -> request.channelArn(general)
                .chimeBearer(bearer)
                .content("hello")
                .type(ChannelMessageType.STANDARD)
                .persistence(ChannelMessagePersistenceType.PERSISTENT));
    }

    @Test
    void servesWhatThePlainPortServes() {
        try (ChimeSdkMessagingClient client = client(https.address(), http())) {
            send(client, alice.arn());
            assertThatExceptionOfType(UnauthorizedClientException.class)
                    .isThrownBy(() -> send(client, alice.arn() + "-unregistered"));
        }
        assertThat(chime.journal().calls()).hasSize(2);
    }

    @Test
    void acceptsTheNamesOfLoopback() {
        URI byName = URI.create("https://localhost:" + https.port());
        try (ChimeSdkMessagingClient client = client(byName, http())) {
            send(client, alice.arn());
        }
    }

    @Test
    void connectionsBreakOffAsOverThePlainPort() {
        try (ChimeSdkMessagingClient client = client(https.address(), http())) {
            chime.faults().on(SEND_CHANNEL_MESSAGE).once().loseResponse();
            assertLost(client);
            chime.faults().on(SEND_CHANNEL_MESSAGE).once().loseRequest();
            assertLost(client);
            chime.faults().on(SEND_CHANNEL_MESSAGE).once().inject(resetResponse());
            assertLost(client);
            chime.faults().on(SEND_CHANNEL_MESSAGE).once().inject(responseClosedHalfWay());
            assertLost(client);
            chime.offline();
            assertLost(client);
            chime.online();
            send(client, alice.arn());
        }
    }

    private void assertLost(ChimeSdkMessagingClient client) {
        assertThatExceptionOfType(SdkClientException.class)
                .isThrownBy(() -> send(client, alice.arn()))
                .withRootCauseInstanceOf(IOException.class);
    }

    @Test
    void aClientWithoutTheCertificateRefusesIt() {
        try (ChimeSdkMessagingClient client = client(https.address(), UrlConnectionHttpClient.builder())) {
            assertThatExceptionOfType(SdkClientException.class)
                    .isThrownBy(() -> send(client, alice.arn()))
                    .withCauseInstanceOf(SSLHandshakeException.class);
        }
        assertThat(chime.journal().calls()).isEmpty();
    }

    @Test
    void nothingIsLeftOfAnAuthorityInMemory() {
        Path certificate = https.certificate();
        assertThat(certificate).hasContent(https.certificatePem());

        https.close();

        assertThat(Objects.requireNonNull(certificate.getParent())).doesNotExist();
    }

    @Test
    void aDirectoryKeepsTheAuthority() {
        String[] options = {"--ca-dir", directory.toString(), "--advertise", "chime.test"};
        String first;
        try (HttpsPort port = open(options)) {
            first = port.certificatePem();
            assertThat(port.certificate()).isEqualTo(directory.resolve("ca.pem"));
        }
        try (HttpsPort port = open(options)) {
            assertThat(port.certificatePem()).isEqualTo(first);
        }
        assertThat(directory.resolve("ca.pem")).hasContent(first);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> open("--ca-dir", directory.toString(), "--advertise", "other.test"))
                .withMessageContaining("may not issue a certificate for all of")
                .withMessageContaining("other.test")
                .withMessageContaining("delete ca-key.pem");
    }

    @Test
    @Tag("slow")
    void boto3TrustsTheCertificateByItsVariable() throws Exception {
        assumeTrue(
                python("import boto3").endsWith("exit 0"), "there is no Python with boto3, which could be the client");

        assertThat(python("""
                        import boto3
                        client = boto3.client("chime-sdk-messaging", region_name="us-east-1")
                        print(client.list_channel_messages(ChannelArn="%s", ChimeBearer="%s")["ChannelMessages"])
                        """.formatted(general, alice.arn()))).isEqualTo("[]\nexit 0");
    }

    private String python(String program) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("python3", "-c", program).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("AWS_"));
        environment.putAll(Map.of(
                "AWS_CONFIG_FILE", directory.resolve("none").toString(),
                "AWS_SHARED_CREDENTIALS_FILE", directory.resolve("none").toString(),
                "AWS_CA_BUNDLE", https.certificate().toString(),
                "AWS_ENDPOINT_URL_CHIME_SDK_MESSAGING", https.address().toString(),
                "AWS_ACCESS_KEY_ID", chime.caller().credentials().accessKeyId(),
                "AWS_SECRET_ACCESS_KEY", chime.caller().credentials().secretAccessKey(),
                "NO_PROXY", "127.0.0.1"));
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return printed + "exit " + process.waitFor();
        } catch (IOException notInstalled) {
            return notInstalled.toString();
        }
    }

    @Test
    void theLinesToPasteNameTheFiles() {
        assertThat(https.snippets("chime.test"))
                .anySatisfy((client, lines) -> assertThat(lines)
                        .contains("AWS_CA_BUNDLE=" + https.certificate())
                        .contains("NODE_EXTRA_CA_CERTS=" + https.certificate())
                        .contains("AWS_ENDPOINT_URL_CHIME_SDK_MESSAGING=https://chime.test:" + https.port()))
                .anySatisfy((client, lines) ->
                        assertThat(lines).isEqualTo("-Djavax.net.ssl.trustStore=" + https.trustStore() + "\n"));
        try (HttpsPort port = open("--ca-dir", directory.resolve("it's here").toString())) {
            assertThat(port.snippets("localhost").values())
                    .anyMatch(lines -> lines.contains("/it'\\''s here/ca.pem' NODE_EXTRA"));
        }
    }
}
