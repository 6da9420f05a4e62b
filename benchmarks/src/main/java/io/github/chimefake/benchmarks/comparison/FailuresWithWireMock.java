package io.github.chimefake.benchmarks.comparison;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static io.github.chimefake.benchmarks.comparison.Errors.assertError;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClientBuilder;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

class FailuresWithWireMock {
    private static final String APP_INSTANCE = "arn:aws:chime:us-east-1:111122223333:app-instance/chat";
    private static final String ALICE = APP_INSTANCE + "/user/alice";
    private static final String BOB = APP_INSTANCE + "/user/bob";
    private static final String CAROL = APP_INSTANCE + "/user/carol";
    private static final String GENERAL = APP_INSTANCE + "/channel/general";
    private static final String RANDOM = APP_INSTANCE + "/channel/random";

    @RegisterExtension
    static WireMockExtension aws = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private final Chat chat = new Chat(client().build());

    @BeforeEach
    void respondWithoutFailures() {
        aws.stubFor(sending().willReturn(sent()));
        aws.stubFor(listing().willReturn(messages("")));
        aws.stubFor(describing().willReturn(okJson("{\"Channel\": {\"Name\": \"general\"}}")));
    }

    @Test
    void missingPermission() {
        aws.stubFor(sending().willReturn(error(403, "AccessDeniedException")));
        assertError(403, "AccessDeniedException", () -> send());
        assertThat(history()).isEmpty();
    }

    @Test
    void deniedForOneUserInOneChannel() {
        aws.stubFor(post(urlPathEqualTo("/channels/" + URLEncoder.encode(GENERAL, UTF_8) + "/messages"))
                .withHeader("x-amz-chime-bearer", equalTo(ALICE))
                .willReturn(error(401, "UnauthorizedClientException")));
        assertThatExceptionOfType(UnauthorizedClientException.class).isThrownBy(() -> send());
        chat.send(ALICE, RANDOM);
        chat.send(BOB, GENERAL);
    }

    @Test
    void unknownBearer() {
        aws.stubFor(any(anyUrl())
                .withHeader("x-amz-chime-bearer", equalTo(CAROL))
                .willReturn(error(401, "UnauthorizedClientException")));
        assertThatExceptionOfType(UnauthorizedClientException.class).isThrownBy(() -> chat.send(CAROL, GENERAL));
    }

