package io.github.chimefake.examples.readme;

import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

@ChimeMessagingFake
class SendingTest {
    @Test
    void mutedUserMayNotSend(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
        ChimeUser alice = chime.user("alice");
        ChimeChannel general = chime.channel("general").members(alice).create();
        chime.permissions().by(alice).deny(SEND_CHANNEL_MESSAGE);

        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> client.sendChannelMessage(request -> request.channelArn(general.arn())
                        .chimeBearer(alice.arn())
                        .content("hello")
                        .type("STANDARD")
                        .persistence("PERSISTENT")));

        assertThat(chime).denied(SEND_CHANNEL_MESSAGE).by(alice);
    }
}
