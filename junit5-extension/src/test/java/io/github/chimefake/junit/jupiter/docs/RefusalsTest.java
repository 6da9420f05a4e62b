package io.github.chimefake.junit.jupiter.docs;

import static io.github.chimefake.ChannelRole.MODERATOR;
import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.ChimeError.THROTTLED_CLIENT;
import static io.github.chimefake.ChimeError.UNAUTHORIZED_CLIENT;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.OperationGroup.MODERATION;
import static io.github.chimefake.junit.jupiter.NamedEffect.LOST_RESPONSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import io.github.chimefake.junit.jupiter.DenyCalls;
import io.github.chimefake.junit.jupiter.FailCalls;
import io.github.chimefake.junit.jupiter.InjectFault;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ThrottledClientException;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

@Retention(RetentionPolicy.RUNTIME)
@FailCalls(on = SEND_CHANNEL_MESSAGE, error = THROTTLED_CLIENT)
@interface SendingIsThrottled {}

@ChimeMessagingFake(users = {"alice", "bob"})
@DenyCalls(on = SEND_CHANNEL_MESSAGE, by = "alice") // in every test: UnauthorizedClientException, 401
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
    @DenyCalls(on = SEND_CHANNEL_MESSAGE, error = FORBIDDEN) // in this test: every user, with another error
    @FailCalls(on = LIST_CHANNELS, error = UNAUTHORIZED_CLIENT, calls = 2) // two calls fail, the third does not
    void noUserMaySend(ChimeSdkMessagingClient client) {
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> send(client, bob));
        assertThatExceptionOfType(UnauthorizedClientException.class).isThrownBy(() -> list(client, alice));
        assertThatExceptionOfType(UnauthorizedClientException.class).isThrownBy(() -> list(client, bob));
        list(client, alice);
    }

    @Test
    @DenyCalls(on = SEND_CHANNEL_MESSAGE, byCaller = "assumed-role/chat-backend", mayBeMissing = true) // a principal
    void theBackEndMayNotSend(ChimeMessagingServer chime) {
        ChimeCaller backend = chime.caller("assumed-role/chat-backend");
        ChimeSdkMessagingClient client = chime.clients().signedBy(backend).client();
        assertThatExceptionOfType(UnauthorizedClientException.class).isThrownBy(() -> send(client, bob));
    }

    @Test
    @DenyCalls(onGroup = MODERATION, byRole = MODERATOR) // a group of operations, for a role in the channel
    void moderatorsMayNotModerate(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
        ChimeUser carol = chime.user("carol");
        ChimeChannel club = chime.channel("club").members(bob).moderators(carol).create();
        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> client.createChannelBan(request ->
                        request.channelArn(club.arn()).memberArn(bob.arn()).chimeBearer(carol.arn())));
    }

    @Test
    @DenyCalls(on = SEND_CHANNEL_MESSAGE, by = "carol", mayBeMissing = true) // the test registers her
    void aNewUserMayNotSendYet(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
        ChimeUser carol = chime.user("carol");
        assertThatExceptionOfType(UnauthorizedClientException.class).isThrownBy(() -> send(client, carol));
    }

    @Test
    @InjectFault(on = SEND_CHANNEL_MESSAGE, nthCall = 2, attempts = 1, effect = LOST_RESPONSE)
    void theSecondMessageIsStoredOnce(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
        send(client, bob);
        send(client, bob);
        assertThat(chime.journal().calls(SEND_CHANNEL_MESSAGE).get(1).attempts())
                .hasSize(2);
    }

    @Test
    @SendingIsThrottled
    void nothingIsSent(ChimeSdkMessagingClient client) {
        assertThatExceptionOfType(ThrottledClientException.class).isThrownBy(() -> send(client, bob));
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
