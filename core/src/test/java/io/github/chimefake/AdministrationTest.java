package io.github.chimefake;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import io.github.chimefake.testing.Fakes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets at WireMock's administration over HTTP. */
@Tag("slow")
class AdministrationTest {
    private static final String STUB = "{\"response\":{\"status\":299}}";

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final int port = chime.endpoint().getPort();

    private PlainSocket.Response send(String requestLine, String body, String... headers) throws IOException {
        List<String> lines = new ArrayList<>(List.of(requestLine));
        lines.add("Connection: close");
        lines.addAll(List.of(headers));
        if (!body.isEmpty()) {
            lines.add("Content-Length: " + body.length());
        }
        return PlainSocket.send(port, lines, body);
    }

    private String ownHost() {
        return "Host: 127.0.0.1:" + port;
    }

    private PlainSocket.Response list(String... headers) throws IOException {
        return send("GET /__admin/mappings HTTP/1.1", "", headers);
    }

    private PlainSocket.Response stub(String... headers) throws IOException {
        return send("POST /__admin/mappings HTTP/1.1", STUB, headers);
    }

    private WireMockServer unwrapped() {
        return chime.unwrap(WireMockServer.class);
    }

    private static void assertRefused(PlainSocket.Response response, int status) {
        assertThat(response.head()).startsWith("HTTP/1.1 " + status + " ").doesNotContain("x-chime", "x-amzn");
        assertThat(response.body()).isEmpty();
    }

    // Until a test unwraps the server

    static Stream<String> requestsForAdministration() {
        return Stream.of(
                "GET /__admin/",
                "GET /__admin/mappings",
                "POST /__admin/mappings",
                "DELETE /__admin/mappings",
                "POST /__admin/mappings/reset",
                "POST /__admin/mappings/save",
                "POST /__admin/mappings/import",
                "POST /__admin/mappings/find-by-metadata",
                "GET /__admin/mappings/unmatched",
                "PUT /__admin/mappings/c41eface-0000-4000-8000-000000000000",
                "DELETE /__admin/mappings/c41eface-0000-4000-8000-000000000000",
                "GET /__admin/requests",
                "DELETE /__admin/requests",
                "POST /__admin/requests/count",
                "GET /__admin/requests/unmatched/near-misses",
                "POST /__admin/near-misses/request",
                "GET /__admin/scenarios",
                "POST /__admin/scenarios/reset",
                "GET /__admin/settings",
                "POST /__admin/settings",
                "PATCH /__admin/settings/extended",
                "GET /__admin/files",
                "PUT /__admin/files/page.html",
                "POST /__admin/recordings/start",
                "GET /__admin/recordings/status",
                "POST /__admin/reset",
                "POST /__admin/shutdown",
                "GET /__admin/docs",
                "GET /__admin/docs/raw",
                "GET /__admin/certs/wiremock-ca.crt",
                "GET /__admin/health",
                "GET /__admin/version",
                "GET /__admin/webapp",
                "OPTIONS /__admin/mappings",
                "TRACE /__admin/mappings",
                "GET /%5f_admin/mappings",
                "GET /__adm%69n/mappings",
                "GET /x/../__admin/mappings",
                "GET /__admin/../__admin/mappings",
                "GET /__admin//mappings",
                "GET /__admin/mappings;x=1",
                "GET /__admin/swagger-ui/../mappings");
    }

    @ParameterizedTest
    @MethodSource("requestsForAdministration")
    void theAdministrationIsNotFound(String request) throws IOException {
        PlainSocket.Response response = send(request + " HTTP/1.1", STUB, ownHost(), "Content-Type: application/json");

        assertRefused(response, 404);
    }

    @Test
    void aSpellingThatIsNoneOfItsPathsIsARequestToTheServices() throws IOException {
        assertThat(send("GET //__admin/mappings HTTP/1.1", "", ownHost()).head())
                .contains(" 404 ", "x-amzn-ErrorType: UnknownOperationException");
    }

    @Test
    void whatIsRefusedChangesNothing() throws IOException {
        stub(ownHost(), "Content-Type: application/json");
        send("POST /__admin/shutdown HTTP/1.1", "", ownHost(), "Content-Length: 0");

        assertThat(unwrapped().getStubMappings()).hasSize(1);
        assertThat(chime.isRunning()).isTrue();
        assertThat(chime.journal().calls()).isEmpty();
    }

    // Afterwards

