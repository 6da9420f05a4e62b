package io.github.chimefake.junit.jupiter.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

@ChimeMessagingFake(leastPrivilege = "target/chime-policy.json")
class NeededPolicyTest {
    @Test
    void listsChannels(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
        ChimeUser alice = chime.user("alice");

        assertThat(client.listChannels(request -> request.appInstanceArn(
                                        chime.appInstance().arn())
                                .chimeBearer(alice.arn()))
                        .channels())
                .isEmpty();
    }
}
