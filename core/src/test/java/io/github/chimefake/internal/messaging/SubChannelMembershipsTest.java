package io.github.chimefake.internal.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.background.FinishedWork;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelBanRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelMembershipResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelModeratorRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelModeratorRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelMembershipResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMembershipsForAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMembershipsForAppInstanceUserResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMembershipsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMembershipsResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListSubChannelsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListSubChannelsResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.SubChannelSummary;

/** Who is in which sub-channel of an elastic channel. */
class SubChannelMembershipsTest {
    private final ElasticChannelFixture fixture = new ElasticChannelFixture();
    private final ServiceFixture chime = fixture.chime;
    private final ChimeUser alice = fixture.alice;
    private final ChimeUser bob = fixture.bob;
    private final ChimeUser carol = fixture.carol;
    private final ChimeUser dave = fixture.dave;
    private final ChimeUser admin = fixture.admin;
    private final String arena = fixture.arena;

    @Test
    void theServiceSpreadsMembersUntilTheChannelIsFull() {
        String first = fixture.join(bob);
        String same = fixture.join(carol);
        String second = fixture.join(dave);
        fixture.join(chime.user("erin"));

        assertThat(same).isEqualTo(first);
        assertThat(second).isNotEqualTo(first);
        assertThat(fixture.subChannels())
                .extracting(SubChannelSummary::membershipCount)
                .containsExactly(2, 2);
        assertThat(chime.error(fixture.joining(chime.user("frank")).build()))
                .isEqualTo(ChimeError.RESOURCE_LIMIT_EXCEEDED);
        assertThat(chime.error(fixture.joining(bob).build())).isEqualTo(ChimeError.CONFLICT);
    }

    @Test
    void aRegularMemberMayNotChooseAndAModeratorMust() {
        String subChannel = fixture.subChannels().get(0).subChannelId();

        assertThat(chime.error(fixture.joining(bob).subChannelId(subChannel).build()))
                .isEqualTo(ChimeError.BAD_REQUEST);
        assertThat(chime.error(fixture.joining(alice).build())).isEqualTo(ChimeError.BAD_REQUEST);
        assertThat(chime.error(fixture.joining(alice).subChannelId("unknown").build()))
                .isEqualTo(ChimeError.NOT_FOUND);
        assertThat(chime.error(
                        fixture.joining(bob).type(ChannelMembershipType.HIDDEN).build()))
                .isEqualTo(ChimeError.BAD_REQUEST);
        CreateChannelMembershipResponse response = chime.call(
                fixture.joining(alice).subChannelId(subChannel).build(), CreateChannelMembershipResponse.class);
        assertThat(response.subChannelId()).isEqualTo(subChannel);
        assertThat(chime.error(fixture.joining(alice).subChannelId(subChannel).build()))
                .isEqualTo(ChimeError.CONFLICT);
    }

    @Test
    void moderatorsDoNotTakeUpThePlacesOfMembers() {
        String subChannel = fixture.subChannels().get(0).subChannelId();
        chime.call(fixture.joining(alice).subChannelId(subChannel).build());

        assertThat(fixture.join(bob)).isEqualTo(subChannel);
        assertThat(fixture.join(carol)).isEqualTo(subChannel);
        assertThat(fixture.subChannels())
                .extracting(SubChannelSummary::membershipCount)
                .containsExactly(3);
    }

    @Test
    void aModeratorMayBeInSeveralSubChannelsAndLeavesEachByItself() {
        Stream.of(bob, carol, dave).forEach(fixture::join);
        List<String> ids = fixture.subChannels().stream()
                .map(SubChannelSummary::subChannelId)
                .toList();
        ids.forEach(id -> chime.call(fixture.joining(alice).subChannelId(id).build()));

        chime.call(fixture.leaving(alice).subChannelId(ids.get(0)).build());

        assertThat(chime.error(fixture.leaving(alice).subChannelId(ids.get(0)).build()))
                .isEqualTo(ChimeError.CONFLICT);
        assertThat(chime.outcome(fixture.message(alice, ids.get(1)).build())).isEmpty();
        chime.call(fixture.leaving(alice).subChannelId(ids.get(1)).build());
        assertThat(chime.service.members(Arn.of(arena))).hasSize(3);
    }

