package io.github.chimefake.benchmarks.suite;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.util.Collections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/**
 * The same twenty test classes over WireMock's extension, which starts a server for each class and removes the stubs of each test. Each
 * test adds its stubs, which respond with constants; the list has as many messages as that of the fake on average.
 */
final class WireMockSuite {
    private static final String APP_INSTANCE = "arn:aws:chime:us-east-1:111122223333:app-instance/chat";
    private static final String ALICE = APP_INSTANCE + "/user/alice";
    private static final String GENERAL = APP_INSTANCE + "/channel/general";

    private static final String MESSAGE = """
            {"MessageId": "0123456789abcdef", "Content": "hello", "CreatedTimestamp": 1764460800.000,
             "LastUpdatedTimestamp": 1764460800.000, "Type": "STANDARD", "Sender": {"Arn": "%s", "Name": "alice"},
             "Redacted": false, "Status": {"Value": "SENT"}}""".formatted(ALICE);

    private WireMockSuite() {}

    abstract static class WireMockTests {
        @RegisterExtension
        static WireMockExtension aws = WireMockExtension.newInstance()
                .options(wireMockConfig().dynamicPort())
                .build();

        private static ChimeSdkMessagingClient client;

        @BeforeAll
        static void buildClient() {
            client = ChimeSdkMessagingClient.builder()
                    .endpointOverride(URI.create(aws.baseUrl()))
                    .region(Region.US_EAST_1)
                    .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                    .build();
        }

        @AfterAll
        static void closeClient() {
            client.close();
        }

        @BeforeEach
        void stub() {
            aws.stubFor(post(urlPathMatching("/channels/[^/]+/messages"))
                    .willReturn(jsonResponse(
                            "{\"ChannelArn\": \"" + GENERAL
                                    + "\", \"MessageId\": \"0123456789abcdef\", \"Status\": {\"Value\": \"SENT\"}}",
                            201)));
            aws.stubFor(get(urlPathMatching("/channels/[^/]+/messages"))
                    .willReturn(okJson("{\"ChannelArn\": \"" + GENERAL + "\", \"ChannelMessages\": ["
                            + String.join(", ", Collections.nCopies(6, MESSAGE)) + "]}")));
            aws.stubFor(get(urlPathMatching("/channels/[^/]+")).willReturn(okJson("""
                            {"Channel": {"Name": "general", "ChannelArn": "%s", "Mode": "RESTRICTED", "Privacy": "PRIVATE",
                             "CreatedBy": {"Arn": "%s", "Name": "alice"}, "CreatedTimestamp": 1764460800.000,
                             "LastMessageTimestamp": 1764460800.000, "LastUpdatedTimestamp": 1764460800.000}}
                            """.formatted(GENERAL, ALICE))));
        }

        @RepeatedTest(TwentyCalls.TESTS_OF_A_CLASS)
        void callsTwentyTimes() {
            TwentyCalls.make(client, ALICE, GENERAL);
        }
    }

    static final class T01 extends WireMockTests {}

    static final class T02 extends WireMockTests {}

    static final class T03 extends WireMockTests {}

    static final class T04 extends WireMockTests {}

    static final class T05 extends WireMockTests {}

    static final class T06 extends WireMockTests {}

    static final class T07 extends WireMockTests {}

    static final class T08 extends WireMockTests {}

    static final class T09 extends WireMockTests {}

    static final class T10 extends WireMockTests {}

    static final class T11 extends WireMockTests {}

    static final class T12 extends WireMockTests {}

    static final class T13 extends WireMockTests {}

    static final class T14 extends WireMockTests {}

    static final class T15 extends WireMockTests {}

    static final class T16 extends WireMockTests {}

    static final class T17 extends WireMockTests {}

    static final class T18 extends WireMockTests {}

    static final class T19 extends WireMockTests {}

    static final class T20 extends WireMockTests {}
}
