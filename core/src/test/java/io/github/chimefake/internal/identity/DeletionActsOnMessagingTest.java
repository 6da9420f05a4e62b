package io.github.chimefake.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeAppInstance;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Requests;
import io.github.chimefake.testing.Fakes;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkidentity.model.ExpirationCriterion;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelBanSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelModeratorSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.FallbackAction;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.Identity;
import software.amazon.awssdk.services.chimesdkmessaging.model.InvocationType;
import software.amazon.awssdk.services.chimesdkmessaging.model.Processor;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

/** What it means for messaging that the identity API renames or deletes somebody, or a whole app instance. */
class DeletionActsOnMessagingTest {
    private static final Processor PROCESSOR = Processor.builder()
            .name("filter")
            .executionOrder(1)
            .fallbackAction(FallbackAction.CONTINUE)
            .configuration(configuration -> configuration.lambda(
                    lambda -> lambda.resourceArn("arn:aws:lambda:us-east-1:111122223333:function:filter")
                            .invocationType(InvocationType.ASYNC)))
            .build();

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final IdentityFixture fixture = new IdentityFixture(chime);
    private final ChimeSdkMessagingClient messaging = chime.client();
    private final ChimeUser alice = fixture.create("alice", "Alice");
    private final ChimeUser bob = fixture.create("bob", "Bob");
    private final ChimeUser admin = chime.appInstance().admin("admin");

    private List<String> members(ChimeChannel channel) {
        return messaging.listChannelMemberships(Requests.listMembers(admin, channel)).channelMemberships().stream()
                .map(ChannelMembershipSummary::member)
                .map(Identity::arn)
                .toList();
    }

    private List<String> moderators(ChimeChannel channel) {
        return messaging
                .listChannelModerators(
                        request -> request.channelArn(channel.arn()).chimeBearer(admin.arn()))
                .channelModerators()
                .stream()
                .map(ChannelModeratorSummary::moderator)
                .map(Identity::arn)
                .toList();
    }

    private List<String> banned(ChimeChannel channel) {
        return messaging
                .listChannelBans(request -> request.channelArn(channel.arn()).chimeBearer(admin.arn()))
                .channelBans()
                .stream()
                .map(ChannelBanSummary::member)
                .map(Identity::arn)
                .toList();
    }

    private List<Identity> senders(ChimeUser reader, ChimeChannel channel) {
        return messaging.listChannelMessages(Requests.listMessages(reader, channel)).channelMessages().stream()
                .map(ChannelMessageSummary::sender)
                .toList();
    }

    private void ban(ChimeUser user, ChimeChannel channel) {
        messaging.createChannelBan(request ->
                request.channelArn(channel.arn()).chimeBearer(admin.arn()).memberArn(user.arn()));
    }

    @Test
    void aRenamedUserHasItsNewNameOnItsOldMessages() {
        ChimeChannel general = chime.channel("general").members(alice, bob).create();
        messaging.sendChannelMessage(Requests.send(alice, general, "hello"));

        fixture.identity.updateAppInstanceUser(request ->
                request.appInstanceUserArn(alice.arn()).name("Alice L.").metadata(""));

        assertThat(senders(bob, general)).extracting(Identity::name).containsExactly("Alice L.");
    }

    @Test
    void aDeletedUserIsNowhereButOnItsMessagesAndChannels() {
        ChimeChannel general =
                chime.channel("general").creator(alice).members(alice, bob).create();
        ChimeChannel forbidden = chime.channel("forbidden").members(bob).create();
        ban(alice, forbidden);
        messaging.sendChannelMessage(Requests.send(alice, general, "hello"));

        fixture.delete(alice);

        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> messaging.sendChannelMessage(Requests.send(alice, general, "still here?")));
        assertThat(members(general)).containsExactly(bob.arn());
        assertThat(moderators(general)).isEmpty();
        assertThat(banned(forbidden)).isEmpty();
        assertThat(senders(bob, general))
                .containsExactly(Identity.builder().arn(alice.arn()).build());
        assertThat(messaging
                        .describeChannel(Requests.describe(bob, general))
                        .channel()
                        .createdBy())
                .isEqualTo(Identity.builder().arn(alice.arn()).build());
    }

    @Test
    void aUserThatComesBackUnderItsOldIdHasNothingOfTheFormerOne() {
        ChimeChannel general = chime.channel("general").members(alice, bob).create();
        ban(fixture.create("carol", "Carol"), general);
        ChimeUser carol = chime.user("carol");

        fixture.delete(alice);
        fixture.delete(carol);
        fixture.create("alice", "Alice");
        fixture.create("carol", "Carol");

        assertThat(messaging
                        .listChannelMembershipsForAppInstanceUser(request -> request.chimeBearer(alice.arn()))
                        .channelMemberships())
                .isEmpty();
        messaging.createChannelMembership(Requests.addMember(admin, general, carol));
        assertThat(members(general)).containsExactly(bob.arn(), carol.arn());
    }

    @Test
    void anExpiredUserLeavesAsADeletedOneDoes() {
        ChimeChannel general = chime.channel("general").members(alice, bob).create();
        fixture.identity.putAppInstanceUserExpirationSettings(request -> request.appInstanceUserArn(alice.arn())
                .expirationSettings(settings ->
                        settings.expirationDays(1).expirationCriterion(ExpirationCriterion.CREATED_TIMESTAMP)));

        chime.clock().advance(Duration.ofDays(1));

        assertThat(members(general)).containsExactly(bob.arn());
    }

    @Test
    void aDeletedAppInstanceTakesAllThatBelongedToItAndNothingElse() {
        ChimeAppInstance other = chime.appInstance(fixture.appInstance + "-2");
        ChimeUser stranger = other.user("stranger");
        ChimeChannel theirs = other.channel("theirs").members(stranger).create();
        ChimeChannel ours =
                chime.channel("ours").members(alice, bob).moderators(bob).create();
        String flow = messaging
                .createChannelFlow(request -> request.appInstanceArn(fixture.appInstance)
                        .name("filter")
                        .processors(PROCESSOR))
                .channelFlowArn();

        fixture.identity.deleteAppInstance(request -> request.appInstanceArn(fixture.appInstance));

        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> messaging.listChannelMessages(Requests.listMessages(alice, ours)));
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> messaging.listChannelMessages(Requests.listMessages(stranger, ours)));
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> messaging.describeChannelFlow(request -> request.channelFlowArn(flow)));
        assertThat(messaging
                        .listChannels(Requests.listChannels(stranger, other.arn()))
                        .channels())
                .extracting(ChannelSummary::channelArn)
                .containsExactly(theirs.arn());
    }

    @Test
    void anAppInstanceThatComesBackIsEmpty() {
        chime.channel("old").members(alice).moderators(bob).create();
        fixture.identity.deleteAppInstance(request -> request.appInstanceArn(fixture.appInstance));

        chime.appInstance(fixture.appInstance);

        ChimeUser newAlice = chime.user("alice");
        assertThat(messaging
                        .listChannels(Requests.listChannels(newAlice, fixture.appInstance))
                        .channels())
                .isEmpty();
        assertThat(chime.channel("old").members(newAlice).create().arn()).endsWith("/channel/old");
    }
}
