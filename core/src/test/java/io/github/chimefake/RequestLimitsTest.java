package io.github.chimefake;

import static io.github.chimefake.Requests.listChannels;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.chimefake.testing.Fakes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a fake listens, under which names, and how long a body may be: the settings of a fake that is open to other machines. */
class RequestLimitsTest {
    private static final int LIMIT = 200;

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start(Fakes.builder()
            .allowedHosts("chime.test", "Fake.Example:8111", "[2001:db8::7]")
            .maxBodyBytes(LIMIT));

    private PlainSocket.Response send(String requestLine, String... headers) throws IOException {
        return PlainSocket.send(
                chime.endpoint().getPort(),
                Stream.concat(Stream.of(requestLine + " HTTP/1.1", "Connection: close"), Stream.of(headers))
                        .toList(),
                requestLine.startsWith("POST") ? "5" : ""); // Jetty hands a request on once its body begins.
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "app.localhost:1",
                "127.0.0.1:8111",
                "[::1]",
                "chime.test",
                "CHIME.test:99",
                "fake.example",
                "[2001:db8:0:0::7]:80"
            })
    void acceptsAllowedHostsWithAnyPort(String host) throws Exception {
        assertThat(send("GET /nothing", "Host: " + host).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "chime.test.evil.example", "192.168.0.7", "[2001:db8::8]:80", "localhost.evil"})
    void rejectsOtherHosts(String host) throws Exception {
        PlainSocket.Response response = send("GET /nothing", "Host: " + host);

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body()).contains("The host of the request is not one of this endpoint.");
        assertThat(chime.journal().failures())
                .singleElement()
                .satisfies(call -> assertThat(call.errorResponse().orElseThrow())
                        .satisfies(error -> assertThat(error.layer()).isEqualTo(Layer.ENDPOINT))
                        .satisfies(error -> assertThat(error.explanation())
                                .contains("the Host " + host, "chime.test", "fake.example", "Use one of them")));
    }

    @Test
    void rejectsABodyThatIsTooLongWithoutReadingIt() throws Exception {
        PlainSocket.Response response = send(
                "POST /channels", "Host: localhost", "Content-Length: " + (LIMIT + 1)); // Most of it is never sent.

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body()).contains("The request body is too long.");
    }

    @Test
    void acceptsABodyOfExactlyTheLimit() throws Exception {
        assertThat(RawRequest.of("POST", "/nothing")
                        .body("x".repeat(LIMIT))
                        .sendTo(chime)
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Transfer-Encoding: chunked", "Content-Encoding: gzip"})
    void rejectsABodyOfUnknownSize(String header) throws Exception {
        PlainSocket.Response response = header.startsWith("Content")
                ? send("POST /nothing", "Host: localhost", header, "Content-Length: 10")
                : send("POST /nothing", "Host: localhost", header);

        assertThat(response.status()).isEqualTo(400);
        assertThat(chime.journal().toString()).contains("At most 200 bytes are accepted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: evil.example", "Host: localhost\r\nContent-Length: 100000"})
    void theAdministrationHasTheSameLimits(String headers) throws Exception {
        assertThat(send("POST /__admin/mappings", headers.split("\r\n")).status())
                .isEqualTo(400);
    }

    @Test
    void aFakeWithoutLimitsAcceptsAnyHost() throws Exception {
        ChimeMessagingServer open = fakes.start();

        assertThat(PlainSocket.send(
                                open.endpoint().getPort(), List.of("GET /nothing HTTP/1.1", "Host: other.example"), "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void atAllAddressesTheEndpointIsOnLoopback() {
        ChimeMessagingServer open =
                fakes.start(ChimeMessagingServer.builder().bind("0.0.0.0").users("alice"));

        assertThat(open.endpoint().getHost()).isEqualTo("127.0.0.1");
        open.client()
                .listChannels(
                        listChannels(open.user("alice"), open.appInstance().arn()));
        open.offline();
        open.online();
        open.client()
                .listChannels(
                        listChannels(open.user("alice"), open.appInstance().arn()));
    }

    @Test
    void anotherAddressOfThisMachineIsTheEndpointAndAHost() throws Exception {
        ChimeMessagingServer other =
                fakes.start(ChimeMessagingServer.builder().bind("127.0.0.2").allowedHosts());

        assertThat(other.endpoint().getHost()).isEqualTo("127.0.0.2");
        assertThat(RawRequest.of("GET", "/nothing").sendTo(other).statusCode()).isEqualTo(404);
    }

    @Test
    void anAddressOfAnotherMachineFails() {
        ChimeMessagingServerBuilder elsewhere = ChimeMessagingServer.builder().bind("192.0.2.1");

        assertThatThrownBy(elsewhere::start)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("bind(\"192.0.2.1\"): this machine does not have the address. Choose one that it has, or"
                        + " 0.0.0.0 for all of them");
    }

    @Test
    void secretsAreRandomOnRequest() {
        ChimeMessagingServerBuilder random = Fakes.builder().randomSecrets(true);
        ChimeMessagingServer one = fakes.start(random);
        one.credentials().knownKeysOnly(true);

        one.client()
                .listChannels(listChannels(one.user("alice"), one.appInstance().arn()));
        assertThat(one.caller().credentials().secretAccessKey())
                .hasSize(40)
                .isNotEqualTo(fakes.start(random).caller().credentials().secretAccessKey());
        assertThat(chime.caller().credentials().secretAccessKey())
                .isEqualTo(fakes.start().caller().credentials().secretAccessKey());
    }

    @Test
    void settingsThatAreNoneAreRefused() {
        ChimeMessagingServerBuilder builder = ChimeMessagingServer.builder();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.bind("chime.test"))
                .withMessage("bind(\"chime.test\"): expected an IP address of this machine, for example 0.0.0.0 for"
                        + " all, or localhost");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.allowedHosts("http://chime.test"))
                .withMessageContaining("expected a host");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.maxBodyBytes(0))
                .withMessageContaining("at least 1");
    }
}
