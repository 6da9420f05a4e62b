package io.github.chimefake.internal.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.events.MessagingEvent;
import io.github.chimefake.events.MessagingEventType;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelMembershipResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelMembershipRequest;

/** The events of elastic channels. */
class ElasticChannelEventsTest {
    private final ElasticChannelFixture fixture = new ElasticChannelFixture();
    private final ServiceFixture chime = fixture.chime;
    private final EmittedEvents events = new EmittedEvents(chime);

    @Test
    void aNewElasticChannelHasNoMembersAndSoNoEvents() {
        assertThat(events.next()).isEmpty();
    }

    @Test
    void aMessageIsForTheMembersOfItsSubChannelAndNamesIt() {
        String first = fixture.join(fixture.bob);
        fixture.join(fixture.carol);
        fixture.join(fixture.dave);
        events.next();

        chime.call(fixture.message(fixture.bob, first).build());

        MessagingEvent event = events.only();
        assertThat(EmittedEvents.names(event.receivers())).isEqualTo("bob, carol");
        assertThat(event.channelMessage().orElseThrow().subChannelId()).isEqualTo(first);
        assertThat(event.subChannelId()).contains(first);
        assertThat(event.isFor(fixture.dave)).isFalse();
    }

    @Test
    void aBatchIsOneEventForEachMemberInItsSubChannel() {
        chime.call(BatchCreateChannelMembershipRequest.builder()
                .channelArn(fixture.arena)
                .memberArns(fixture.bob.arn(), fixture.carol.arn(), fixture.dave.arn())
                .chimeBearer(fixture.alice.arn())
                .build());

        List<MessagingEvent> all = events.next();
        assertThat(all.stream().map(event -> event.type() + ": " + EmittedEvents.names(event.receivers())))
                .containsExactly(
                        "CREATE_CHANNEL_MEMBERSHIP: bob, carol",
                        "CREATE_CHANNEL_MEMBERSHIP: bob, carol",
                        "CREATE_CHANNEL_MEMBERSHIP: dave");
        assertThat(all)
                .allSatisfy(event -> assertThat(
                                event.channelMembership().orElseThrow().subChannelId())
                        .isEqualTo(event.subChannelId().orElseThrow()));
    }

    @Test
    void aModeratorWhoseSubChannelIsDeletedIsTheOnlyOneToBeToldWithTheReason() {
        fixture.join(fixture.bob);
        fixture.join(fixture.carol);
        String second = fixture.join(fixture.dave);
        chime.call(fixture.joining(fixture.alice).subChannelId(second).build());
        events.next();

        chime.call(fixture.leaving(fixture.dave).build());

        List<MessagingEvent> all = events.next();
        assertThat(all.stream().map(event -> event.type() + ": " + EmittedEvents.names(event.receivers())))
                .containsExactly("DELETE_CHANNEL_MEMBERSHIP: alice, dave", "DELETE_CHANNEL_MEMBERSHIP: alice");
        assertThat(all.get(0).reason()).isEmpty();
        assertThat(all.get(1).reason()).contains("subchannel_DELETED");
        assertThat(all.get(1).frame()).contains("\"x-amz-chime-event-reason\":\"subchannel_DELETED\"");
        assertThat(all.get(1).channelMembership().orElseThrow().subChannelId()).isEqualTo(second);
        assertThat(all.get(1).cause().text()).startsWith("DeleteChannelMembership by ");
    }

    @Test
    void aMemberThatIsMovedIsTheOnlyOneToBeToldWithItsNewSubChannel() {
        ServiceFixture other = new ServiceFixture();
        EmittedEvents emitted = new EmittedEvents(other);
        ChimeUser alice = other.user("alice");
        List<ChimeUser> users = List.of(other.user("u1"), other.user("u2"), other.user("u3"), other.user("u4"));
        String arena = other.call(
                        CreateChannelRequest.builder()
                                .appInstanceArn(ServiceFixture.CHAT.text())
                                .name("arena")
                                .elasticChannelConfiguration(ElasticChannelFixture.configuration(2, 3))
                                .clientRequestToken(other.token())
                                .chimeBearer(alice.arn())
                                .build(),
                        CreateChannelResponse.class)
                .channelArn();
        List<String> subChannels = users.stream()
                .map(user -> other.call(
                                CreateChannelMembershipRequest.builder()
                                        .channelArn(arena)
                                        .memberArn(user.arn())
                                        .type(ChannelMembershipType.DEFAULT)
                                        .chimeBearer(alice.arn())
                                        .build(),
                                CreateChannelMembershipResponse.class)
                        .subChannelId())
                .toList();
        emitted.next();

        other.call(DeleteChannelMembershipRequest.builder()
                .channelArn(arena)
                .memberArn(users.get(0).arn())
                .chimeBearer(alice.arn())
                .build());

        List<MessagingEvent> all = emitted.next();
        assertThat(all)
                .extracting(MessagingEvent::type)
                .containsExactly(
                        MessagingEventType.DELETE_CHANNEL_MEMBERSHIP, MessagingEventType.UPDATE_CHANNEL_MEMBERSHIP);
        MessagingEvent moved = all.get(1);
        assertThat(EmittedEvents.names(moved.receivers())).isEqualTo("u4");
        assertThat(moved.channelMembership().orElseThrow().subChannelId()).isEqualTo(subChannels.get(0));
        assertThat(moved.channelMembership().orElseThrow().member().name()).isEqualTo("u4");
    }
}