    @Test
    void wireMocksOwnClientsWork() {
        unwrapped();
        WireMock admin = WireMock.create().host("localhost").port(port).build();

        StubMapping stub = admin.register(get("/hello").willReturn(okJson("{}")));
        admin.removeStubMapping(stub);
        admin.resetMappings();
        admin.resetRequests();
        admin.resetScenarios();
        admin.verifyThat(0, getRequestedFor(anyUrl()));
        admin.setGlobalFixedDelayVariable(0);
        admin.resetToDefaultMappings();

        assertThat(admin.allStubMappings().getMappings()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "chime.localhost", "127.0.0.1", "127.1.2.3", "[::1]"})
    void namesOfLoopbackAreAdmittedWithAnyPort(String host) throws IOException {
        unwrapped();

        assertThat(list("Host: " + host).status()).isEqualTo(200);
        assertThat(list("Host: " + host + ":" + port).status()).isEqualTo(200);
        assertThat(list("Host: " + host + ":9").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "localhost.evil.example",
                "evil-localhost",
                "127.0.0.1.evil.example",
                "evil.example.",
                "192.0.2.1",
                "0.0.0.0",
                "[2001:db8::1]",
                "[::]"
            })
    void aHostThatIsNotLoopbackIsRefused(String host) throws IOException {
        unwrapped();

        assertRefused(list("Host: " + host), 403);
        assertRefused(list("Host: " + host + ":" + port), 403);
    }

    @Test
    void aRequestWithoutHostIsRefused() throws IOException {
        unwrapped();

        assertRefused(send("GET /__admin/mappings HTTP/1.0", ""), 403);
    }

    @Test
    void aForeignHostInTheRequestTargetIsRefused() throws IOException {
        unwrapped();

        assertRefused(send("GET http://evil.example/__admin/mappings HTTP/1.1", "", "Host: evil.example"), 403);
    }

    @Test
    void theOriginsOfTheServerItselfAreAdmitted() throws IOException {
        unwrapped();

        assertThat(list(ownHost(), "Origin: http://127.0.0.1:" + port).status()).isEqualTo(200);
        assertThat(list(ownHost(), "Origin: http://localhost:" + port).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://localhost:3000",
                "http://localhost",
                "http://evil.example:PORT",
                "https://localhost:PORT",
                "http://localhost:PORT.evil.example",
                "http://localhost:PORT@evil.example",
                "http://localhost:PORT, http://evil.example",
                "http://localhost:",
                "file://",
                "null",
                ""
            })
    void anyOtherOriginIsRefused(String origin) throws IOException {
        unwrapped();
        String header = "Origin: " + origin.replace("PORT", Integer.toString(port));

        assertRefused(list(ownHost(), header), 403);
        assertRefused(stub(ownHost(), header, "Content-Type: application/json"), 403);
    }

    @Test
    void oneForeignOriginOfSeveralIsEnough() throws IOException {
        unwrapped();

        assertThat(list(ownHost(), "Origin: http://localhost:" + port, "Origin: https://evil.example")
                        .status())
                .isIn(400, 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "CROSS-SITE", "none, cross-site", "unheard-of"})
    void aRequestOfAPageOfAnotherOriginIsRefused(String site) throws IOException {
        unwrapped();

        assertRefused(list(ownHost(), "Sec-Fetch-Site: " + site), 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "none"})
    void whatThePersonAtTheBrowserAskedForIsAdmitted(String site) throws IOException {
        unwrapped();

        assertThat(list(ownHost(), "Sec-Fetch-Site: " + site).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/plain;application/json",
                "text/plain; a=application/json",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/jsonp",
                ""
            })
    void aWriteThatIsNotJsonIsRefused(String contentType) throws IOException {
        WireMockServer wireMock = unwrapped();

        assertRefused(stub(ownHost(), "Content-Type: " + contentType), 403);
        assertRefused(stub(ownHost()), 403);
        assertThat(wireMock.getStubMappings()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "Application/JSON", "application/json; charset=utf-8"})
    void aWriteOfJsonIsAdmitted(String contentType) throws IOException {
        WireMockServer wireMock = unwrapped();

        assertThat(stub(ownHost(), "Content-Type: " + contentType).status()).isEqualTo(201);
        assertThat(wireMock.getStubMappings()).hasSize(2);
    }

    @Test
    void aDeletionNeedsNoContentType() throws IOException {
        unwrapped();

        assertThat(send("DELETE /__admin/requests HTTP/1.1", "", ownHost()).status())
                .isEqualTo(200);
        assertRefused(send("DELETE /__admin/requests HTTP/1.1", "x", ownHost(), "Content-Type: text/plain"), 403);
    }
}
