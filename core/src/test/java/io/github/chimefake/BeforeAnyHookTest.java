package io.github.chimefake;

import static io.github.chimefake.ChimeError.SERVICE_UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.chimefake.testing.Fakes;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.chimesdkmessaging.model.ServiceUnavailableException;

/** The list in docs/fidelity/other-origins.md of what is answered before the fake is asked, held against the WireMock on the class path. */
@Tag("slow")
class BeforeAnyHookTest {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern BYTE = Pattern.compile("\\\\x([0-9a-f]{2})");
    private static final String REQUEST_ID = "x-amzn-RequestId";
    private static final String EVIL = "Origin: https://evil.example";

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.startOnOwnServer();
    private final ChimeUser alice = chime.user("alice");
    private final int port = chime.endpoint().getPort();

    /**
     * A request of the list, and what is answered with the WireMock on the class path.
     *
     * @param code the request line, headers, and remarks
     * @param byTheFake whether the list says that this WireMock hands the request to the fake
     */
    record Row(List<String> code, int status, boolean byTheFake) {
        private static final String BODY = "body ";
        private static final String END = "the end";

        static Stream<Row> of(String requests, String answer) {
            return Stream.of(requests.split("<br>"))
                    .map(request -> new Row(
                            CODE.matcher(request)
                                    .results()
                                    .map(code -> code.group(1))
                                    .toList(),
                            Integer.parseInt(answer.substring(0, 3)),
                            answer.endsWith("the fake")));
        }

        PlainSocket.Response send(Socket socket) throws IOException {
            List<String> lines = lines(socket.getPort());
            return code.contains(END)
                    ? PlainSocket.sendAndEnd(socket, lines, body())
                    : PlainSocket.send(socket, lines, body());
        }

        private List<String> lines(int port) {
            List<String> headers = code.subList(1, code.size());
            List<String> lines = new ArrayList<>(List.of(requestLine(port)));
            if (code.get(0).startsWith("PRI") && code.get(0).endsWith("/2.0")) {
                lines.addAll(List.of("", "SM"));
                return lines;
            }
            headers.stream()
                    .filter(header -> header.contains(": ") && !header.startsWith(BODY))
                    .map(header -> bytes(header, port))
                    .forEach(lines::add);
            if (headers.stream().noneMatch(header -> header.contains("Host"))) {
                lines.add("Host: 127.0.0.1");
            }
            if (headers.contains("Upgrade: websocket")) {
                lines.add("Connection: Upgrade");
                lines.add("Sec-WebSocket-Version: 13");
                lines.add("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
            } else {
                lines.add("Connection: close");
            }
            return lines;
        }

        private String requestLine(int port) {
            boolean complete = code.contains("no version") || code.get(0).matches(".* [A-Z]+/[0-9.]+");
            return bytes(code.get(0), port) + (complete ? "" : " HTTP/1.1");
        }

        private String body() {
            return code.stream()
                    .filter(part -> part.startsWith(BODY))
                    .map(part -> part.substring(BODY.length()) + "\r\n")
                    .collect(Collectors.joining());
        }

        private static String bytes(String text, int port) {
            String filled = text.replace("PORT", Integer.toString(port)).replace("LONG", "a".repeat(300_000));
            return BYTE.matcher(filled)
                    .replaceAll(
                            hex -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(hex.group(1), 16))));
        }

