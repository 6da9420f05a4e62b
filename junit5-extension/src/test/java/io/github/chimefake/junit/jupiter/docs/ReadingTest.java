package io.github.chimefake.junit.jupiter.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.junit.jupiter.ChimeBearer;
import io.github.chimefake.junit.jupiter.ChimeEndpoint;
import io.github.chimefake.junit.jupiter.ChimeMembers;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import java.net.URI;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingAsyncClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

@ChimeMessagingFake(users = {"alice", "bob"})
class ReadingTest {
    static ChimeChannel general;

    final ChimeSdkMessagingClient client;

    ReadingTest(ChimeSdkMessagingClient client) {
        this.client = client;
    }

    @BeforeAll
    static void openChannel(ChimeMessagingServer chime) {
        general = chime.channel("general").members(chime.user("alice")).create();
    }

    @BeforeEach
    void bobJoins(ChimeMessagingServer chime) {
        client.createChannelMembership(request -> request.channelArn(general.arn())
                .memberArn(chime.user("bob").arn())
                .chimeBearer(chime.user("bob").arn())
                .type("DEFAULT"));
    }

    @Test
    void bobFindsAnEmptyChannel(ChimeMessagingServer chime, ChimeSdkMessagingAsyncClient asyncClient) {
        ChimeUser bob = chime.user("bob");

        assertThat(asyncClient
                        .listChannelMessages(
                                request -> request.channelArn(general.arn()).chimeBearer(bob.arn()))
                        .join()
                        .channelMessages())
                .isEmpty();
    }

    @Test
    void everythingIsAtOneAddress(ChimeMessagingServer chime, @ChimeEndpoint URI endpoint) {
        assertThat(endpoint).isEqualTo(chime.endpoint());
    }

    @Test
    void usersAndChannelsAreParameters(
            @ChimeBearer("alice") ChimeSdkMessagingClient alicesClient,
            @ChimeMembers(moderators = "alice", name = "club") ChimeChannel club) {
        assertThat(alicesClient
                        .listChannelMessages(request -> request.channelArn(club.arn()))
                        .channelMessages())
                .isEmpty();
    }
}
