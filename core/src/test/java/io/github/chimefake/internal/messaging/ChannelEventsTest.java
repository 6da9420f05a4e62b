package io.github.chimefake.internal.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.events.EventMessageType;
import io.github.chimefake.events.MessagingEvent;
import io.github.chimefake.internal.arn.Arn;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkidentity.model.DeleteAppInstanceRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.DeleteAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.PutAppInstanceUserExpirationSettingsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchChannelMemberships;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.Channel;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembership;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelBanRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ExpirationCriterion;
import software.amazon.awssdk.services.chimesdkmessaging.model.ExpirationSettings;
import software.amazon.awssdk.services.chimesdkmessaging.model.Identity;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelReadMarkerRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelRequest;

/** The events of channels and their memberships: who receives them, and their payloads. */
class ChannelEventsTest {
    private final ServiceFixture chime = new ServiceFixture();
    private final EmittedEvents events = new EmittedEvents(chime);
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeUser carol = chime.user("carol");
    private final ChimeUser dave = chime.user("dave");
    private final String general = chime.create(
            chime.channel("general").withMembers(List.of(alice, bob)).withModerators(List.of(alice)));

    private CreateChannelRequest.Builder creation() {
        return CreateChannelRequest.builder()
                .appInstanceArn(ServiceFixture.CHAT.text())
                .name("new")
                .channelId("new")
                .clientRequestToken(chime.token())
                .chimeBearer(alice.arn());
    }

    private void join(ChimeUser user) {
        chime.call(CreateChannelMembershipRequest.builder()
                .channelArn(general)
                .memberArn(user.arn())
                .type(ChannelMembershipType.DEFAULT)
                .chimeBearer(alice.arn())
                .build());
    }

    private void leave(ChimeUser user) {
        chime.call(DeleteChannelMembershipRequest.builder()
                .channelArn(general)
                .memberArn(user.arn())
                .chimeBearer(alice.arn())
                .build());
    }

    private void batch(ChimeUser... users) {
        chime.call(BatchCreateChannelMembershipRequest.builder()
                .channelArn(general)
                .memberArns(List.of(users).stream().map(ChimeUser::arn).toList())
                .chimeBearer(alice.arn())
                .build());
    }

    @Test
    void theFirstMembersOfANewChannelAreAdded() {
        chime.call(creation().memberArns(bob.arn()).moderatorArns(carol.arn()).build());

        assertThat(events.lines())
                .containsExactly("CREATE_CHANNEL_MEMBERSHIP: alice, bob", "CREATE_CHANNEL_MEMBERSHIP: alice, bob");
    }

    @Test
    void aRepeatedCreationEmitsNothing() {
        CreateChannelRequest request = creation().build();
        chime.call(request);
        events.next();

        chime.call(request);

        assertThat(events.next()).isEmpty();
    }

    @Test
    void anUpdateIsForTheMembersWithTheChannelAsPayload() {
        chime.call(UpdateChannelRequest.builder()
                .channelArn(general)
                .name("renamed")
                .chimeBearer(alice.arn())
                .build());

        MessagingEvent event = events.only();
        assertThat(EmittedEvents.names(event.receivers())).isEqualTo("alice, bob");
        assertThat(event.messageType()).isEqualTo(EventMessageType.SYSTEM);
        assertThat(event.payload(Channel.class).name()).isEqualTo("renamed");
        assertThat(event.payload(Channel.class).channelArn()).isEqualTo(general);
    }

    @Test
    void aDeletedChannelIsForItsFormerMembersAndItsMembershipsHaveNoEvents() {
        chime.call(DeleteChannelRequest.builder()
                .channelArn(general)
                .chimeBearer(alice.arn())
                .build());

        MessagingEvent event = events.only();
        assertThat(event.type() + ": " + EmittedEvents.names(event.receivers()))
                .isEqualTo("DELETE_CHANNEL: alice, bob");
        assertThat(event.payload(Channel.class).name()).isEqualTo("general");
        assertThat(event.isFor(bob)).isTrue();
        assertThat(event.isFor(carol)).isFalse();
    }

    @Test
    void anExpiredChannelIsForItsFormerMembers() {
        String shortLived = chime.call(
                        creation()
                                .expirationSettings(ExpirationSettings.builder()
                                        .expirationDays(1)
                                        .expirationCriterion(ExpirationCriterion.CREATED_TIMESTAMP)
                                        .build())
                                .build(),
                        CreateChannelResponse.class)
                .channelArn();
        events.next();
        chime.clock.advance(Duration.ofDays(2));

        chime.service.deleteExpired();

        MessagingEvent event = events.only();
        assertThat(event.channelArn()).isEqualTo(shortLived);
        assertThat(EmittedEvents.names(event.receivers())).isEqualTo("alice");
        assertThat(event.cause().text()).isEqualTo("its expiration, 1 day after its creation");
        assertThat(event.cause().operation()).isEmpty();
    }

