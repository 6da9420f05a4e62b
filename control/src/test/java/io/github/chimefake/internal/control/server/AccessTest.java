package io.github.chimefake.internal.control.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.chimefake.control.ChimeControl;
import io.github.chimefake.control.ChimeControlBuilder;
import io.github.chimefake.internal.control.Served;
import io.github.chimefake.internal.control.Served.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call the control API, over real sockets. Java's client sends no Host header of one's choice, so these are sent as text. */
class AccessTest {
    private static final String TOKEN = "s3cret-token";

    private static Served fake;
    private static ChimeControl guarded;

    @BeforeAll
    static void start() {
        fake = Served.start();
        guarded = ChimeControl.of(fake.chime())
                .token(TOKEN)
                .advertise("chime-fake:8087")
                .advertise("fake.test")
                .serve();
    }

    @AfterAll
    static void close() {
        guarded.close();
        fake.close();
    }

    /** Sends a request as it is written, and returns the response as it is received. */
    private static String send(ChimeControl control, String... lines) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), control.address().getPort()));
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String get(ChimeControl control, String path, String... headers) {
        String[] lines = new String[headers.length + 2];
        lines[0] = "GET " + path + " HTTP/1.1";
        System.arraycopy(headers, 0, lines, 1, headers.length);
        lines[headers.length + 1] = "Connection: close";
        return send(control, lines);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:1",
                "LOCALHOST",
                "127.0.0.1:8087",
                "127.1.2.3",
                "[::1]:8087",
                "chime-fake:8087",
                "fake.test:99"
            })
    void aHostOfThisMachineIsServed(String host) {
        assertThat(get(guarded, "/v1/health", "Host: " + host)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "localhost.evil.example",
                "chime-fake:1",
                "chime-fake",
                "10.0.0.1",
                "127.0.0.1.evil.example",
                "a b",
                ""
            })
    void anotherHostIsRefused(String host) {
        assertThat(get(guarded, "/v1/health", "Host: " + host))
                .startsWith("HTTP/1.1 403")
                .contains("application/problem+json", "advertise(");
    }

    @Test
    void aRequestWithoutAHostIsRefused() {
        assertThat(get(fake.control(), "/v1/health")).startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: http://evil.example",
                "Origin: null",
                "Origin: http://localhost:3000",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site"
            })
    void aPageOfAnotherOriginIsRefused(String header) {
        assertThat(get(fake.control(), "/v1/health", "Host: localhost:8087", header))
                .startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Origin: http://localhost:8087", "Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: none"})
    void aPageOfItsOwnIsServed(String header) {
        assertThat(get(fake.control(), "/v1/health", "Host: localhost:8087", header))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Bearer", "Bearer s3cret-toke", "Bearer s3cret-tokens", "Basic s3cret-token", "s3cret-token"
            })
    void aWrongTokenIsRefused(String authorization) {
        assertThat(get(guarded, "/v1/state", "Host: localhost", "Authorization: " + authorization))
                .startsWith("HTTP/1.1 401")
                .containsIgnoringCase("WWW-Authenticate: Bearer")
                .doesNotContain(TOKEN);
    }

    @Test
    void theTokenIsNeededExceptForHealthAndReadiness() {
        assertThat(get(guarded, "/v1/state", "Host: localhost", "Authorization: Bearer " + TOKEN))
                .startsWith("HTTP/1.1 200");
        assertThat(get(guarded, "/v1/readiness", "Host: localhost")).startsWith("HTTP/1.1 200");
        assertThat(get(guarded, "/v1/nothing", "Host: localhost")).startsWith("HTTP/1.1 401");
        assertThat(get(guarded, "/v1/state?token=" + TOKEN, "Host: localhost")).startsWith("HTTP/1.1 401");
    }

    @Test
    void aWriteMustSayThatItIsJson() {
        fake.send("/v1/reset", request -> request.POST(BodyPublishers.noBody())).has(415);
        fake.send(
                        "/v1/reset",
                        request -> request.POST(BodyPublishers.ofString("{}")).header("Content-Type", "text/plain"))
                .has(415);
        fake.send(
                        "/v1/reset",
                        request -> request.POST(BodyPublishers.ofString("{}"))
                                .header("Content-Type", "application/json; charset=UTF-8"))
                .has(204);
    }

    @Test
    void aPathWithoutParametersComesBeforeOneThatFitsWithThem() {
        assertThat(fake.send("/v1/sessions/close", request -> request.method("TRACE", BodyPublishers.noBody()))
                        .has(405)
                        .header("Allow"))
                .contains("POST");
    }

    @Test
    void whatNoRouteServesSaysWhatIsValid() {
        assertThat(fake.get("/v1/nothing").has(404).body()).contains("/v1/openapi.json");
        Answer answer = fake.write("PUT", "/v1/reset", "{}").has(405);
        assertThat(answer.header("Allow")).contains("POST");
        assertThat(fake.send("/v1/clock", request -> request.method("TRACE", BodyPublishers.noBody()))
                        .has(405)
                        .header("Allow"))
                .contains("GET, HEAD");
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        fake.post("/v1/reset", "{\"x\": \"" + "x".repeat(RequestReader.BODY_LIMIT) + "\"}")
                .has(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[1]", "{} {}", "{'a': 1, 'a': 2}", "\u0000"})
    void aBodyThatIsNotAnObjectIsNamed(String body) {
        fake.post("/v1/reset", body).names("$");
    }

    @Test
    void aQueryThatIsNotKnownIsNamed() {
        fake.get("/v1/clock?x=1").names("x");
        fake.get("/v1/users?admin=yes").names("admin");
        fake.get("/v1/users?admin=true&admin=false").names("admin");
        assertThat(get(fake.control(), "/v1/users?name=%FF", "Host: localhost")).startsWith("HTTP/1.1 400");
        assertThat(get(fake.control(), "/v1/users/%FF", "Host: localhost")).startsWith("HTTP/1.1 400");
    }

    @Test
    void headIsServedAsGetWithoutABody() {
        assertThat(send(fake.control(), "HEAD /v1/health HTTP/1.1", "Host: localhost", "Connection: close"))
                .startsWith("HTTP/1.1 200")
                .endsWith("\r\n\r\n");
    }

    /** What the JDK's server answers before a handler sees the request: it is no problem of ours, and never a 500. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET",
                "GET /v1/health",
                "GET  HTTP/1.1",
                "GET /v1/%zz HTTP/1.1",
                "GET * HTTP/1.1",
                "GET foo:bar HTTP/1.1"
            })
    void aBrokenRequestLineIsAnsweredByTheJdkOrNotAtAll(String line) {
        assertThat(send(fake.control(), line, "Host: localhost", "Connection: close"))
                .doesNotContain("HTTP/1.1 2", "HTTP/1.1 500");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: x", "Content-Length: -1", "Transfer-Encoding: gzip"})
    void aBrokenLengthIsAnsweredByTheJdk(String header) {
        assertThat(send(
                        fake.control(),
                        "POST /v1/reset HTTP/1.1",
                        "Host: localhost",
                        "Content-Type: application/json",
                        header,
                        "Connection: close"))
                .doesNotContain("HTTP/1.1 2", "HTTP/1.1 500");
    }

    @Test
    void aClosedFakeIsSaid() {
        try (Served other = Served.start()) {
            other.chime().close();

            other.get("/v1/state").has(503);
            other.get("/v1/readiness").has(503);
            other.get("/v1/health").has(200);
        }
    }

    @Test
    void settingsThatAreNotValidAreNamed() {
        ChimeControlBuilder builder = ChimeControl.of(fake.chime());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.port(65_536))
                .withMessageContaining("65536");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.advertise("http://x/"))
                .withMessageContaining("http://x/");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.token("a secret"))
                .withMessageNotContaining("a secret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.bind("not an address"))
                .withMessageContaining("not an address");
    }
}
