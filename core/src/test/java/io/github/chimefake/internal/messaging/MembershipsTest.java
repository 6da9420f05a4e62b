package io.github.chimefake.internal.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.exchange.ServiceError;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipError;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembership;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelModerator;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelMembershipResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelModeratorRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelModeratorRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelMembershipResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelModeratorRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelModeratorResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ErrorCode;
import software.amazon.awssdk.services.chimesdkmessaging.model.Identity;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMembershipsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMembershipsResponse;

/** How users come to belong to a channel, and moderate it. Who may bring that about is in the role matrix. */
class MembershipsTest {
    private final ServiceFixture chime = new ServiceFixture();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeUser carol = chime.user("carol");
    private final String general = chime.create(chime.channel("general").withCreator(alice));

    @Test
    void aNewMemberIsDescribedWithWhoInvitedIt() {
        chime.clock.advance(Duration.ofSeconds(1));
        CreateChannelMembershipResponse created = chime.call(join(bob).build(), CreateChannelMembershipResponse.class);

        assertThat(created.member())
                .isEqualTo(Identity.builder().arn(bob.arn()).name("bob").build());
        ChannelMembership membership = describe(alice, bob);
        assertThat(membership.member().arn()).isEqualTo(bob.arn());
        assertThat(membership.invitedBy().arn()).isEqualTo(alice.arn());
        assertThat(membership.type()).isEqualTo(ChannelMembershipType.DEFAULT);
        assertThat(membership.createdTimestamp()).isEqualTo(ServiceFixture.START.plusSeconds(1));
    }

    @Test
    void aMemberCannotBeAddedTwice() {
        chime.call(join(bob).build());

        ServiceError serviceError = chime.serviceError(join(bob).build());

        assertThat(serviceError.error()).isEqualTo(ChimeError.CONFLICT);
        assertThat(serviceError.explanation()).contains(bob.arn());
        assertThat(chime.error(join(bob).type(ChannelMembershipType.HIDDEN).build()))
                .isEqualTo(ChimeError.CONFLICT);
    }

    @Test
    void theCreatorCanBeAddedAgainWithoutEffect() {
        chime.clock.advance(Duration.ofSeconds(1));

        assertThat(chime.outcome(join(alice).build())).isEmpty();

        assertThat(describe(alice, alice).createdTimestamp()).isEqualTo(ServiceFixture.START);
    }

    @Test
    void anUnknownUserCannotBecomeAMember() {
        ServiceError serviceError = chime.serviceError(join(bob)
                .memberArn(ServiceFixture.CHAT.user("ghost").toString())
                .build());

        assertThat(serviceError.error()).isEqualTo(ChimeError.FORBIDDEN);
        assertThat(serviceError.message())
                .isEqualTo("An invalid app instance user ARN was supplied for the input parameter.");
    }

    @Test
    void hiddenMembersAreListedApartAndDescribedToModeratorsAndThemselvesOnly() {
        chime.call(join(bob).build());
        chime.call(join(carol).type(ChannelMembershipType.HIDDEN).build());

        assertThat(list(alice, null)).containsExactly(alice.arn(), bob.arn());
        assertThat(list(alice, ChannelMembershipType.HIDDEN)).containsExactly(carol.arn());
        assertThat(describe(alice, carol).type()).isEqualTo(ChannelMembershipType.HIDDEN);
        assertThat(describe(carol, carol).type()).isEqualTo(ChannelMembershipType.HIDDEN);
        assertThat(chime.error(describeRequest(bob, carol))).isEqualTo(ChimeError.NOT_FOUND);
    }

    @Test
    void whoLeavesIsNoMemberAnyMore() {
        chime.call(join(bob).build());

        chime.call(leave(bob, bob));

        assertThat(list(alice, null)).containsExactly(alice.arn());
        assertThat(chime.error(describeRequest(alice, bob))).isEqualTo(ChimeError.NOT_FOUND);
        assertThat(chime.error(leave(alice, bob))).isEqualTo(ChimeError.CONFLICT);
        assertThat(chime.error(chime.message(general, bob, "still here?").build()))
                .isEqualTo(ChimeError.FORBIDDEN);
    }

    @Test
    void aBatchReportsEachMemberThatCouldNotBeAdded() {
        String ghost = ServiceFixture.CHAT.user("ghost").toString();
        chime.call(join(bob).build());

        BatchCreateChannelMembershipResponse response = chime.call(
                BatchCreateChannelMembershipRequest.builder()
                        .channelArn(general)
                        .memberArns(bob.arn(), ghost, carol.arn(), carol.arn())
                        .chimeBearer(alice.arn())
                        .build(),
                BatchCreateChannelMembershipResponse.class);

        assertThat(response.batchChannelMemberships().members())
                .containsExactly(
                        Identity.builder().arn(carol.arn()).name("carol").build());
        assertThat(response.batchChannelMemberships().type()).isEqualTo(ChannelMembershipType.DEFAULT);
        assertThat(response.batchChannelMemberships().channelArn()).isEqualTo(general);
        assertThat(response.batchChannelMemberships().invitedBy().arn()).isEqualTo(alice.arn());
        assertThat(response.errors())
                .extracting(BatchCreateChannelMembershipError::memberArn, BatchCreateChannelMembershipError::errorCode)
                .containsExactly(
                        tuple(bob.arn(), ErrorCode.CONFLICT),
                        tuple(ghost, ErrorCode.FORBIDDEN),
                        tuple(carol.arn(), ErrorCode.CONFLICT));
        assertThat(response.errors().get(1).errorMessage())
                .isEqualTo("An invalid app instance user ARN was supplied for the input parameter.");
        assertThat(list(alice, null)).containsExactly(alice.arn(), bob.arn(), carol.arn());
    }

