package io.github.chimefake.internal.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Operation;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.exchange.HttpResponse;
import io.github.chimefake.internal.exchange.ServiceError;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.chimesdkmessaging.model.AssociateChannelFlowResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageResponse;

class ResponseEncoderTest {
    private final ResponseEncoder encoder = new ResponseEncoder();

    @Test
    void aSuccessHasTheStatusOfItsOperationAndTheMembersThatAreSet() {
        SendChannelMessageResponse response = SendChannelMessageResponse.builder()
                .channelArn("a")
                .messageId("é\n")
                .build();

        HttpResponse answer = encoder.encode(Operation.SEND_CHANNEL_MESSAGE, response, "id");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.headers()).isEqualTo(Map.of("x-amzn-RequestId", "id", "Content-Type", "application/json"));
        assertThat(new String(answer.body(), UTF_8)).isEqualTo("{\"ChannelArn\":\"a\",\"MessageId\":\"é\\n\"}");
    }

    @Test
    void anEmptyListIsWrittenAndAnUnsetOneIsNot() {
        ListChannelsResponse unset = ListChannelsResponse.builder().build();
        ListChannelsResponse empty =
                ListChannelsResponse.builder().channels(List.of()).build();

        assertThat(body(encoder.encode(Operation.LIST_CHANNELS, unset, "id"))).isEqualTo("{}");
        assertThat(body(encoder.encode(Operation.LIST_CHANNELS, empty, "id"))).isEqualTo("{\"Channels\":[]}");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-02T03:04:05Z, 1767323045",
        "2026-01-02T03:04:05.678Z, 1767323045.678",
        "2026-01-02T03:04:05.600Z, 1767323045.600",
        "2026-01-02T03:04:05.678999999Z, 1767323045.678",
        "2026-01-02T03:04:05.000999Z, 1767323045",
        "2026-01-02T03:06:40Z, 1767323200",
        "1970-01-01T00:00:00.001Z, 0.001",
        "1970-01-01T00:00:00Z, 0",
        "1969-12-31T23:59:59.999Z, -0.001",
        "+1000000000-12-31T23:59:59.999999999Z, 31556889864403199.999"
    })
    void timestampsAreSecondsWithMillisecondsAndWithoutExponent(Instant timestamp, String seconds) {
        DescribeChannelResponse response = DescribeChannelResponse.builder()
                .channel(channel -> channel.createdTimestamp(timestamp))
                .build();

        assertThat(body(encoder.encode(Operation.DESCRIBE_CHANNEL, response, "id")))
                .isEqualTo("{\"Channel\":{\"CreatedTimestamp\":" + seconds + "}}");
    }

    @Test
    void withoutOutputTheAnswerIsAnEmptyObjectOrNoContent() {
        HttpResponse ok = encoder.encode(
                Operation.ASSOCIATE_CHANNEL_FLOW,
                AssociateChannelFlowResponse.builder().build(),
                "id");
        HttpResponse noContent = encoder.encode(
                Operation.DELETE_CHANNEL, DeleteChannelResponse.builder().build(), "id");

        assertThat(ok.status()).isEqualTo(200);
        assertThat(body(ok)).isEqualTo("{}");
        assertThat(noContent.status()).isEqualTo(204);
        assertThat(noContent.body()).isEmpty();
        assertThat(noContent.headers()).isEqualTo(Map.of("x-amzn-RequestId", "id"));
    }

    @Test
    void aModelledErrorHasCodeAndMessage() {
        HttpResponse answer = encoder.encode(
                new ServiceError(
                        Layer.ROLE,
                        ChimeError.UNAUTHORIZED_CLIENT,
                        "No \"é\"",
                        "Register the user.",
                        Provenance.OBSERVED),
                "id");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers())
                .isEqualTo(Map.of(
                        "x-amzn-RequestId", "id",
                        "Content-Type", "application/json",
                        "x-amzn-ErrorType", "UnauthorizedClientException",
                        "x-chime-fake-explanation", "Register the user."));
        assertThat(body(answer)).isEqualTo("{\"Code\":\"Unauthorized\",\"Message\":\"No \\\"é\\\"\"}");
    }

    @Test
    void anErrorOfTheFrontEndHasAMessageAlone() {
        HttpResponse answer = encoder.encode(
                new ServiceError(Layer.ROLE, ChimeError.ACCESS_DENIED, "No", "Because", Provenance.OBSERVED), "id");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.headers()).containsEntry("x-amzn-ErrorType", "AccessDeniedException");
        assertThat(body(answer)).isEqualTo("{\"message\":\"No\"}");
    }

    @Test
    void theExplanationInTheHeaderIsOneShortLineOfPrintableAscii() {
        assertThat(explanationFor("a\r\nb\tc é 😀 \u0007\u2028~")).isEqualTo("a  b c ? ? ? ~");
        assertThat(explanationFor("\n lines \n")).isEqualTo("lines");
        assertThat(explanationFor("x".repeat(5000))).isEqualTo("x".repeat(1000));
        assertThat(explanationFor("")).isEmpty();
    }

    private String explanationFor(String explanation) {
        ServiceError serviceError =
                new ServiceError(Layer.ROLE, ChimeError.FORBIDDEN, "No", explanation, Provenance.OBSERVED);
        return encoder.encode(serviceError, "id").headers().getOrDefault(ResponseEncoder.EXPLANATION_HEADER, "absent");
    }

    private static String body(HttpResponse answer) {
        return new String(answer.body(), UTF_8);
    }
}
