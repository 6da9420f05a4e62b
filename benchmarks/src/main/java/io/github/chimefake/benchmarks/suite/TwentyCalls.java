package io.github.chimefake.benchmarks.suite;

import static org.assertj.core.api.Assertions.assertThat;

import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** What each test of both suites does: ten sends, five lists, and five times a description of the channel. */
final class TwentyCalls {
    static final int TESTS_OF_A_CLASS = 50;

    /** Whether the tests make their calls. */
    static final String PROPERTY = "chime.benchmarks.suite.calls";

    private TwentyCalls() {}

    static void make(ChimeSdkMessagingClient client, String bearer, String channel) {
        for (int i = 0; Boolean.getBoolean(PROPERTY) && i < 5; i++) {
            send(client, bearer, channel);
            send(client, bearer, channel);
            assertThat(client.listChannelMessages(
                                    request -> request.channelArn(channel).chimeBearer(bearer))
                            .channelMessages())
                    .isNotEmpty();
            assertThat(client.describeChannel(
                                    request -> request.channelArn(channel).chimeBearer(bearer))
                            .channel()
                            .name())
                    .isEqualTo("general");
        }
    }

    private static void send(ChimeSdkMessagingClient client, String bearer, String channel) {
        assertThat(client.sendChannelMessage(request -> request.channelArn(channel)
                                .chimeBearer(bearer)
                                .content("hello")
                                .type("STANDARD")
                                .persistence("PERSISTENT"))
                        .messageId())
                .isNotEmpty();
    }
}