    @Test
    void aModeratorIsAppointedDescribedAndDismissed() {
        chime.call(appoint(bob));

        ChannelModerator moderator = chime.call(describeModerator(bob), DescribeChannelModeratorResponse.class)
                .channelModerator();
        assertThat(moderator.moderator())
                .isEqualTo(Identity.builder().arn(bob.arn()).name("bob").build());
        assertThat(moderator.createdBy().arn()).isEqualTo(alice.arn());
        assertThat(moderator.createdTimestamp()).isEqualTo(ServiceFixture.START);
        assertThat(chime.error(appoint(bob))).isEqualTo(ChimeError.CONFLICT);

        chime.call(dismiss(bob));

        assertThat(chime.error(describeModerator(bob))).isEqualTo(ChimeError.NOT_FOUND);
        assertThat(chime.error(dismiss(bob))).isEqualTo(ChimeError.FORBIDDEN);
    }

    @Test
    void aRenamedUserHasItsNewNameEverywhere() {
        chime.send(general, alice, "hello");

        chime.registrations.renameUser(Arn.of(alice.arn()), "Alice A.");

        assertThat(describe(alice, alice).member().name()).isEqualTo("Alice A.");
        assertThat(chime.list(general, alice).get(0).sender().name()).isEqualTo("Alice A.");
    }

    @Test
    void aDeletedUserLosesItsMembershipsAndItsMessagesStayWithoutAName() {
        chime.call(join(bob).build());
        chime.call(appoint(bob));
        chime.send(general, bob, "I was here");

        chime.registrations.deleteUser(Arn.of(bob.arn()));

        assertThat(list(alice, null)).containsExactly(alice.arn());
        assertThat(chime.error(describeModerator(bob))).isEqualTo(ChimeError.NOT_FOUND);
        assertThat(chime.list(general, alice)).singleElement().satisfies(message -> {
            assertThat(message.content()).isEqualTo("I was here");
            assertThat(message.sender().arn()).isEqualTo(bob.arn());
            assertThat(message.sender().name()).isNull();
        });
    }

    private CreateChannelMembershipRequest.Builder join(ChimeUser member) {
        return CreateChannelMembershipRequest.builder()
                .channelArn(general)
                .memberArn(member.arn())
                .type(ChannelMembershipType.DEFAULT)
                .chimeBearer(alice.arn());
    }

    private DeleteChannelMembershipRequest leave(ChimeUser bearer, ChimeUser member) {
        return DeleteChannelMembershipRequest.builder()
                .channelArn(general)
                .memberArn(member.arn())
                .chimeBearer(bearer.arn())
                .build();
    }

    private DescribeChannelMembershipRequest describeRequest(ChimeUser bearer, ChimeUser member) {
        return DescribeChannelMembershipRequest.builder()
                .channelArn(general)
                .memberArn(member.arn())
                .chimeBearer(bearer.arn())
                .build();
    }

    private ChannelMembership describe(ChimeUser bearer, ChimeUser member) {
        return chime.call(describeRequest(bearer, member), DescribeChannelMembershipResponse.class)
                .channelMembership();
    }

    private List<String> list(ChimeUser bearer, ChannelMembershipType type) {
        return chime
                .call(
                        ListChannelMembershipsRequest.builder()
                                .channelArn(general)
                                .type(type)
                                .chimeBearer(bearer.arn())
                                .build(),
                        ListChannelMembershipsResponse.class)
                .channelMemberships()
                .stream()
                .map(membership -> membership.member().arn())
                .toList();
    }

    private CreateChannelModeratorRequest appoint(ChimeUser user) {
        return CreateChannelModeratorRequest.builder()
                .channelArn(general)
                .channelModeratorArn(user.arn())
                .chimeBearer(alice.arn())
                .build();
    }

    private DeleteChannelModeratorRequest dismiss(ChimeUser user) {
        return DeleteChannelModeratorRequest.builder()
                .channelArn(general)
                .channelModeratorArn(user.arn())
                .chimeBearer(alice.arn())
                .build();
    }

    private DescribeChannelModeratorRequest describeModerator(ChimeUser user) {
        return DescribeChannelModeratorRequest.builder()
                .channelArn(general)
                .channelModeratorArn(user.arn())
                .chimeBearer(alice.arn())
                .build();
    }
}
