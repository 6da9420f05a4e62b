package io.github.chimefake.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.call.ChimeError;
import io.github.chimefake.call.Operation;
import io.github.chimefake.call.Provenance;
import io.github.chimefake.call.Refusal;
import io.github.chimefake.protocol.RandomRequests.Extent;
import java.lang.reflect.Method;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.BadRequestException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ErrorCode;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

/** Requests that the SDK's own client sends over a socket, and answers that it reads. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoundTripTest {
    private final ResponseEncoder encoder = new ResponseEncoder();
    private ProtocolServer server;
    private ChimeSdkMessagingClient client;

    @BeforeAll
    void start() {
        server = new ProtocolServer();
        client = server.client();
    }

    @BeforeEach
    void forget() {
        server.reset();
    }

    @AfterAll
    void stop() {
        client.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyOperationRoundTripsItsRequestAndItsResponse(Operation operation) throws ReflectiveOperationException {
        roundTrip(operation, 1, Extent.SMALLEST);
        roundTrip(operation, 2, Extent.LARGEST);
        for (int seed = 3; seed <= 8; seed++) {
            roundTrip(operation, seed, Extent.MIXED);
        }
    }

    private void roundTrip(Operation operation, long seed, Extent extent) throws ReflectiveOperationException {
        ChimeSdkMessagingRequest request = new RandomRequests(seed, extent).request(operation);
        ChimeSdkMessagingResponse response = new RandomResponses(seed).response(operation);
        server.willAnswer(encoder.encode(operation, response, "id-" + seed));

        ChimeSdkMessagingResponse answer = send(operation, request);

        assertThat(server.received()).as("seed %s, %s", seed, extent).satisfies(decoded -> {
            assertThat(decoded.defect()).isEmpty();
            assertThat(decoded.request()).isEqualTo(request);
        });
        assertThat(answer.equalsBySdkFields(response))
                .as("Seed %s: %s equals %s", seed, answer, response)
                .isTrue();
        assertThat(answer.responseMetadata().requestId()).isEqualTo("id-" + seed);
        assertThat(answer.sdkHttpResponse().statusCode()).isEqualTo(operation.successStatus());
    }

    @ParameterizedTest
    @EnumSource
    void everyErrorArrivesAsTheClassCodeAndMessageThatItNames(ChimeError error) {
        server.willAnswer(encoder.encode(new Refusal(error, "so – \"no\"", "because", Provenance.REQUESTED), "an-id"));

        assertThatExceptionOfType(ChimeSdkMessagingException.class)
                .isThrownBy(() -> client.listChannels(request -> request.appInstanceArn("arn:aws:chime::1:a")))
                .satisfies(e -> {
                    assertThat(e.getClass().getSimpleName())
                            .isEqualTo(error.isModelled() ? error.errorType() : "ChimeSdkMessagingException");
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo(error.errorType());
                    assertThat(e.awsErrorDetails().errorMessage()).isEqualTo("so – \"no\"");
                    assertThat(e.requestId()).isEqualTo("an-id");
                    assertThat(e.statusCode()).isEqualTo(error.status());
                    assertThat(e.awsErrorDetails().sdkHttpResponse().firstMatchingHeader("x-chime-fake-explanation"))
                            .contains("because");
                });
    }

    @Test
    void modelledErrorsCarryTheirCodeMember() {
        server.willAnswer(encoder.encode(Refusal.of(ChimeError.UNAUTHORIZED_CLIENT, "", Provenance.REQUESTED), "id"));

        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> client.listChannels(request -> request.appInstanceArn("arn:aws:chime::1:a")))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAUTHORIZED));
    }

    @Test
    void aBrokenConstraintArrivesAsBadRequestExceptionNamingMemberRuleAndValue() {
        ListChannelsRequest request = ListChannelsRequest.builder()
                .appInstanceArn("arn:aws:chime::1:a")
                .maxResults(99)
                .build();

        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(() -> client.listChannels(request))
                .withMessageStartingWith("1 validation error detected: Value '99' at 'MaxResults' failed to satisfy"
                        + " constraint: Member must have value less than or equal to 50");
        assertThat(server.received().request()).isEqualTo(request);
    }

    private ChimeSdkMessagingResponse send(Operation operation, ChimeSdkMessagingRequest request)
            throws ReflectiveOperationException {
        String name = operation.awsName().substring(0, 1).toLowerCase(Locale.ROOT)
                + operation.awsName().substring(1);
        Method method = ChimeSdkMessagingClient.class.getMethod(name, operation.requestType());
        return (ChimeSdkMessagingResponse) method.invoke(client, request);
    }
}
