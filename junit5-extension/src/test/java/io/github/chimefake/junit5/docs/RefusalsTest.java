package io.github.chimefake.junit5.docs;

import static io.github.chimefake.call.ChannelRole.MODERATOR;
import static io.github.chimefake.call.ChimeError.FORBIDDEN;
import static io.github.chimefake.call.ChimeError.UNAUTHORIZED_CLIENT;
import static io.github.chimefake.call.Operation.LIST_CHANNELS;
import static io.github.chimefake.call.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.call.OperationGroup.MODERATION;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.call.ChimeChannel;
import io.github.chimefake.call.ChimeUser;
import io.github.chimefake.junit5.ChimeMessagingFake;
import io.github.chimefake.junit5.Deny;
import io.github.chimefake.junit5.Fail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

@ChimeMessagingFake(users = {"alice", "bob"})
@Deny(operation = SEND_CHANNEL_MESSAGE, by = "alice") // in every test: UnauthorizedClientException, 401
class RefusalsTest {
    ChimeUser alice;
    ChimeUser bob;
    ChimeChannel general;

    @BeforeEach
    void openChannel(ChimeMessagingServer chime) {
        alice = chime.user("alice");
        bob = chime.user("bob");
        general = chime.channel("general").members(alice, bob).create();
    }

    @Test
    void aliceMayNotSend(ChimeSdkMessagingClient client) {
        assertThatExceptionOfType(UnauthorizedClientException.class).isThrownBy(() -> send(client, alice));
        send(client, bob);
    }

    @Test
    @Deny(operation = SEND_CHANNEL_MESSAGE, with = FORBIDDEN) // in this test: everybody, and with another answer
    @Fail(operation = LIST_CHANNELS, with = UNAUTHORIZED_CLIENT, calls = 2) // two calls fail, the third does not
    void nobodyMaySend(ChimeSdkMessagingClient client) {
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> send(client, bob));
        assertThatExceptionOfType(UnauthorizedClientException.class).isThrownBy(() -> list(client, alice));
        assertThatExceptionOfType(UnauthorizedClientException.class).isThrownBy(() -> list(client, bob));
        list(client, alice);
    }

    @Test
    @Deny(group = MODERATION, role = MODERATOR) // a group of operations, to whoever has a role at the time of the call
    void moderatorsMayNotModerate(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
        ChimeUser carol = chime.user("carol");
        ChimeChannel club = chime.channel("club").members(bob).moderators(carol).create();
        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> client.createChannelBan(request ->
                        request.channelArn(club.arn()).memberArn(bob.arn()).chimeBearer(carol.arn())));
    }

    private void send(ChimeSdkMessagingClient client, ChimeUser sender) {
        client.sendChannelMessage(request -> request.channelArn(general.arn())
                .chimeBearer(sender.arn())
                .content("hello")
                .type("STANDARD")
                .persistence("PERSISTENT"));
    }

    private static void list(ChimeSdkMessagingClient client, ChimeUser user) {
        client.listChannels(request -> request.appInstanceArn(
                        user.arn().substring(0, user.arn().indexOf("/user/")))
                .chimeBearer(user.arn()));
    }
}
