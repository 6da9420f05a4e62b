package io.github.chimefake.internal.control.streams;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.control.Served;
import io.github.chimefake.internal.control.Served.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.chimesdkmessaging.model.StreamingConfiguration;

class StreamRoutesTest {
    private static final String STREAM = "arn:aws:kinesis:us-east-1:111122223333:stream/chime-messaging-chat";
    private static final String TOKEN = "token-of-the-test";

    private final Served fake = Served.start(UnaryOperator.identity(), control -> control.token(TOKEN));
    private final ChimeUser alice = fake.chime().user("alice");
    private final ChimeChannel general =
            fake.chime().channel("general").members(alice).create();

    @TempDir
    private Path directory;

    @AfterEach
    void close() {
        fake.close();
    }

    private Answer send(String method, String path, String body) {
        return fake.send(
                path,
                request -> request.method(method, BodyPublishers.ofString(body.replace('\'', '"')))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + TOKEN));
    }

    private Answer add(String words) {
        return send("POST", "/v1/streams", "{" + words + "}");
    }

    private String toFile(Path file) {
        return "'toFile': '" + file.toString().replace("\\", "\\\\") + "'";
    }

    private void stream() {
        fake.chime()
                .client()
                .putMessagingStreamingConfigurations(request -> request.appInstanceArn(
                                fake.chime().appInstance().arn())
                        .streamingConfigurations(StreamingConfiguration.builder()
                                .dataType("ChannelMessage")
                                .resourceArn(STREAM)
                                .build()));
    }

    @Test
    void aFileGetsTheRecordsAndIsWaitedFor() throws IOException {
        stream();
        Path file = directory.resolve("stream.jsonl");
        String id =
                add("'ofStream': '" + STREAM + "', " + toFile(file)).has(201).text("id");

        fake.chime().actor(alice).send(general, "hello");

        Answer waited =
                send("GET", "/v1/streams/" + id + "/wait?timeout=PT20S", "").has(200);
        assertThat(waited.text("satisfied")).isEqualTo("true");
        assertThat(waited.text("delivery", "delivered")).isEqualTo("1");
        assertThat(Files.readString(file)).contains("CREATE_CHANNEL_MESSAGE", "hello");
        assertThat(send("DELETE", "/v1/streams/" + id, "").has(200).text("given", "ofStream"))
                .isEqualTo(STREAM);
        send("GET", "/v1/streams/" + id, "").has(404);
    }

    @Test
    void aUrlGetsTheRecordsAndItsFailuresAreTold() throws IOException {
        stream();
        List<String> received = new CopyOnWriteArrayList<>();
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/records", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(received.size() == 1 ? 204 : 500, -1);
            exchange.close();
        });
        collector.start();
        try {
            String url = "http://127.0.0.1:" + collector.getAddress().getPort() + "/records?key=secret";
            Answer added = add("'toUrl': '" + url + "'").has(201);
            assertThat(added.text("description")).endsWith("/records");

            fake.chime().actor(alice).send(general, "first");
            fake.chime().actor(alice).send(general, "second");

            Answer waited = send("GET", "/v1/streams/" + added.text("id") + "/wait?timeout=PT20S", "");
            assertThat(received.get(0)).contains("first");
            assertThat(waited.text("delivery", "delivered")).isEqualTo("1");
            assertThat(waited.text("delivery", "failed")).isEqualTo("1");
            assertThat(waited.text("delivery", "lastFailure")).contains("500");
        } finally {
            collector.stop(0);
        }
    }

    @Test
    void deliveriesOfJavaAreListedAndAResetClosesThoseThatCameLater() {
        fake.chime().streams().toFile(directory.resolve("java.jsonl"));
        fake.chime().snapshots().markBaseline();
        add(toFile(directory.resolve("later.jsonl"))).has(201);
        assertThat(send("GET", "/v1/streams", "").has(200).body()).contains("java.jsonl", "later.jsonl");

        fake.chime().reset();

        assertThat(send("GET", "/v1/streams", "").body()).contains("java.jsonl").doesNotContain("later.jsonl");
        send("DELETE", "/v1/streams", "").has(204);
        assertThat(send("GET", "/v1/streams", "").text("deliveries")).isEqualTo("[]");
    }

    @Test
    void withoutATokenNobodyNamesAFileOrAUrl() {
        try (Served open = Served.start()) {
            Path file = directory.resolve("stream.jsonl");

            Answer denied = open.post("/v1/streams", "{" + toFile(file) + "}").has(403);

            assertThat(denied.text("detail")).contains("token");
            assertThat(file).doesNotExist();
            assertThat(open.get("/v1/streams").has(200).text("deliveries")).isEqualTo("[]");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'toUrl': 'http://collector.test/records' | $.toUrl",
                "'allowHost': ['other.test'], 'toUrl': 'http://collector.test/records' | $.toUrl",
                "'allowHost': ['a/b'], 'toUrl': 'http://127.0.0.1/' | $.allowHost",
                "'toUrl': 'ftp://127.0.0.1/' | $.toUrl",
                "'toUrl': 'http://user:secret@127.0.0.1/' | $.toUrl",
                "'toUrl': 'http://a b' | $.toUrl",
                "'toFile': '/no/such/directory/stream.jsonl' | $.toFile",
                "'toFile': 'a', 'toUrl': 'http://127.0.0.1/' | $",
                "'ofStream': 'arn:aws:kinesis:us-east-1:111122223333:stream/chime-messaging-a' | $"
            })
    void whatIsNotValidIsNamed(String words, String field) {
        Answer denied = add(words);

        denied.names(field);
        assertThat(denied.text("detail")).doesNotContain("secret");
        assertThat(send("GET", "/v1/streams", "").text("deliveries")).isEqualTo("[]");
    }

    @Test
    void aHostThatIsAllowedByItsNameIsAccepted() {
        assertThat(add("'allowHost': ['collector.test'], 'toUrl': 'https://collector.test/records'")
                        .has(201)
                        .text("description"))
                .contains("https://collector.test/records");
    }
}