    @Test
    void aModeratorLeavesAllSubChannelsAtOnce() {
        Stream.of(bob, carol, dave).forEach(fixture::join);
        fixture.subChannels()
                .forEach(subChannel -> chime.call(fixture.joining(alice)
                        .subChannelId(subChannel.subChannelId())
                        .build()));

        chime.call(fixture.leaving(alice).build());

        assertThat(chime.service.members(Arn.of(arena))).hasSize(3);
        assertThat(fixture.subChannels())
                .extracting(SubChannelSummary::membershipCount)
                .containsExactlyInAnyOrder(2, 1);
        assertThat(chime.error(fixture.leaving(alice).build())).isEqualTo(ChimeError.CONFLICT);
    }

    @Test
    void promotingAndDemotingEndsMemberships() {
        fixture.join(bob);
        chime.call(CreateChannelModeratorRequest.builder()
                .channelArn(arena)
                .channelModeratorArn(bob.arn())
                .chimeBearer(admin.arn())
                .build());
        assertThat(chime.service.members(Arn.of(arena))).isEmpty();
        chime.call(fixture.joining(bob)
                .subChannelId(fixture.subChannels().get(0).subChannelId())
                .build());
        chime.call(DeleteChannelModeratorRequest.builder()
                .channelArn(arena)
                .channelModeratorArn(bob.arn())
                .chimeBearer(alice.arn())
                .build());
        assertThat(chime.service.members(Arn.of(arena))).isEmpty();
        assertThat(fixture.subChannels())
                .extracting(SubChannelSummary::membershipCount)
                .containsExactly(0);
        fixture.join(bob);
        assertThat(fixture.subChannels())
                .extracting(SubChannelSummary::membershipCount)
                .containsExactly(1);
    }

    @Test
    void aBanIsForTheWholeChannel() {
        fixture.join(bob);
        chime.call(CreateChannelBanRequest.builder()
                .channelArn(arena)
                .memberArn(bob.arn())
                .chimeBearer(alice.arn())
                .build());

        assertThat(chime.service.members(Arn.of(arena))).isEmpty();
        assertThat(chime.error(fixture.joining(bob).build())).isEqualTo(ChimeError.FORBIDDEN);
    }

    @Test
    void membershipsTellTheirSubChannel() {
        String first = fixture.join(bob);
        fixture.join(carol);
        String second = fixture.join(dave);

        assertThat(describe(bob, null)).isEqualTo(first);
        assertThat(describe(dave, second)).isEqualTo(second);
        assertThat(chime.error(fixture.describing(dave, first))).isEqualTo(ChimeError.NOT_FOUND);
        assertThat(members(first)).containsExactly(bob.arn(), carol.arn());
        assertThat(members(null)).containsExactly(bob.arn(), carol.arn(), dave.arn());
        assertThat(chime.call(
                                ListChannelMembershipsForAppInstanceUserRequest.builder()
                                        .chimeBearer(dave.arn())
                                        .build(),
                                ListChannelMembershipsForAppInstanceUserResponse.class)
                        .channelMemberships()
                        .get(0)
                        .appInstanceUserMembershipSummary()
                        .subChannelId())
                .isEqualTo(second);
    }

