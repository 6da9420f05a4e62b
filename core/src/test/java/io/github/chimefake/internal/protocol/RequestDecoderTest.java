package io.github.chimefake.internal.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Operation;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.exchange.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelFlowCallbackRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMessagesRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.MessageAttributeValue;
import software.amazon.awssdk.services.chimesdkmessaging.model.RedactChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.TagResourceRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.Target;

class RequestDecoderTest {
    private static final String SEND = "/channels/a%2Fb/messages";

    private static final MessageAttributeValue COLOR =
            MessageAttributeValue.builder().stringValues("r", "g").build();

    private final Router router = new Router();
    private final RequestDecoder decoder = new RequestDecoder();

    @Test
    void readsPathHeaderAndBody() {
        String body = """
                {"Content": "hé\\u006co", "Type": "STANDARD", "MessageAttributes": {"color": {"StringValues": ["r", "g"]}},
                 "Target": [{"MemberArn": "m"}], "PushNotification": {"Title": "t"}}""";

        DecodedRequest decoded = decode("POST", SEND, body, new HttpRequest.Header("X-Amz-Chime-Bearer", "me"));

        assertThat(decoded.validationError()).isEmpty();
        assertThat(decoded.request())
                .isEqualTo(SendChannelMessageRequest.builder()
                        .channelArn("a/b")
                        .chimeBearer("me")
                        .content("hélo")
                        .type("STANDARD")
                        .messageAttributes(Map.of("color", COLOR))
                        .target(Target.builder().memberArn("m").build())
                        .pushNotification(push -> push.title("t"))
                        .build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", " {\n} "})
    void anEmptyBodyIsAsGoodAsAnEmptyObject(String body) {
        DecodedRequest decoded = decode("POST", "/channels/a/messages/m?operation=redact", body);

        assertThat(decoded.validationError()).isEmpty();
        assertThat(decoded.request())
                .isEqualTo(RedactChannelMessageRequest.builder()
                        .channelArn("a")
                        .messageId("m")
                        .build());
    }

    @Test
    void nullMembersAreAbsentAndUnknownMembersIgnored() {
        DecodedRequest decoded = decode(
                "POST",
                SEND,
                "{\"Content\":null,\"Target\":null,\"PushNotification\":{\"Body\":null},\"New\":{\"a\":[1]},\"content\":1}");

        assertThat(decoded.validationError()).isEmpty();
        assertThat(decoded.request())
                .isEqualTo(SendChannelMessageRequest.builder()
                        .channelArn("a/b")
                        .pushNotification(push -> {})
                        .build());
    }

    @Test
    void anEmptyListIsNotAnAbsentOne() {
        DecodedRequest decoded = decode("POST", "/channels", "{\"Tags\":[]}");

        assertThat(((CreateChannelRequest) decoded.request()).hasTags()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "", "garbage", "{\"SubChannelId\":1}"})
    void theBodyOfAnOperationWithoutBodyMembersIsIgnored(String body) {
        DecodedRequest decoded = decode("DELETE", "/channels/a/messages/m?sub-channel-id=s", body);

        assertThat(decoded.validationError()).isEmpty();
        assertThat(decoded.request())
                .isEqualTo(DeleteChannelMessageRequest.builder()
                        .channelArn("a")
                        .messageId("m")
                        .subChannelId("s")
                        .build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-02T03:04:05Z",
                "2026-01-02T03:04:05.6Z",
                "2026-01-02T03:04:05.678Z",
                "2026-01-02T03:04:05.678000Z",
                "2026-01-02T03:04:05.678901234Z"
            })
    void timestampsInTheQueryHaveAnyNumberOfFractionDigits(String timestamp) {
        DecodedRequest decoded = decode("GET", SEND + "?not-before=" + timestamp.replace(":", "%3A"), "");

        assertThat(((ListChannelMessagesRequest) decoded.request()).notBefore()).isEqualTo(Instant.parse(timestamp));
    }

    @Test
    void aBearerThatIsMissingOrEmptyIsLeftToItsGate() {
        HttpRequest.Header empty = new HttpRequest.Header("x-amz-chime-bearer", "");

        assertThat(decode("GET", "/channels/a", "").validationError()).isEmpty();
        assertThat(decode("GET", "/channels/a", "", empty).validationError()).isEmpty();
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"Content":5}                                      | Value '5' at 'Content' failed to satisfy constraint: Member must be a string, not a number
            {"Content":["a"]}                                  | Value '["a"]' at 'Content' failed to satisfy constraint: Member must be a string, not an array
            {"Target":{}}                                      | Value '{}' at 'Target' failed to satisfy constraint: Member must be an array, not an object
            {"Target":[{},7]}                                  | Value '7' at 'Target[1]' failed to satisfy constraint: Member must be an object, not a number
            {"Target":[null]}                                  | Value 'null' at 'Target[0]' failed to satisfy constraint: Member must be an object, not null
            {"PushNotification":"x"}                           | Value '"x"' at 'PushNotification' failed to satisfy constraint: Member must be an object, not a string
            {"PushNotification":{"Title":true}}                | Value 'true' at 'PushNotification.Title' failed to satisfy constraint: Member must be a string, not a boolean
            {"MessageAttributes":[]}                           | Value '[]' at 'MessageAttributes' failed to satisfy constraint: Member must be an object, not an array
            {"MessageAttributes":{"k":{"StringValues":["",1]}}}| Value '1' at 'MessageAttributes["k"].StringValues[1]' failed to satisfy constraint: Member must be a string, not a number
            """)
    // spotless:on
    void jsonOfTheWrongTypeIsABadRequestThatNamesPathValueAndExpectation(String body, String problem) {
        assertDefect(decode("POST", SEND, body), "1 validation error detected: " + problem);
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1.5           | a number
            2147483648    | a number
            1e900         | a number
            "1"           | a string
            """)
    // spotless:on
    void aWholeNumberHasToBeOneOf32Bits(String number, String kind) {
        String body = "{\"ElasticChannelConfiguration\":{\"MaximumSubChannels\":" + number + "}}";

        assertThat(decode("POST", "/channels", body).validationError())
                .hasValueSatisfying(validationError -> assertThat(validationError.message())
                        .endsWith(
                                "at 'ElasticChannelConfiguration.MaximumSubChannels' failed to satisfy constraint: Member must be a"
                                        + " whole number of at most 32 bits, not " + kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "7.0", "70e-1"})
    void aWholeNumberMayBeWrittenInAnyWay(String number) {
        String body = "{\"ElasticChannelConfiguration\":{\"MaximumSubChannels\":" + number + "}}";

        assertThat(((CreateChannelRequest) decode("POST", "/channels", body).request())
                        .elasticChannelConfiguration()
                        .maximumSubChannels())
                .isEqualTo(7);
    }

    @Test
    void aBooleanHasToBeOne() {
        String target = "/channels/a?operation=channel-flow-callback";

        assertThat(((ChannelFlowCallbackRequest) decode("POST", target, "{\"DeleteResource\":true}")
                                .request())
                        .deleteResource())
                .isTrue();
        assertDefect(
                decode("POST", target, "{\"DeleteResource\":\"true\"}"),
                "1 validation error detected: Value '\"true\"' at 'DeleteResource' failed to satisfy constraint: Member must"
                        + " be a boolean, not a string");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"a\"", "null", "5"})
    void aBodyThatIsNoObjectIsABadRequest(String body) {
        assertThat(decode("POST", SEND, body).validationError())
                .hasValueSatisfying(validationError -> assertThat(validationError.message())
                        .startsWith("The request body is ")
                        .endsWith("; expected is an object"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "{",
                "{\"Content\":\"a\"} x",
                "{\"Content\":\"a\",\"Content\":\"b\"}",
                "{'Content':1}",
                "Content=a"
            })
    void aBodyThatIsNoJsonIsABadRequestThatSaysWhere(String body) {
        DecodedRequest decoded = decode("POST", SEND, body, new HttpRequest.Header("x-amz-chime-bearer", "me"));

        assertThat(decoded.validationError()).hasValueSatisfying(validationError -> {
            assertThat(validationError.error()).isEqualTo(ChimeError.BAD_REQUEST);
            assertThat(validationError.message())
                    .startsWith("The request body cannot be read: Malformed JSON at line 1, column ");
        });
        assertThat(decoded.request())
                .isEqualTo(SendChannelMessageRequest.builder()
                        .channelArn("a/b")
                        .chimeBearer("me")
                        .build());
    }

    @Test
    void aBodyThatIsNotUtf8IsABadRequest() {
        DecodedRequest decoded = decode("POST", SEND, "{\"Content\":\"é\"}".getBytes(ISO_8859_1));

        assertDefect(
                decoded,
                "The request body cannot be read: Malformed JSON at line 1, column 13: the byte 0xE9 is not UTF-8");
    }

    @Test
    void nestingWithoutEndIsABadRequestAlsoInAMemberThatIsIgnored() {
        assertDefect(
                decode("POST", SEND, "{\"x\":" + "[".repeat(500_000)),
                "The request body cannot be read: Malformed JSON at line 1, column 69: it is nested deeper than 64 levels");
    }

    @Test
    void aBodyMayHaveOneMebibyteAndNoMore() {
        String longest = "{\"Content\":\"" + "x".repeat(RequestDecoder.MAX_BODY_LENGTH - 14) + "\"}";

        assertThat(decode("POST", SEND, longest).validationError()).isEmpty();
        assertDefect(
                decode("POST", SEND, longest + " "),
                "The request body has 1048577 bytes; expected are at most 1048576");
        assertDefect(
                decode("DELETE", "/channels/a", longest + " "),
                "The request body has 1048577 bytes; expected are at most 1048576");
    }

    @Test
    void whatIsReadableIsReadBesideTheFirstDefect() {
        DecodedRequest decoded =
                decode("POST", "/tags?operation=tag-resource", "{\"ResourceARN\":\"r\",\"Tags\":[{\"Key\":1}]}");

        assertThat(decoded.validationError()).isPresent();
        assertThat(decoded.request())
                .isEqualTo(TagResourceRequest.builder().resourceARN("r").build());
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            max-results=abc                  | Value 'abc' at 'MaxResults' failed to satisfy constraint: Member must be a whole number of at most 32 bits
            max-results=                     | Value '' at 'MaxResults' failed to satisfy constraint: Member must be a whole number of at most 32 bits
            max-results=%2B5                 | Value '+5' at 'MaxResults' failed to satisfy constraint: Member must be a whole number of at most 32 bits
            max-results=%D9%A3               | Value '٣' at 'MaxResults' failed to satisfy constraint: Member must be a whole number of at most 32 bits
            max-results=2147483648           | Value '2147483648' at 'MaxResults' failed to satisfy constraint: Member must be a whole number of at most 32 bits
            max-results=1&max-results=1      | Value a list of 2 at 'MaxResults' failed to satisfy constraint: Member must be given once as max-results
            not-after=1767323045             | Value '1767323045' at 'NotAfter' failed to satisfy constraint: Member must be a timestamp such as 2026-01-02T03:04:05.678Z
            not-after=2026-02-30T00:00:00Z   | Value '2026-02-30T00:00:00Z' at 'NotAfter' failed to satisfy constraint: Member must be a timestamp such as 2026-01-02T03:04:05.678Z
            """)
    // spotless:on
    void aQueryParameterThatIsNotOfItsTypeIsABadRequest(String query, String problem) {
        assertDefect(decode("GET", SEND + "?next-token=n&" + query, ""), "1 validation error detected: " + problem);
        assertThat(decode("GET", SEND + "?next-token=n&" + query, "").request())
                .isEqualTo(ListChannelMessagesRequest.builder()
                        .channelArn("a/b")
                        .nextToken("n")
                        .build());
    }

    @Test
    void aBearerGivenTwiceIsABadRequest() {
        HttpRequest.Header bearer = new HttpRequest.Header("x-amz-chime-bearer", "me");

        assertDefect(
                decode("GET", "/channels/a", "", bearer, bearer),
                "1 validation error detected: Value a list of 2 at 'ChimeBearer' failed to satisfy constraint: Member must be"
                        + " given once as x-amz-chime-bearer");
    }

    @ParameterizedTest
    @EnumSource
    void everyOperationDecodesNothingAtAll(Operation operation) {
        String target = operation.uriTemplate().replaceAll("\\{\\w+}", "");

        DecodedRequest decoded = decode(operation.httpMethod().name(), target, "");

        assertThat(decoded.validationError()).isEmpty();
        assertThat(decoded.request()).isInstanceOf(operation.requestType());
    }

    private void assertDefect(DecodedRequest decoded, String message) {
        assertThat(decoded.validationError()).hasValueSatisfying(validationError -> {
            assertThat(validationError.error()).isEqualTo(ChimeError.BAD_REQUEST);
            assertThat(validationError.message()).isEqualTo(message);
            assertThat(validationError.provenance()).isEqualTo(Provenance.ASSUMED);
        });
    }

    private DecodedRequest decode(String method, String target, String body, HttpRequest.Header... headers) {
        return decode(method, target, body.getBytes(UTF_8), headers);
    }

    private DecodedRequest decode(String method, String target, byte[] body, HttpRequest.Header... headers) {
        HttpRequest call = new HttpRequest(method, target, List.of(headers), body, Instant.EPOCH);
        return decoder.decode((Route.Matched) router.route(method, target), call);
    }
}
