package io.github.chimefake;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The list in docs/fidelity.md of what is answered before the fake is asked, held against the WireMock on the class path. */
class BeforeAnyHookTest {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private final ChimeMessagingServer chime = ChimeMessagingServer.start();
    private final ChimeUser alice = chime.user("alice");
    private final int port = chime.endpoint().getPort();

    @AfterEach
    void stop() {
        chime.close();
    }

    /** A row: what is sent, and the status that is answered with the WireMock on the class path. */
    record Row(List<String> code, int status) {
        List<String> lines(int port) {
            if (code.get(0).startsWith("PRI")) {
                return List.of(code.get(0), "", "SM");
            }
            List<String> headers = code.subList(1, code.size());
            List<String> lines = new ArrayList<>(List.of(code.get(0) + " HTTP/1.1"));
            headers.stream()
                    .filter(header -> header.contains(": "))
                    .map(header -> header.replace("PORT", Integer.toString(port)))
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

        @Override
        public String toString() {
            return String.join(" ", code);
        }
    }

    static Stream<Row> rows() throws IOException {
        int column = column();
        List<Row> rows = Files.readAllLines(Path.of("..", "docs", "fidelity.md")).stream()
                .dropWhile(line -> !line.startsWith("| request | `wiremock-standalone`"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split(" \\| "))
                .map(cells -> new Row(
                        CODE.matcher(cells[0])
                                .results()
                                .map(BeforeAnyHookTest::text)
                                .toList(),
                        Integer.parseInt(cells[column])))
                .toList();
        assertThat(rows).hasSizeGreaterThan(10);
        return rows.stream();
    }

    private static String text(MatchResult code) {
        return code.group(1);
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
    void theListIsRight(Row row) throws IOException {
        assertThat(PlainSocket.send(port, row.lines(port), "").status()).isEqualTo(row.status());
    }

    @Test
    void nothingOfTheFakeIsShownOrChanged() throws IOException {
        WireMockServer wireMock = chime.unwrap(WireMockServer.class);

        for (Row row : rows().toList()) {
            PlainSocket.Response response = PlainSocket.send(port, row.lines(port), "");
            assertThat(response.head() + response.body()).as(row.toString()).doesNotContain("arn:aws", alice.id());
        }

        assertThat(wireMock.getStubMappings()).hasSize(1);
        assertThat(chime.isRunning()).isTrue();
    }
}
