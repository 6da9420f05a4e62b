package io.github.chimefake.internal.websocket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakeTest {
    private static final String REQUEST = """
            GET /connect?sessionId=1&userArn=arn%3Aaws HTTP/1.1
            Host: localhost:1234
            Upgrade: websocket
            Connection: Upgrade
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
            Sec-WebSocket-Version: 13

            """.replace("\n", "\r\n");

    private static RequestHead read(String request) throws IOException, RefusedRequestException {
        return RequestHead.read(new ByteArrayInputStream(request.getBytes(ISO_8859_1)), 1000);
    }

    private static HttpResponse refused(String request) {
        try {
            Handshake.check(read(request));
        } catch (RefusedRequestException e) {
            return e.response();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("It was accepted: " + request);
    }

    @Test
    void theResponseIsThatOfTheExampleInTheRfc() throws IOException, RefusedRequestException {
        RequestHead head = read(REQUEST);
        Handshake.check(head);

        assertThat(new String(Handshake.response(head.request()), ISO_8859_1))
                .isEqualTo(String.join(
                        "\r\n",
                        "HTTP/1.1 101 Switching Protocols",
                        "Upgrade: websocket",
                        "Connection: Upgrade",
                        "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=",
                        "",
                        ""));
    }

    @Test
    void theRequestIsReadAsItWasReceived() throws IOException, RefusedRequestException {
        UpgradeRequest request = read(REQUEST.replace("Host:", "X-Two: a\r\nx-two:  b \r\nHost:"))
                .request();

        assertThat(request.target()).isEqualTo("/connect?sessionId=1&userArn=arn%3Aaws");
        assertThat(request.header("HOST")).contains("localhost:1234");
        assertThat(request.headers().get("x-two")).containsExactly("a", "b");
        assertThat(request.header("x-three")).isEmpty();
    }

    @Test
    void nothingAfterTheHeadIsRead() throws IOException, RefusedRequestException {
        ByteArrayInputStream in = new ByteArrayInputStream((REQUEST + "frames").getBytes(ISO_8859_1));

        RequestHead.read(in, 1000);

        assertThat(in.readAllBytes()).isEqualTo("frames".getBytes(ISO_8859_1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Upgrade: websocket | UPGRADE:WebSocket",
                "Upgrade: websocket | Upgrade: h2c, websocket",
                "Connection: Upgrade | Connection: keep-alive, upgrade",
                "Connection: Upgrade | Connection: keep-alive!Connection: Upgrade",
                "Sec-WebSocket-Version: 13 | Sec-WebSocket-Version: 13!Sec-WebSocket-Protocol: chat",
                "Sec-WebSocket-Version: 13 | Sec-WebSocket-Version: 13!Sec-WebSocket-Extensions: permessage-deflate",
                "Sec-WebSocket-Version: 13 | Sec-WebSocket-Version: 13!Content-Length: 0"
            })
    void otherFormsOfARequestAreAccepted(String line, String other) {
        String request = REQUEST.replace(line, other.replace("!", "\r\n"));

        assertThat(request).isNotEqualTo(REQUEST);
        assertThatNoException().isThrownBy(() -> Handshake.check(read(request)));
    }

    @Test
    void linesMayEndWithoutCarriageReturn() {
        assertThatNoException().isThrownBy(() -> Handshake.check(read("\r\n" + REQUEST.replace("\r", ""))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | POST | 405 | Use GET",
                "GET | get | 405 | Use GET",
                "HTTP/1.1 | HTTP/1.0 | 400 | Use HTTP/1.1",
                "HTTP/1.1 | HTTP/11 | 400 | request line",
                "GET /connect | GET | 400 | request line",
                "Host: localhost:1234 | X-Host: localhost | 400 | exactly one header Host",
                "Host: localhost:1234 | Host: a!Host: b | 400 | exactly one header Host",
                "Host: localhost:1234 | Host : localhost | 400 | colon",
                "Host: localhost:1234 | Host: a! folded | 400 | colon",
                "Upgrade: websocket | X-Upgrade: websocket | 426 | WebSocket client",
                "Upgrade: websocket | Upgrade: h2c | 426 | WebSocket client",
                "Connection: Upgrade | Connection: keep-alive | 400 | Connection: Upgrade",
                "Sec-WebSocket-Version: 13 | Sec-WebSocket-Version: 8 | 426 | Version is 8. Send 13",
                "Sec-WebSocket-Version: 13 | Sec-WebSocket-Version: 13!Sec-WebSocket-Version: 8 | 426 | Send 13",
                "Sec-WebSocket-Version: 13 | X-Version: 13 | 426 | missing. Send 13",
                "dGhlIHNhbXBsZSBub25jZQ== | dGhl | 400 | 16 bytes",
                "dGhlIHNhbXBsZSBub25jZQ== | ??? | 400 | 16 bytes",
                "Sec-WebSocket-Key | X-Key | 400 | must be there once",
                "Host: localhost:1234 | Host: a!Content-Length: 3 | 400 | has a body",
                "Host: localhost:1234 | Host: a!Transfer-Encoding: chunked | 400 | has a body"
            })
    void otherRequestsAreRefusedWithAReason(String part, String other, int status, String reason) {
        String request = REQUEST.replace(part, other.replace("!", "\r\n"));
        assertThat(request).isNotEqualTo(REQUEST);

        HttpResponse response = refused(request);

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.body()).contains(reason).endsWith("\n");
    }

    @Test
    void theVersionThatIsSpokenIsInTheResponse() {
        assertThat(new String(refused(REQUEST.replace(": 13", ": 8")).bytes(), ISO_8859_1))
                .startsWith("HTTP/1.1 426 Upgrade Required\r\n")
                .contains("\r\nSec-WebSocket-Version: 13\r\n", "\r\nUpgrade: websocket\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0016\u0003\u0001", "GET /\u0000", "GET / HTTP/1.1\r\nA: \u007F"})
    void bytesThatNoRequestHasAreRefusedBeforeItEnds(String request) {
        assertThat(refused(request).status()).isEqualTo(400);
    }

    @Test
    void aHeadThatIsTooLongIsRefused() {
        assertThat(refused("GET /" + "a".repeat(1000)).status()).isEqualTo(431);
        assertThat(refused(REQUEST.replace("Host:", ("X: " + "a".repeat(90) + "\r\n").repeat(10) + "Host:"))
                        .status())
                .isEqualTo(431);
        assertThat(refused("\r\n".repeat(1000)).status()).isEqualTo(431);
    }

    @Test
    void aRequestMayEndAnywhere() {
        for (int length = 0; length < REQUEST.length(); length++) {
            String part = REQUEST.substring(0, length);
            assertThatExceptionOfType(EOFException.class).as(part).isThrownBy(() -> read(part));
        }
    }
}
