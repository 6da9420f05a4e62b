package io.github.chimefake.examples.readme;

import static io.github.chimefake.ChannelRole.MODERATOR;
import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.Operation.CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.OperationGroup.MODERATION;
import static io.github.chimefake.OperationGroup.READ;
import static io.github.chimefake.OperationGroup.WRITE;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatExceptionOfType;

import io.github.chimefake.ChannelRole;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Registration;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

@ChimeMessagingFake
class DenialsPageTest {
    private final ChimeMessagingServer chime;
    private final ChimeSdkMessagingClient client;
    private final ChimeUser alice;
    private final ChimeUser bob;
    private final ChimeChannel general;
    private final ChimeChannel club;

    DenialsPageTest(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
        this.chime = chime;
        this.client = client;
        this.alice = chime.user("alice");
        this.bob = chime.user("bob");
        this.general =
                chime.channel("general").members(alice, bob).moderators(bob).create();
        this.club = chime.channel("club").members(alice, bob).create();
    }

    private void send(ChimeUser author, ChimeChannel channel, String text) {
        client.sendChannelMessage(request -> request.channelArn(channel.arn())
                .chimeBearer(author.arn())
                .content(text)
                .type("STANDARD")
                .persistence("PERSISTENT"));
    }

    private void assertDenied(ChimeUser author, ChimeChannel channel, String text) {
        assertThatExceptionOfType(UnauthorizedClientException.class).isThrownBy(() -> send(author, channel, text));
    }

    @Test
    void rules() {
        // Alice may not send.
        chime.permissions().by(alice).deny(SEND_CHANNEL_MESSAGE);
        // Except in one channel.
        chime.permissions().by(alice).inChannel(club).allow(SEND_CHANNEL_MESSAGE);
        // Every user is denied the list of channels, with another error.
        chime.permissions().on(LIST_CHANNELS).deny(FORBIDDEN);
        // Bob may do nothing at all, until the end of the block.
        try (Registration banned = chime.permissions().by(bob).deny()) {
            assertThatExceptionOfType(UnauthorizedClientException.class).isThrownBy(() -> send(bob, club, "hello"));
            assertThat(banned.timesApplied()).isOne();
        }

        assertDenied(alice, general, "hello");
        send(alice, club, "hello");
        send(bob, club, "hello");
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> client.listChannels(request ->
                        request.appInstanceArn(chime.appInstance().arn()).chimeBearer(bob.arn())));
    }

    @Test
    void selections() {
        // A group of operations, or all of them.
        chime.permissions().by(alice).on(WRITE).deny();
        chime.permissions().by(alice).on(READ).deny(FORBIDDEN);
        chime.permissions().by(alice).allow();
        // Users that have a role in the channel at the time of the call.
        chime.permissions().by(MODERATOR).on(MODERATION).deny();
        // Everything in one app instance.
        chime.permissions().inAppInstance(chime.appInstance().arn()).deny(LIST_CHANNELS);
        // What the request says, in the SDK's own type.
        chime.permissions()
                .matching(
                        SendChannelMessageRequest.class,
                        request -> request.content().contains("spam"))
                .deny();
        // The next call, the next three calls, or every call from the third on.
        chime.permissions().by(bob).once().deny(SEND_CHANNEL_MESSAGE);
        chime.permissions().calls(3).deny(LIST_CHANNELS);
        chime.permissions().by(bob).fromCall(3).deny(SEND_CHANNEL_MESSAGE);

        assertDenied(alice, general, "buy spam");
        send(alice, general, "hello");
        assertDenied(bob, general, "hello");
        send(bob, general, "hello");
        assertDenied(bob, general, "hello");
        chime.reset(); // Not all of the lines are used here.
    }

    @Test
    void roles() {
        // A cell of the role matrix: members may no longer add members.
        chime.roles().mayCall(ChannelRole.MEMBER, CREATE_CHANNEL_MEMBERSHIP, false);

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> client.createChannelMembership(request -> request.channelArn(general.arn())
                        .memberArn(chime.user("carol").arn())
                        .type("DEFAULT")
                        .chimeBearer(alice.arn())));
    }
}