    @Test
    void roleForbids() {
        aws.stubFor(delete(anyUrl())
                .withHeader("x-amz-chime-bearer", equalTo(BOB))
                .willReturn(error(403, "ForbiddenException")));
        String message = send();
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> chat.delete(BOB, GENERAL, message));
    }

    @Test
    void expiredToken() {
        aws.stubFor(any(anyUrl()).willReturn(error(403, "ExpiredTokenException")));
        assertError(403, "ExpiredTokenException", () -> send());
    }

    @Test
    void throttledOnceThenRetried() {
        inTurn(() -> sending(), error(429, "ThrottledClientException").withHeader("Retry-After", "1"), sent());
        send();
        aws.verify(2, postRequestedFor(anyUrl()));
    }

    @Test
    void thirdCallFails() {
        inTurn(() -> sending(), sent(), sent(), error(401, "UnauthorizedClientException"), sent());
        send();
        send();
        assertThatExceptionOfType(UnauthorizedClientException.class).isThrownBy(() -> send());
        send();
    }

    @Test
    void responseLostAndRetried() {
        inTurn(() -> sending(), aResponse().withFault(Fault.EMPTY_RESPONSE), sent());
        send();
        List<LoggedRequest> attempts = aws.findAll(postRequestedFor(anyUrl()));
        assertThat(attempts).hasSize(2);
        assertThat(attempts.get(1).getBodyAsString()).isEqualTo(attempts.get(0).getBodyAsString());
    }

    @Test
    void requestLost() {
        aws.stubFor(sending().willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> send());
        assertThat(history()).isEmpty();
    }

    @Test
    void connectionReset() {
        aws.stubFor(sending().willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        aws.stubFor(listing().willReturn(messages("{\"Content\": \"hello\"}")));
        assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> send());
        assertThat(history()).containsExactly("hello");
    }

    @Test
    void truncatedResponse() {
        aws.stubFor(listing().willReturn(okJson("{\"ChannelMessages\": [{\"Content\": \"hel")));
        assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> history());
    }

    @Test
    void malformedResponse() {
        aws.stubFor(listing().willReturn(okJson("no JSON")));
        assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> history());
    }

    @Test
    void pageOfProxy() {
        aws.stubFor(describing()
                .willReturn(aResponse()
                        .withStatus(502)
                        .withHeader("Content-Type", "text/html")
                        .withBody("<h1>Bad gateway</h1>")));
        assertError(502, null, () -> name());
    }

    @Test
    void slowResponse() {
        aws.stubFor(listing().willReturn(messages("").withChunkedDribbleDelay(10, 1_000)));
        assertThatExceptionOfType(ApiCallTimeoutException.class)
                .isThrownBy(() -> impatient().history(ALICE, GENERAL));
    }

    @Test
    void responseAfterTimeout() {
        aws.stubFor(sending().willReturn(sent().withFixedDelay(1_000)));
        assertThatExceptionOfType(ApiCallTimeoutException.class)
                .isThrownBy(() -> impatient().send(ALICE, GENERAL));
    }

    @Test
    void oneMemberOfBatchFails() {
        aws.stubFor(post(urlPathMatching("/channels/[^/]+/memberships"))
                .withQueryParam("operation", equalTo("batch-create"))
                .willReturn(okJson("""
                        {
                          "BatchChannelMemberships": {"Members": [{"Arn": "%s"}]},
                          "Errors": [{"MemberArn": "%s", "ErrorCode": "ThrottledClient", "ErrorMessage": "Throttled"}]
                        }
                        """.formatted(CAROL, BOB))));
        assertThat(chat.add(ALICE, RANDOM, BOB, CAROL)).isEqualTo(new Chat.Added(List.of(CAROL), List.of(BOB)));
    }

    @Test
    void deniedAfterAnotherCall() {
        aws.stubFor(sending().inScenario("chat").willSetStateTo("sent").willReturn(sent()));
        aws.stubFor(describing()
                .inScenario("chat")
                .whenScenarioStateIs("sent")
                .willReturn(error(403, "ForbiddenException")));
        name();
        send();
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> name());
    }

    @Test
    void everyThirdCallFails() {
        inTurn(() -> sending(), sent(), sent(), error(401, "UnauthorizedClientException"));
        for (int round = 1; round <= 2; round++) {
            send();
            send();
            assertThatExceptionOfType(UnauthorizedClientException.class).isThrownBy(() -> send());
        }
    }

    @Test
    void eachAttemptFailsDifferently() {
        inTurn(
                () -> sending(),
                error(429, "ThrottledClientException"),
                error(503, "ServiceUnavailableException"),
                sent());
        send();
        aws.verify(3, postRequestedFor(anyUrl()));
    }

    @Test
    void credentialsExpireFromThirdCallOn() {
        inTurn(() -> sending(), sent(), sent(), error(403, "ExpiredTokenException"));
        aws.stubFor(any(anyUrl())
                .inScenario("turns")
                .whenScenarioStateIs("2")
                .willReturn(error(403, "ExpiredTokenException")));
        send();
        send();
        assertError(403, "ExpiredTokenException", () -> send());
        assertError(403, "ExpiredTokenException", () -> history());
    }

    private static MappingBuilder sending() {
        return post(urlPathMatching("/channels/[^/]+/messages"));
    }

    private static MappingBuilder listing() {
        return get(urlPathMatching("/channels/[^/]+/messages"));
    }

    private static MappingBuilder describing() {
        return get(urlPathMatching("/channels/[^/]+"));
    }

    private static ResponseDefinitionBuilder sent() {
        return jsonResponse("{\"ChannelArn\": \"" + GENERAL + "\", \"MessageId\": \"1\"}", 201);
    }

    private static ResponseDefinitionBuilder messages(String json) {
        return okJson("{\"ChannelMessages\": [" + json + "]}");
    }

    private static ResponseDefinitionBuilder error(int status, String code) {
        return jsonResponse("{\"Code\": \"" + code + "\", \"Message\": \"Not now\"}", status)
                .withHeader("x-amzn-ErrorType", code);
    }

    private static void inTurn(Supplier<MappingBuilder> request, ResponseDefinitionBuilder... responses) {
        for (int turn = 0; turn < responses.length; turn++) {
            aws.stubFor(request.get()
                    .inScenario("turns")
                    .whenScenarioStateIs(turn == 0 ? STARTED : "" + turn)
                    .willSetStateTo(turn == responses.length - 1 ? STARTED : "" + (turn + 1))
                    .willReturn(responses[turn]));
        }
    }

    private static ChimeSdkMessagingClientBuilder client() {
        return ChimeSdkMessagingClient.builder()
                .endpointOverride(URI.create(aws.baseUrl()))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .overrideConfiguration(settings -> settings.retryStrategy(StandardRetryStrategy.builder()
                        .backoffStrategy(BackoffStrategy.retryImmediately())
                        .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                        .build()));
    }

    private static Chat impatient() {
        return new Chat(client().overrideConfiguration(settings -> settings.apiCallTimeout(Duration.ofMillis(200)))
                .build());
    }

    private String send() {
        return chat.send(ALICE, GENERAL);
    }

    private List<String> history() {
        return chat.history(ALICE, GENERAL);
    }

    private String name() {
        return chat.name(ALICE, GENERAL);
    }
}
