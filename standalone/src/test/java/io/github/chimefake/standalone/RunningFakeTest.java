package io.github.chimefake.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.internal.json.Json;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.StreamingConfiguration;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.StsException;

/** The program in this JVM: what it prints, what it serves, and how it ends. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RunningFakeTest {
    private static final String TOKEN = "a-token-that-nobody-may-see";

    private final PipedOutputStream standardInput = new PipedOutputStream();
    private final StringBuilder printed = new StringBuilder();
    private final Lines output = new Lines();
    private CompletableFuture<Integer> exitCode = new CompletableFuture<>();

    /** What the program has printed, by line. */
    private static final class Lines extends OutputStream {
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

        @Override
        public synchronized void write(int letter) {
            if (letter == '\n') {
                lines.add(line.toString(UTF_8));
                line.reset();
            } else {
                line.write(letter);
            }
        }
    }

    private void start(String... args) throws IOException {
        PipedInputStream in = new PipedInputStream(standardInput);
        List<String> all = new ArrayList<>(List.of("--port", "0", "--until-stdin-closes"));
        all.addAll(List.of(args));
        PrintStream out = new PrintStream(output, true, UTF_8);
        exitCode = CompletableFuture.supplyAsync(
                () -> new CommandLineProgram(out, out, in, new Shutdown()).run(all.toArray(String[]::new)));
    }

    private String line() throws InterruptedException {
        String line = output.lines.poll(30, TimeUnit.SECONDS);
        printed.append(line).append('\n');
        return String.valueOf(line);
    }

    private String lineWith(String text) throws InterruptedException {
        String line = line();
        while (!line.contains(text)) {
            line = line();
        }
        return line;
    }

    private JsonObject jsonLine() throws Exception {
        return (JsonObject) Json.parse(line());
    }

    private static String text(JsonObject json, String name) {
        JsonValue value = json.get(name).orElseThrow();
        return value instanceof JsonString string ? string.value() : value.toString();
    }

    @AfterEach
    void end() throws Exception {
        standardInput.close();
        exitCode.get(30, TimeUnit.SECONDS);
    }

    private static ChimeSdkMessagingClient client(JsonObject started, String secretAccessKey) {
        return ChimeSdkMessagingClient.builder()
                .endpointOverride(URI.create(text(started, "endpoint")))
                .region(Region.of(text(started, "region")))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(text(started, "accessKeyId"), secretAccessKey)))
                .build();
    }

    @Test
    void printsJsonLinesAndServesWhatTheySay() throws Exception {
        start("--log", "json", "--control-port", "0", "--control-token", TOKEN, "--known-keys-only");
        JsonObject started = jsonLine();

        assertThat(text(started, "event")).isEqualTo("started");
        assertThat(text(started, "secretAccessKey")).as("not the known one").doesNotContain("of-no-account");
        String alice = text(started, "appInstanceArn") + "/user/alice";
        try (ChimeSdkMessagingClient client = client(started, text(started, "secretAccessKey"))) {
            client.createChannel(request -> request.appInstanceArn(text(started, "appInstanceArn"))
                    .chimeBearer(alice)
                    .name("general"));
            assertThatExceptionOfType(UnauthorizedClientException.class)
                    .isThrownBy(() ->
                            client.listChannels(request -> request.appInstanceArn(text(started, "appInstanceArn"))
                                    .chimeBearer(text(started, "appInstanceArn") + "/user/unregistered")));
        }
        JsonObject created = jsonLine();
        assertThat(text(created, "operation")).isEqualTo("CreateChannel");
        assertThat(text(created, "caller")).isEqualTo("user/test");
        assertThat(text(created, "bearer")).isEqualTo("user/alice");
        assertThat(text(created, "decision")).isEqualTo("served");
        assertThat(text(created, "status")).isEqualTo("201");
        assertThat(text(jsonLine(), "decision")).isEqualTo("bearer UnauthorizedClientException");

        try (ChimeSdkMessagingClient guessed = client(started, "secret-of-no-account-0000000000000000001")) {
            assertThatExceptionOfType(ChimeSdkMessagingException.class)
                    .isThrownBy(() -> guessed.listChannels(request -> request.appInstanceArn("x")))
                    .matches(e -> e.awsErrorDetails().errorCode().equals("InvalidSignatureException"));
        }
        assertThat(text(jsonLine(), "decision")).isEqualTo("credentials InvalidSignatureException");

        assertThat(health(text(started, "control"))).isEqualTo(200);
        standardInput.close();

        assertThat(exitCode.get(30, TimeUnit.SECONDS)).isZero();
        assertThat(printed.toString()).doesNotContain(TOKEN);
    }

    @Test
    void namesTheActionsOfSts() throws Exception {
        start("--log", "json");
        JsonObject started = jsonLine();

        try (StsClient sts = sts(started, text(started, "accessKeyId"));
                StsClient unknown = sts(started, "AKIAUNKNOWN")) {
            sts.getCallerIdentity();
            sts.assumeRole(request ->
                    request.roleArn("arn:aws:iam::111122223333:role/backend").roleSessionName("pod"));
            assertThatExceptionOfType(StsException.class).isThrownBy(unknown::getCallerIdentity);
        }
        HttpRequest script = HttpRequest.newBuilder(URI.create(text(started, "endpoint") + "/?Action=%3Cscript%3E"))
                .build();
        HttpClient.newHttpClient().send(script, BodyHandlers.discarding());

        assertThat(facts(jsonLine())).containsExactly("GetCallerIdentity", "user/test", "served", "200");
        assertThat(facts(jsonLine())).containsExactly("AssumeRole", "user/test", "served", "200");
        assertThat(facts(jsonLine())).startsWith("GetCallerIdentity").endsWith("sts InvalidClientTokenId", "403");
        assertThat(facts(jsonLine())).containsExactly("GET /", "sts InvalidAction", "400");
    }

    private static List<String> facts(JsonObject line) {
        return Stream.of("operation", "caller", "decision", "status")
                .filter(name -> line.get(name).isPresent())
                .map(name -> text(line, name))
                .toList();
    }

    private static StsClient sts(JsonObject started, String accessKeyId) {
        return StsClient.builder()
                .endpointOverride(URI.create(text(started, "endpoint")))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(accessKeyId, text(started, "secretAccessKey"))))
                .build();
    }

    @Test
    void deliversStreamsToAFileUntilItEnds(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("stream.jsonl");
        start("--log", "json", "--stream-file", file.toString());
        JsonObject started = jsonLine();
        try (ChimeSdkMessagingClient client = client(started, text(started, "secretAccessKey"))) {
            client.putMessagingStreamingConfigurations(
                    request -> request.appInstanceArn(text(started, "appInstanceArn"))
                            .streamingConfigurations(StreamingConfiguration.builder()
                                    .dataType("Channel")
                                    .resourceArn("arn:aws:kinesis:us-east-1:111122223333:stream/chime-messaging-chat")
                                    .build()));
            client.createChannel(request -> request.appInstanceArn(text(started, "appInstanceArn"))
                    .chimeBearer(text(started, "appInstanceArn") + "/user/alice")
                    .name("general"));
        }
        standardInput.close();
        exitCode.get(30, TimeUnit.SECONDS);

        assertThat(Files.readAllLines(file))
                .hasSize(3)
                .first()
                .asString()
                .startsWith("{\"EventType\":\"CREATE_CHANNEL\",\"Payload\":{")
                .contains("\"Name\":\"general\"");
    }

    private static int health(String control) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(control + "/v1/health")).build(), BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void printsWhereItServesHttpsAndWhatClientsMustTrust() throws Exception {
        start("--log", "json", "--https-port", "0", "--advertise", "chime.test");
        JsonObject started = jsonLine();

        assertThat(text(started, "httpsEndpoint")).startsWith("https://127.0.0.1:");
        Path certificate = Path.of(text(started, "caCertificate"));
        assertThat(certificate).hasContent(text(started, "caCertificatePem"));
        assertThat(Path.of(text(started, "caTrustStore"))).exists();
        assertThat(text(started, "snippets"))
                .contains(text(started, "httpsEndpoint").replace("127.0.0.1", "chime.test"));
        assertThat(printed.toString()).doesNotContain("PRIVATE");
        standardInput.close();

        assertThat(exitCode.get(30, TimeUnit.SECONDS)).isZero();
        assertThat(certificate).doesNotExist();
    }

    @Test
    void printsTheAddressFirstAndThenWhatClientsNeed() throws Exception {
        start("--advertise", "chime.test", "--advertise", "localhost:9");

        String endpoint = line().replaceFirst("chime-messaging-fake development listens at ", "");
        assertThat(endpoint).startsWith("http://127.0.0.1:");
        String port = endpoint.substring(endpoint.lastIndexOf(':'));
        assertThat(line()).matches("sessions      ws://127\\.0\\.0\\.1:\\d+/connect");
        assertThat(line()).isEqualTo("advertised    http://chime.test" + port);
        assertThat(line()).isEqualTo("advertised    http://localhost:9");
        assertThat(line()).isEqualTo("open to       this machine; any access key");
        assertThat(line()).isEqualTo("hosts         localhost, 127.0.0.1, chime.test");
        assertThat(lineWith("AWS CLI")).isEqualTo("AWS CLI, in sh, bash or zsh:");
        assertThat(printed.toString()).contains("unset AWS_SESSION_TOKEN");
        assertThat(lineWith("create-channel")).contains("--endpoint-url http://chime.test" + port);
        lineWith("e instanceof UnauthorizedClientException");

        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(endpoint + "/nothing?X-Amz-Signature=hidden"))
                                .build(),
                        BodyHandlers.discarding());
        String requestLine = lineWith("GET /nothing");
        assertThat(requestLine)
                .matches(
                        "\\d\\d:\\d\\d:\\d\\d\\.\\d{3} GET /nothing - - endpoint UnknownOperationException 404 \\d+ ms");
    }

    @Test
    void beginsWithTheDataOfAFile(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("team.yaml"), """
                users:
                  - {id: carol, admin: true}
                  - id: dave
                channels:
                  - name: general
                    members: [carol, dave]
                """);
        start("--log", "json", "--fixtures", file.toString());
        JsonObject started = jsonLine();

        String dave = text(started, "appInstanceArn") + "/user/dave";
        assertThat(text(started, "userArns")).contains(dave).doesNotContain("alice", "carol");
        assertThat(text(started, "adminArns")).contains("/user/carol");
        try (ChimeSdkMessagingClient client = client(started, text(started, "secretAccessKey"))) {
            assertThat(client.listChannels(request -> request.appInstanceArn(text(started, "appInstanceArn"))
                                    .chimeBearer(dave))
                            .channels())
                    .hasSize(1);
        }
    }

    @Test
    void aFileThatIsNotValidIsAnErrorThatNamesThePlace(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(
                directory.resolve("team.json"), "{\n\t\"users\": [{\"id\": \"-\"}],\n\t\"chanels\": []}");
        start("--fixtures", file.toString());

        assertThat(exitCode.get(30, TimeUnit.SECONDS)).isEqualTo(1);
        String text = String.join("\n", output.lines);
        assertThat(text)
                .startsWith("The fake could not be started: --fixtures " + file)
                .contains("line 2, $.users[0].id: ", "line 3, $.chanels: it is not known");
    }

    @Test
    void anErrorOfTheStartIsOneSentence() throws Exception {
        start("--app-instance", "arn:aws:chime:us-east-1:111122223333:somewhere/else");

        assertThat(exitCode.get(30, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(line()).startsWith("The fake could not be started: ").contains("somewhere/else");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port", "--control-port", "--session-port", "--https-port"})
    void aPortThatIsTakenIsExplained(String option) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            PipedInputStream in = new PipedInputStream(standardInput);
            PrintStream out = new PrintStream(output, true, UTF_8);
            String[] others = option.equals("--port") ? new String[0] : new String[] {"--port", "0"};
            String[] args =
                    Stream.concat(Stream.of(option, port), Stream.of(others)).toArray(String[]::new);

            exitCode.complete(new CommandLineProgram(out, out, in, new Shutdown()).run(args));

            assertThat(exitCode.get()).isEqualTo(1);
            assertThat(line())
                    .startsWith("The fake could not be started: ")
                    .containsIgnoringCase("port " + port)
                    .containsIgnoringCase("in use")
                    .contains("0 for a");
        }
    }

    @Test
    void anInvalidOptionIsExplained() throws Exception {
        start("--bind", "0.0.0.0");

        assertThat(exitCode.get(30, TimeUnit.SECONDS)).isEqualTo(2);
        assertThat(line()).startsWith("--bind 0.0.0.0 opens the fake to other machines.");
    }

    @Test
    void aTokenAfterAMistypedOptionIsNotPrinted() throws Exception {
        start("--contol-token=" + TOKEN, "--control-token", "a", TOKEN);

        assertThat(exitCode.get(30, TimeUnit.SECONDS)).isEqualTo(2);
        assertThat(String.join("\n", output.lines))
                .startsWith("Unknown options: '--contol-token'.")
                .doesNotContain(TOKEN);
    }

    @Test
    void theFirstLineTellsTheAddressAtIpv6() throws Exception {
        start("--bind", "::", "--any-key");

        assertThat(line()).contains("http://[::1]:");
        assertThat(line()).startsWith("sessions      ws://[::1]:");
        assertThat(line()).isEqualTo("open to       every machine that reaches this one; any access key");
        assertThat(line()).isEqualTo("hosts         localhost");
    }

    @Test
    void aResetLeadsBackToTheUsersAndServes() throws Exception {
        start("--log", "json", "--control-port", "0");
        JsonObject started = jsonLine();
        HttpResponse<String> reset = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(text(started, "control") + "/v1/reset"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString());
        assertThat(reset.statusCode()).as(reset.body()).isBetween(200, 299);

        try (ChimeSdkMessagingClient client = client(started, text(started, "secretAccessKey"))) {
            assertThat(client.listChannels(request -> request.appInstanceArn(text(started, "appInstanceArn"))
                                    .chimeBearer(text(started, "appInstanceArn") + "/user/alice"))
                            .channels())
                    .isEmpty();
        }
    }

    @Test
    void theOpenApiDocumentIsPrintedWithoutAFake() throws Exception {
        start("--print-openapi");

        assertThat(exitCode.get(30, TimeUnit.SECONDS)).isZero();
        assertThat(Json.parse(String.join("\n", output.lines))).isInstanceOf(JsonObject.class);
    }
}
