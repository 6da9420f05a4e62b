package io.github.chimefake.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeService;
import io.github.chimefake.Layer;
import io.github.chimefake.Operation;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.protocol.RandomRequests.Extent;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkidentity.model.ChimeSdkIdentityException;
import software.amazon.awssdk.services.chimesdkidentity.model.ConflictException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.BadRequestException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ErrorCode;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.Tag;
import software.amazon.awssdk.services.chimesdkmessaging.model.TagResourceRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.TagResourceResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;
import software.amazon.awssdk.services.chimesdkmessaging.model.UntagResourceRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UntagResourceResponse;

/** Requests that the SDK's own client sends over a socket, and answers that it reads. */
@org.junit.jupiter.api.Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoundTripTest {
    private final ResponseEncoder encoder = new ResponseEncoder();
    private ProtocolServer server;
    private ChimeSdkMessagingClient client;
    private ChimeSdkIdentityClient identityClient;

    @BeforeAll
    void start() {
        server = new ProtocolServer();
        client = server.client();
        identityClient = server.identityClient();
    }

    @BeforeEach
    void forget() {
        server.reset();
    }

    @AfterAll
    void stop() {
        client.close();
        identityClient.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void everyOperationRoundTripsItsRequestAndItsResponse(Operation operation) throws ReflectiveOperationException {
        roundTrip(operation, 1, Extent.SMALLEST);
        roundTrip(operation, 2, Extent.LARGEST);
        for (int seed = 3; seed <= 8; seed++) {
            roundTrip(operation, seed, Extent.MIXED);
        }
    }

    private void roundTrip(Operation operation, long seed, Extent extent) throws ReflectiveOperationException {
        AwsRequest request = new RandomRequests(seed, extent).request(operation);
        AwsResponse response = new RandomResponses(seed).response(operation);
        server.willAnswer(encoder.encode(operation, response, "id-" + seed));

        AwsResponse answer = send(operation, request);

        assertThat(server.received()).as("seed %s, %s", seed, extent).satisfies(decoded -> {
            assertThat(decoded.validationError()).isEmpty();
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
        server.willAnswer(encoder.encode(
                new ServiceError(Layer.STATE, error, "so – \"no\"", "because", Provenance.REQUESTED), "an-id"));

        assertThatExceptionOfType(ChimeSdkMessagingException.class)
                .isThrownBy(() -> client.listChannels(request -> request.appInstanceArn("arn:aws:chime::1:a")))
                .satisfies(e -> {
                    assertThat(e.getClass().getSimpleName())
                            .isEqualTo(error.isModeled() ? error.errorType() : "ChimeSdkMessagingException");
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo(error.errorType());
                    assertThat(e.awsErrorDetails().errorMessage()).isEqualTo("so – \"no\"");
                    assertThat(e.requestId()).isEqualTo("an-id");
                    assertThat(e.statusCode()).isEqualTo(error.status());
                    assertThat(e.awsErrorDetails().sdkHttpResponse().firstMatchingHeader("x-chime-fake-explanation"))
                            .contains("because");
                });
    }

    @ParameterizedTest
    @EnumSource
    void everyErrorArrivesAtTheIdentityClientAsTheClassCodeAndMessageThatItNames(ChimeError error) {
        server.willAnswer(encoder.encode(
                new ServiceError(Layer.STATE, error, "so – \"no\"", "because", Provenance.REQUESTED), "an-id"));

        assertThatExceptionOfType(ChimeSdkIdentityException.class)
                // Not all of these are in the model of this operation; the SDK reads any on any.
                .isThrownBy(() -> identityClient.describeAppInstanceUser(
                        request -> request.appInstanceUserArn("arn:aws:chime::1:a/user/b")))
                .satisfies(e -> {
                    assertThat(e.getClass().getSimpleName())
                            .isEqualTo(error.isModeled() ? error.errorType() : "ChimeSdkIdentityException");
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo(error.errorType());
                    assertThat(e.awsErrorDetails().errorMessage()).isEqualTo("so – \"no\"");
                    assertThat(e.requestId()).isEqualTo("an-id");
                    assertThat(e.statusCode()).isEqualTo(error.status());
                });
    }

    @Test
    void modeledErrorsCarryTheirCodeMemberToTheIdentityClient() {
        server.willAnswer(
                encoder.encode(ServiceError.of(Layer.STATE, ChimeError.CONFLICT, "", Provenance.REQUESTED), "id"));

        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> identityClient.deleteAppInstanceUser(
                        request -> request.appInstanceUserArn("arn:aws:chime::1:a/user/b")))
                .satisfies(e -> assertThat(e.codeAsString()).isEqualTo("Conflict"));
    }

    @Test
    void tagsAreTheSameWhicheverServicesClientAsks() {
        String arn = "arn:aws:chime::1:a/user/b";
        Tag tag = Tag.builder().key("k").value("v").build();
        software.amazon.awssdk.services.chimesdkidentity.model.Tag identityTag =
                software.amazon.awssdk.services.chimesdkidentity.model.Tag.builder()
                        .key("k")
                        .value("v")
                        .build();
        server.willAnswer(encoder.encode(
                Operation.LIST_TAGS_FOR_RESOURCE,
                ListTagsForResourceResponse.builder().tags(tag).build(),
                "id"));
        server.willAnswer(encoder.encode(
                Operation.TAG_RESOURCE, TagResourceResponse.builder().build(), "id"));
        server.willAnswer(encoder.encode(
                Operation.UNTAG_RESOURCE, UntagResourceResponse.builder().build(), "id"));

        assertThat(identityClient
                        .listTagsForResource(request -> request.resourceARN(arn))
                        .tags())
                .containsExactly(identityTag);
        identityClient.tagResource(request -> request.resourceARN(arn).tags(identityTag));
        identityClient.untagResource(request -> request.resourceARN(arn).tagKeys("k"));

        assertThat(server.received().request())
                .isEqualTo(ListTagsForResourceRequest.builder().resourceARN(arn).build());
        assertThat(server.received().request())
                .isEqualTo(
                        TagResourceRequest.builder().resourceARN(arn).tags(tag).build());
        assertThat(server.received().request())
                .isEqualTo(UntagResourceRequest.builder()
                        .resourceARN(arn)
                        .tagKeys("k")
                        .build());
    }

    @Test
    void modeledErrorsCarryTheirCodeMember() {
        server.willAnswer(encoder.encode(
                ServiceError.of(Layer.STATE, ChimeError.UNAUTHORIZED_CLIENT, "", Provenance.REQUESTED), "id"));

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

    private AwsResponse send(Operation operation, AwsRequest request) throws ReflectiveOperationException {
        String name = operation.awsName().substring(0, 1).toLowerCase(Locale.ROOT)
                + operation.awsName().substring(1);
        return operation.service() == ChimeService.IDENTITY
                ? (AwsResponse) ChimeSdkIdentityClient.class
                        .getMethod(name, operation.requestType())
                        .invoke(identityClient, request)
                : (AwsResponse) ChimeSdkMessagingClient.class
                        .getMethod(name, operation.requestType())
                        .invoke(client, request);
    }
}
