package io.github.chimefake.examples.readme;

import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

@ChimeMessagingFake(users = "alice")
@Execution(ExecutionMode.CONCURRENT)
class ParallelTestsPageTest {
    private static ChimeChannel general; // its ARN is the same in every copy of the fake

    @BeforeAll
    static void addToBaseline(ChimeMessagingServer chime) {
        general = chime.channel("general").members(chime.user("alice")).create();
    }

    @Test
    void aliceSends(ChimeMessagingServer chime) {
        send(chime);

        assertThat(chime).received(SendChannelMessageRequest.class).times(1);
    }

    @Test
    void aliceIsMuted(ChimeMessagingServer chime) {
        chime.permissions().by(chime.user("alice")).deny(SEND_CHANNEL_MESSAGE); // only in this test

        assertThatExceptionOfType(UnauthorizedClientException.class).isThrownBy(() -> send(chime));
    }

    private static void send(ChimeMessagingServer chime) {
        ChimeUser alice = chime.user("alice");
        chime.client()
                .sendChannelMessage(request -> request.channelArn(general.arn())
                        .chimeBearer(alice.arn())
                        .content("hello")
                        .type("STANDARD")
                        .persistence("PERSISTENT"));
    }
}
