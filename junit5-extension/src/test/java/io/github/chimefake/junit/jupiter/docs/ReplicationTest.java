package io.github.chimefake.junit.jupiter.docs;

import static io.github.chimefake.ChimeError.THROTTLED_CLIENT;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.junit.jupiter.ChimeMembers;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import io.github.chimefake.junit.jupiter.FailCalls;
import io.github.chimefake.junit.jupiter.FakeName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ThrottledClientException;

@ChimeMessagingFake(users = "alice")
@ChimeMessagingFake(name = "eu", region = "eu-central-1", users = "alice")
class ReplicationTest {
    @Test
    @FailCalls(fake = "eu", on = SEND_CHANNEL_MESSAGE, error = THROTTLED_CLIENT)
    void copiesToEurope(
            ChimeMessagingServer chime,
            @FakeName("eu") ChimeMessagingServer eu,
            @FakeName("eu") ChimeSdkMessagingClient euClient,
            @FakeName("eu") @ChimeMembers("alice") ChimeChannel copy) {
        assertThat(copy.arn()).startsWith(eu.appInstance().arn()).contains("eu-central-1");
        assertThat(chime.state().channels()).isEmpty();
        assertThatExceptionOfType(ThrottledClientException.class)
                .isThrownBy(() -> euClient.sendChannelMessage(request -> request.channelArn(copy.arn())
                        .chimeBearer(eu.user("alice").arn())
                        .content("hello")
                        .type("STANDARD")
                        .persistence("PERSISTENT")));
    }
}
