package io.github.chimefake.examples.readme;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

class WithoutExtensionTest {
    @Test
    void startedByTheTest() {
        try (ChimeMessagingServer chime = ChimeMessagingServer.builder()
                .appInstance("arn:aws:chime:eu-central-1:111122223333:app-instance/sales")
                .users("alice", "bob")
                .start()) {
            ChimeUser ghost = chime.appInstance().unregistered("ghost");
            ChimeChannel general =
                    chime.channel("general").members(chime.user("alice")).create();
            assertThrows(
                    UnauthorizedClientException.class,
                    () -> chime.client()
                            .describeChannel(
                                    request -> request.channelArn(general.arn()).chimeBearer(ghost.arn())));
            chime.reset(); // back to the state after the start
        }
    }
}