    @Test
    void aSubChannelThatBecomesTooSmallIsDissolved() {
        ServiceFixture large = new ServiceFixture();
        large.user("alice");
        String channel = large.call(fixture.elastic(2, 10).build(), CreateChannelResponse.class)
                .channelArn();
        List<ChimeUser> crowd = IntStream.range(0, 15)
                .mapToObj(number -> large.user("u" + number))
                .toList();
        List<String> placed = crowd.stream()
                .map(user -> large.call(
                                fixture.joining(user).channelArn(channel).build(),
                                CreateChannelMembershipResponse.class)
                        .subChannelId())
                .toList();
        assertThat(placed).startsWith(placed.get(9)).endsWith(placed.get(10)).doesNotContainNull();

        // Four of ten is 40 %, three is below it; the other sub-channel needs to have room for those three.
        crowd.subList(0, 3)
                .forEach(user ->
                        large.call(fixture.leaving(user).channelArn(channel).build()));
        crowd.subList(10, 12)
                .forEach(user ->
                        large.call(fixture.leaving(user).channelArn(channel).build()));

        List<SubChannelSummary> left = large.call(
                        ListSubChannelsRequest.builder()
                                .channelArn(channel)
                                .chimeBearer(alice.arn())
                                .build(),
                        ListSubChannelsResponse.class)
                .subChannels();
        assertThat(left).singleElement().satisfies(subChannel -> {
            assertThat(subChannel.subChannelId()).isEqualTo(placed.get(0));
            assertThat(subChannel.membershipCount()).isEqualTo(10);
        });
        assertThat(large.service.members(Arn.of(channel)))
                .hasSize(10)
                .allMatch(membership -> membership.subChannelId().equals(placed.get(0)));
    }

    @Test
    void aSubChannelIsDissolvedInTheBackgroundAndNoReadSeesItBefore() {
        Stream.of(bob, carol, dave).forEach(fixture::join);
        chime.finishedWork.clear();

        chime.service.handle(ServiceFixture.bind(fixture.leaving(dave).build()));
        ListSubChannelsResponse before =
                (ListSubChannelsResponse) chime.service.handle(ServiceFixture.bind(ListSubChannelsRequest.builder()
                        .channelArn(arena)
                        .chimeBearer(alice.arn())
                        .build()));

        assertThat(before.subChannels()).hasSize(1);
        assertThat(chime.finishedWork).isEmpty();
        chime.awaitBackgroundWork();
        assertThat(chime.finishedWork)
                .extracting(FinishedWork::outcome)
                .containsExactly("was deleted, and its members moved, because it had too few");
    }

    @Test
    void theNextWriteFindsSubChannelsDissolved() {
        Stream.of(bob, carol, dave).forEach(fixture::join);
        chime.service.handle(ServiceFixture.bind(fixture.leaving(dave).build()));
        chime.finishedWork.clear();

        chime.service.handle(ServiceFixture.bind(fixture.joining(dave).build()));

        assertThat(chime.finishedWork)
                .extracting(FinishedWork::outcome)
                .containsExactly(
                        "was deleted, and its members moved, because it had too few",
                        "was created, because the others are full");
    }

    @Test
    void aChangeByTheTestDissolvesSubChannelsAtOnceAndIsNotInTheJournal() {
        Stream.of(bob, carol, dave).forEach(fixture::join);
        chime.finishedWork.clear();

        chime.registrations.deleteUser(Arn.of(dave.arn()));

        assertThat(fixture.subChannels()).hasSize(1);
        assertThat(chime.finishedWork).isEmpty();
        fixture.join(chime.user("erin"));
        assertThat(chime.finishedWork)
                .extracting(FinishedWork::outcome)
                .containsExactly("was created, because the others are full");
    }

    @Test
    void aDeletedUserLeavesItsPlace() {
        fixture.join(bob);
        fixture.join(carol);
        chime.registrations.deleteUser(Arn.of(bob.arn()));

        assertThat(fixture.subChannels())
                .extracting(SubChannelSummary::membershipCount)
                .containsExactly(1);
    }

    private String describe(ChimeUser user, String subChannel) {
        return chime.call(fixture.describing(user, subChannel), DescribeChannelMembershipResponse.class)
                .channelMembership()
                .subChannelId();
    }

    private List<String> members(String subChannel) {
        return chime
                .call(
                        ListChannelMembershipsRequest.builder()
                                .channelArn(arena)
                                .subChannelId(subChannel)
                                .chimeBearer(alice.arn())
                                .build(),
                        ListChannelMembershipsResponse.class)
                .channelMemberships()
                .stream()
                .map(membership -> membership.member().arn())
                .toList();
    }
}
