package io.github.chimefake.junit.jupiter.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

@ChimeMessagingFake(users = {"alice", "bob"})
class ModerationTest {
    static ChimeChannel general;

    @BeforeAll
    static void openChannel(ChimeMessagingServer chime) {
        general = chime.channel("general")
                .members(chime.user("alice"), chime.user("bob"))
                .create();
    }

    @Test
    void aChannelStartsWithoutModerators(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
        assertThat(moderators(client, chime.appInstance().admin("root"))).isZero();
    }

    @Nested
    class WithAModerator {
        @BeforeAll
        static void appoint(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            client.createChannelModerator(request -> request.channelArn(general.arn())
                    .channelModeratorArn(chime.user("bob").arn())
                    .chimeBearer(chime.appInstance().admin("root").arn()));
        }

        @Test
        void bobIsOne(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            assertThat(moderators(client, chime.user("bob"))).isOne();
        }
    }

    @Nested
    @ChimeMessagingFake(users = "carol") // another fake, without Alice and the channel
    class Elsewhere {
        @Test
        void aliceIsUnknown(ChimeMessagingServer chime) {
            assertThat(chime.appInstance().unregistered("alice").id()).isEqualTo("alice");
        }
    }

    static int moderators(ChimeSdkMessagingClient client, ChimeUser bearer) {
        return client.listChannelModerators(
                        request -> request.channelArn(general.arn()).chimeBearer(bearer.arn()))
                .channelModerators()
                .size();
    }
}