        @Override
        public String toString() {
            return String.join(" ", code);
        }
    }

    static Stream<Row> rows() throws IOException {
        int column = column();
        List<Row> rows = Files.readAllLines(Path.of("..", "docs", "fidelity", "other-origins.md")).stream()
                .dropWhile(line -> !line.startsWith("| request | `wiremock-standalone`"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split(" \\| "))
                .flatMap(cells -> Row.of(cells[0], cells[column]))
                .toList();
        assertThat(rows).hasSizeGreaterThan(80);
        return rows.stream();
    }

    /** The artifacts are told apart by the class that each of them has for its web server. */
    private static int column() {
        String packages = "com.github.tomakehurst.wiremock.";
        if (isThere(packages + "jetty12.Jetty12HttpServer")) {
            return 2;
        }
        return isThere(packages + "jetty11.Jetty11HttpServer") ? 1 : 3;
    }

    private static boolean isThere(String type) {
        return BeforeAnyHookTest.class.getClassLoader().getResource(type.replace('.', '/') + ".class") != null;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void eachRequestIsAnsweredAsTheListSays(Row row) throws IOException {
        // The end of the connection would end a body that response 100 asks for, and the fake would see the request.
        try (Socket socket = PlainSocket.connect(port)) {
            PlainSocket.Response response = row.send(socket);

            assertThat(response.status()).isEqualTo(row.status());
            assertThat(response.head().contains(REQUEST_ID)).as("from the fake").isEqualTo(row.byTheFake());
            assertThat(chime.journal().calls()).hasSize(row.byTheFake() ? 1 : 0);
        }
    }

    @ParameterizedTest
    @CsvSource({"GET /LONG, X: a", "GET /x, X: LONG", "LONG /x, X: a"})
    void whatIsBelowTheLimitReachesTheFake(String requestLine, String header) throws IOException {
        String text = "a".repeat(200_000);

        PlainSocket.Response response = PlainSocket.send(
                port,
                List.of(
                        requestLine.replace("LONG", text) + " HTTP/1.1",
                        header.replace("LONG", text),
                        "Host: 127.0.0.1",
                        "Connection: close"),
                "");

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.head()).contains("x-amzn-ErrorType: UnknownOperationException");
    }

    @Test
    void nothingOfTheFakeIsShownOrChanged() throws IOException {
        WireMockServer wireMock = chime.unwrap(WireMockServer.class);
        chime.faults().once().fail(SERVICE_UNAVAILABLE);

        for (Row row : rows().toList()) {
            try (Socket socket = PlainSocket.connect(port)) {
                PlainSocket.Response response = row.send(socket);
                assertThat(response.head() + response.body()).as(row.toString()).doesNotContain("arn:aws", alice.id());
            }
        }

        assertThat(wireMock.getStubMappings()).hasSize(1);
        assertThat(chime.isRunning()).isTrue();
        assertThatTheFaultIsThere();
    }

    /** What a page of another origin sends, to the administration and to an operation. */
    static Stream<List<String>> foreignRequests() {
        return Stream.of(
                List.of("GET /__admin/mappings HTTP/1.1", "Host: evil.example"),
                List.of("GET /__admin/mappings HTTP/1.1", "Host: localhost", EVIL),
                List.of("POST /__admin/shutdown HTTP/1.1", "Host: localhost", EVIL, "Content-Length: 0"),
                List.of("POST /app-instances HTTP/1.1", "Host: localhost", EVIL, "Content-Length: 0"));
    }

    @ParameterizedTest
    @MethodSource("foreignRequests")
    void whatFollowsConnectIsAnsweredAsOnAnyConnection(List<String> request) throws IOException {
        WireMockServer wireMock = chime.unwrap(WireMockServer.class);
        chime.faults().once().fail(SERVICE_UNAVAILABLE);
        List<String> lines =
                Stream.concat(request.stream(), Stream.of("Connection: close")).toList();

        PlainSocket.Response alone = PlainSocket.send(port, lines, "");
        List<PlainSocket.Response> both = PlainSocket.sendAll(
                port, List.of(List.of("CONNECT localhost:" + port + " HTTP/1.1", "Host: localhost:" + port), lines));

        assertThat(both).extracting(PlainSocket.Response::status).containsExactly(200, alone.status());
        assertThat(alone.status()).isEqualTo(403);
        assertThat(wireMock.getStubMappings()).hasSize(1);
        assertThat(chime.isRunning()).isTrue();
        assertThatTheFaultIsThere();
    }

    private void assertThatTheFaultIsThere() {
        assertThatExceptionOfType(ServiceUnavailableException.class)
                .isThrownBy(() -> chime.clients()
                        .withoutRetries()
                        .client()
                        .listChannels(list ->
                                list.appInstanceArn(chime.appInstance().arn()).chimeBearer(alice.arn())));
    }
}
