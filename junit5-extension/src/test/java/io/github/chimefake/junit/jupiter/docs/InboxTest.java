package io.github.chimefake.junit.jupiter.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.junit.jupiter.ChimeBearer;
import io.github.chimefake.junit.jupiter.ChimeMembers;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import io.github.chimefake.junit.jupiter.InjectChimeFake;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

@ChimeMessagingFake
class InboxTest {
    @InjectChimeFake
    private ChimeMessagingServer chime;

    @ChimeBearer("alice")
    private ChimeSdkMessagingClient alicesClient;

    @ChimeMembers({"alice", "bob"})
    private ChimeChannel general;

    @Test
    void showsTheChannel() {
        assertThat(alicesClient
                        .listChannels(request ->
                                request.appInstanceArn(chime.appInstance().arn()))
                        .channels())
                .extracting(channel -> channel.channelArn())
                .containsExactly(general.arn());
    }
}
