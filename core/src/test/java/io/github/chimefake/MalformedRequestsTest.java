package io.github.chimefake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.internal.journal.JournalEntry;
import io.github.chimefake.internal.json.Json;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.MalformedJsonException;
import io.github.chimefake.testing.Fakes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedRequestsTest {
    private static final String HELLO = "{\"Content\":\"hello\",\"Type\":\"STANDARD\",\"Persistence\":\"PERSISTENT\","
            + "\"ClientRequestToken\":\"token\"}";
    private static final String CHIME_ARN = "Member must satisfy regular expression pattern:"
            + " arn:[a-z0-9-\\.]{1,63}:[a-z0-9-\\.]{0,63}:[a-z0-9-\\.]{0,63}:[a-z0-9-\\.]{0,63}:[^/].{0,1023}";
    private static final int ONE_MEBIBYTE = 1 << 20;

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeChannel general = chime.channel("general").members(alice).create();
    private final String channel = "/channels/" + URLEncoder.encode(general.arn(), UTF_8);
    private final String messages = channel + "/messages";

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return RawRequest.of("POST", messages).bearer(alice).body(body).sendTo(chime);
    }

    private static JsonObject object(String json) {
        try {
            return (JsonObject) Json.parse(json.getBytes(UTF_8));
        } catch (MalformedJsonException e) {
            throw new AssertionError(json, e);
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }

    /** The answer is a modelled error in the form of AWS's, and the server goes on. */
    private void assertBadRequest(HttpResponse<String> answer, String message, String explanation)
            throws IOException, InterruptedException {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(header(answer, "x-amzn-ErrorType")).isEqualTo("BadRequestException");
        assertThat(header(answer, "x-amzn-RequestId")).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
        assertThat(object(answer.body()).members().keySet()).containsExactly("Code", "Message");
        assertThat(object(answer.body()).get("Code")).contains(new JsonString("BadRequest"));
        assertThat(((JsonString) object(answer.body()).get("Message").orElseThrow()).value())
                .isEqualTo(message);
        assertThat(header(answer, "x-chime-fake-explanation")).isEqualTo(explanation);
        assertUnharmed();
    }

    private void assertUnreadable(HttpResponse<String> answer, String problem)
            throws IOException, InterruptedException {
        String message = "The request body cannot be read: Malformed JSON at line 1, " + problem;
        assertBadRequest(answer, message, message + ".");
    }

    private void assertUnharmed() throws IOException, InterruptedException {
        assertThat(post(HELLO).statusCode()).isEqualTo(201);
    }

    // Bodies

    @Test
    void brokenJsonIsABadRequest() throws IOException, InterruptedException {
        assertUnreadable(post("{\"Content\":"), "column 12: Unexpected end-of-input within/between Object entries");
    }

    @Test
    void textAfterTheJsonIsABadRequest() throws IOException, InterruptedException {
        assertUnreadable(post(HELLO + " {}"), "column 95: there is text after the value");
    }

    @Test
    void aMemberThatIsGivenTwiceIsABadRequest() throws IOException, InterruptedException {
        assertUnreadable(
                post("{\"Content\":\"hello\",\"Content\":\"bye\"}"),
                "column 20: the name \"Content\" is given twice in one object");
    }

    @Test
    void jsonThatIsNoObjectIsABadRequest() throws IOException, InterruptedException {
        assertBadRequest(
                post("[" + HELLO + "]"),
                "The request body is an array; expected is an object",
                "The request body is an array; expected is an object.");
    }

    @Test
    void aMemberOfTheWrongTypeIsABadRequest() throws IOException, InterruptedException {
        assertBadRequest(
                post(HELLO.replace("\"hello\"", "42")),
                "1 validation error detected: Value '42' at 'Content' failed to satisfy constraint: Member must be a string, not a number",
                "Content was '42'. Member must be a string, not a number.");
    }

    @Test
    void nestingWithoutEndIsABadRequest() throws IOException, InterruptedException {
        assertUnreadable(post("{\"Content\":" + "[".repeat(100_000)), "column 75: it is nested deeper than 64 levels");
    }

    @Test
    void nestingWithoutEndInAnUnknownMemberIsABadRequest() throws IOException, InterruptedException {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);

        assertUnreadable(
                post(HELLO.replace("{", "{\"Unknown\":" + deep + ",")),
                "column 75: it is nested deeper than 64 levels");
    }

    @Test
    void aBodyOfMoreThanOneMebibyteIsABadRequest() throws IOException, InterruptedException {
        String body = HELLO + " ".repeat(ONE_MEBIBYTE + 1 - HELLO.length());

        assertBadRequest(
                post(body),
                "The request body has 1048577 bytes; expected are at most 1048576",
                "The request body has 1048577 bytes; expected are at most 1048576.");
    }

    @Test
    void aBodyOfOneMebibyteIsRead() throws IOException, InterruptedException {
        assertThat(post(HELLO + " ".repeat(ONE_MEBIBYTE - HELLO.length())).statusCode())
                .isEqualTo(201);
    }

    @Test
    void aBodyThatIsNotUtf8IsABadRequest() throws IOException, InterruptedException {
        byte[] latin1 = HELLO.replace("hello", "grüezi").getBytes(ISO_8859_1);

        assertUnreadable(
                RawRequest.of("POST", messages).bearer(alice).body(latin1).sendTo(chime),
                "column 15: the byte 0xFC is not UTF-8");
    }

    @Test
    void aBrokenConstraintIsABadRequest() throws IOException, InterruptedException {
        assertBadRequest(
                post(HELLO.replace("STANDARD", "STANDARTE")),
                "1 validation error detected: Value 'STANDARTE' at 'Type' failed to satisfy constraint: Member must satisfy enum value set: [STANDARD, CONTROL]",
                "Type was 'STANDARTE'. Member must satisfy enum value set: [STANDARD, CONTROL].");
    }

    // What clients send loosely

    @Test
    void noContentTypeIsAccepted() throws IOException, InterruptedException {
        assertThat(post(HELLO).statusCode()).isEqualTo(201);
        assertThat(JournalEntry.call(chime.journal().calls().get(0))
                        .orElseThrow()
                        .http()
                        .header("Content-Type"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-amz-json-1.1", "text/plain; charset=UTF-8"})
    void anyContentTypeIsAccepted(String contentType) throws IOException, InterruptedException {
        assertThat(RawRequest.of("POST", messages)
                        .bearer(alice)
                        .header("Content-Type", contentType)
                        .body(HELLO)
                        .sendTo(chime)
                        .statusCode())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "", "what nobody reads"})
    void anyBodyIsAcceptedOnACallThatHasNone(String body) throws IOException, InterruptedException {
        assertThat(RawRequest.of("GET", channel)
                        .bearer(alice)
                        .body(body)
                        .sendTo(chime)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void unknownMembersAreIgnored() throws IOException, InterruptedException {
        assertThat(post(HELLO.replace("{", "{\"Unknown\":[1,{}],")).statusCode())
                .isEqualTo(201);
    }

    // Paths

    @Test
    void anEmptyArnIsABadRequest() throws IOException, InterruptedException {
        assertBadRequest(
                RawRequest.of("GET", "/channels/").bearer(alice).sendTo(chime),
                "1 validation error detected: Value '' at 'ChannelArn' failed to satisfy constraint: Member must have length greater than or equal to 5",
                "ChannelArn was empty. Member must have length greater than or equal to 5.");
    }

    @Test
    void aPathThatCannotBeDecodedIsABadRequest() throws IOException, InterruptedException {
        String answer = overABareSocket("GET /channels/%zz HTTP/1.1");

        assertThat(answer).startsWith("HTTP/1.1 400 ");
        assertUnharmed();
    }

    /** java.net.http does not send what is no URI. */
    private String overABareSocket(String requestLine) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), chime.endpoint().getPort())) {
            socket.getOutputStream()
                    .write((requestLine + "\r\nHost: " + chime.endpoint().getAuthority()
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | /chanels | No operation is GET /chanels. "
                        + "The nearest operation is ListChannels, GET /channels.",
                "PATCH | /channels | No operation is PATCH /channels. "
                        + "This path takes POST (CreateChannel), GET (ListChannels). The nearest operation is CreateChannel, POST /channels.",
                "POST | /channels?operation=serch | No operation is POST /channels?operation=serch. "
                        + "The nearest operation is SearchChannels, POST /channels?operation=search.",
                "GET | / | No operation is GET /. " + "The nearest operation is ListTagsForResource, GET /tags.",
                "GET | /channels/a/b/c/d/e/f/g/h/i/j/k | No operation is GET /channels/a/b/c/d/e/f/g/h/i/j/k. "
                        + "The nearest operation is DescribeChannelBan, GET /channels/{channelArn}/bans/{memberArn}."
            })
    void anUnknownRouteIsAnsweredWithTheNearestOperation(String method, String target, String explanation)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = RawRequest.of(method, target).sendTo(chime);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(header(answer, "x-amzn-ErrorType")).isEqualTo("UnknownOperationException");
        assertThat(header(answer, "x-amzn-RequestId")).isNotEmpty();
        assertThat(object(answer.body()).members().keySet()).containsExactly("message");
        assertThat(header(answer, "x-chime-fake-explanation")).isEqualTo(explanation);
        assertUnharmed();
    }

    // Headers

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "arn:aws:chime:us-east-1:111122223333:app-instance/chat/user/nobody"})
    void aBearerThatIsNoRegisteredUserIsUnauthorized(String bearer) throws IOException, InterruptedException {
        HttpResponse<String> answer = RawRequest.of("GET", channel)
                .header("x-amz-chime-bearer", bearer)
                .sendTo(chime);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(header(answer, "x-amzn-ErrorType")).isEqualTo("UnauthorizedClientException");
    }

    @Test
    void aBearerThatIsNoArnIsABadRequest() throws IOException, InterruptedException {
        assertBadRequest(
                RawRequest.of("GET", channel)
                        .header("x-amz-chime-bearer", "alice")
                        .sendTo(chime),
                "1 validation error detected: Value 'alice' at 'ChimeBearer' failed to satisfy constraint: "
                        + CHIME_ARN,
                "ChimeBearer was 'alice'. " + CHIME_ARN + ".");
    }

    @Test
    void aRefusalWithoutAModelHasNoCodeInItsBody() throws IOException, InterruptedException {
        HttpResponse<String> answer = RawRequest.of("GET", channel)
                .bearer(alice)
                .withoutHeader("Authorization")
                .sendTo(chime);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(header(answer, "x-amzn-ErrorType")).isEqualTo("MissingAuthenticationTokenException");
        assertThat(answer.body()).isEqualTo("{\"message\":\"Missing Authentication Token\"}");
    }

    @Test
    void everyAnswerCarriesTheTrueDateWhateverTheFakesClockSays() throws IOException, InterruptedException {
        Clock longAgo = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        ChimeMessagingServer museum = fakes.start(ChimeMessagingServer.builder().clock(longAgo));
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);

        HttpResponse<String> answer = RawRequest.of("GET", "/channels/").sendTo(museum);

        assertThat(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header(answer, "Date"))))
                .isBetween(before, Instant.now());
    }
}