    @Test
    void aNewMemberIsForTheMembersWithTheNewOne() {
        join(carol);

        MessagingEvent event = events.only();
        assertThat(EmittedEvents.names(event.receivers())).isEqualTo("alice, bob, carol");
        ChannelMembership membership = event.payload(ChannelMembership.class);
        assertThat(membership.member().name()).isEqualTo("carol");
        assertThat(membership.invitedBy().arn()).isEqualTo(alice.arn());
        assertThat(membership.type()).isEqualTo(ChannelMembershipType.DEFAULT);
    }

    @Test
    void aRemovedMemberIsForTheOthersAndTheRemovedOne() {
        leave(bob);

        MessagingEvent event = events.only();
        assertThat(event.type() + ": " + EmittedEvents.names(event.receivers()))
                .isEqualTo("DELETE_CHANNEL_MEMBERSHIP: alice, bob");
        assertThat(event.channelMembership().orElseThrow().member().arn()).isEqualTo(bob.arn());
        assertThat(event.reason()).isEmpty();
    }

    @Test
    void aBatchIsOneEventWithThoseThatWereAdded() {
        batch(bob, carol, dave);

        MessagingEvent event = events.only();
        assertThat(event.type() + ": " + EmittedEvents.names(event.receivers()))
                .isEqualTo("BATCH_CREATE_CHANNEL_MEMBERSHIP: alice, bob, carol, dave");
        BatchChannelMemberships memberships = event.batchChannelMemberships().orElseThrow();
        assertThat(memberships.members()).extracting(Identity::name).containsExactly("carol", "dave");
        assertThat(memberships.channelArn()).isEqualTo(general);
    }

    @Test
    void aBatchThatAddsNobodyEmitsNothing() {
        batch(bob);

        assertThat(events.next()).isEmpty();
    }

    @Test
    void theCreatorThatIsAddedAgainEmitsNothing() {
        chime.call(creation().build());
        events.next();

        chime.call(CreateChannelMembershipRequest.builder()
                .channelArn(ServiceFixture.CHAT.channel("new").text())
                .memberArn(alice.arn())
                .type(ChannelMembershipType.DEFAULT)
                .chimeBearer(alice.arn())
                .build());

        assertThat(events.next()).isEmpty();
    }

    @Test
    void aBanRemovesAMemberAndIsNoEventForAnotherUser() {
        ban(bob);
        ban(dave);

        assertThat(events.lines()).containsExactly("DELETE_CHANNEL_MEMBERSHIP: alice, bob");
    }

    private void ban(ChimeUser user) {
        chime.call(CreateChannelBanRequest.builder()
                .channelArn(general)
                .memberArn(user.arn())
                .chimeBearer(alice.arn())
                .build());
    }

    @Test
    void aDeletedUserLeavesItsChannels() {
        chime.call(DeleteAppInstanceUserRequest.builder()
                .appInstanceUserArn(bob.arn())
                .build());

        MessagingEvent event = events.only();
        assertThat(event.type() + ": " + EmittedEvents.names(event.receivers()))
                .isEqualTo("DELETE_CHANNEL_MEMBERSHIP: alice, bob");
        assertThat(event.channelMembership().orElseThrow().member().name()).isEqualTo("bob");
    }

    @Test
    void aDeletedAppInstanceDeletesItsChannels() {
        chime.call(DeleteAppInstanceRequest.builder()
                .appInstanceArn(ServiceFixture.CHAT.text())
                .build());

        MessagingEvent event = events.only();
        assertThat(event.type() + ": " + EmittedEvents.names(event.receivers()))
                .isEqualTo("DELETE_CHANNEL: alice, bob");
        assertThat(event.cause().text()).isEqualTo("DeleteAppInstance");
    }

    @Test
    void readMarkersEmitNothing() {
        chime.call(UpdateChannelReadMarkerRequest.builder()
                .channelArn(general)
                .chimeBearer(alice.arn())
                .build());

        assertThat(events.next()).isEmpty();
    }

    @Test
    void anExpiredUserLeavesItsChannels() {
        chime.call(PutAppInstanceUserExpirationSettingsRequest.builder()
                .appInstanceUserArn(bob.arn())
                .expirationSettings(software.amazon.awssdk.services.chimesdkidentity.model.ExpirationSettings.builder()
                        .expirationDays(1)
                        .expirationCriterion("CREATED_TIMESTAMP")
                        .build())
                .build());
        chime.clock.advance(Duration.ofDays(2));

        chime.service.deleteExpired();

        assertThat(events.lines()).containsExactly("DELETE_CHANNEL_MEMBERSHIP: alice, bob");
        assertThat(chime.service.members(Arn.of(general))).hasSize(1);
    }
}
