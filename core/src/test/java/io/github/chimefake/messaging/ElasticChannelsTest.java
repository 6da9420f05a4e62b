package io.github.chimefake.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.call.Arn;
import io.github.chimefake.call.ChimeError;
import io.github.chimefake.call.ChimeUser;
import io.github.chimefake.service.Quota;
import io.github.chimefake.service.Quotas;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.Channel;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessage;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMode;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelBanRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelMembershipResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelModeratorRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelModeratorRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelMembershipResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelModeratedByAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ElasticChannelConfiguration;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetChannelMessageResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMembershipsForAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMembershipsForAppInstanceUserResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMembershipsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMembershipsResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMessagesRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMessagesResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListSubChannelsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListSubChannelsResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.RedactChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.RedactChannelMessageResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.SubChannelSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelMessageResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelReadMarkerRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelRequest;

/** Channels whose members are spread over sub-channels. */
class ElasticChannelsTest {
    private final ServiceFixture chime = new ServiceFixture();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeUser carol = chime.user("carol");
    private final ChimeUser dave = chime.user("dave");
    private final ChimeUser admin = chime.admin("admin");
    private final String arena =
            chime.call(elastic(2, 2).build(), CreateChannelResponse.class).channelArn();

    @Test
    void theCreatorModeratesAndIsNoMember() {
        assertThat(chime.service.members(arena)).isEmpty();
        Channel channel = chime.call(
                        DescribeChannelRequest.builder()
                                .channelArn(arena)
                                .chimeBearer(alice.arn())
                                .build(),
                        DescribeChannelResponse.class)
                .channel();
        assertThat(channel.elasticChannelConfiguration()).isEqualTo(configuration(2, 2));
        assertThat(channel.mode()).isEqualTo(ChannelMode.RESTRICTED);
        assertThat(subChannels())
                .singleElement()
                .satisfies(
                        subChannel -> assertThat(subChannel.membershipCount()).isZero());
    }

    @Test
    void whatAnElasticChannelCannotBeIsABadRequest() {
        ServiceFixture other = new ServiceFixture(Quotas.DOCUMENTED.with(Quota.ELASTIC_CHANNELS_PER_APP_INSTANCE, 9));
        other.user("alice");
        other.user("bob");
        Arn frankfurt = Arn.parse("arn:aws:chime:eu-central-1:111122223333:app-instance/chat");
        other.registrations.createAppInstance(frankfurt, "Frankfurt");
        ChimeUser hans = other.registrations.registerUser(frankfurt, "hans", "Hans");

        assertThat(Stream.of(
                                elastic(2, 2).mode(ChannelMode.UNRESTRICTED),
                                elastic(2, 2).memberArns(bob.arn()),
                                elastic(2, 2)
                                        .appInstanceArn(frankfurt.toString())
                                        .chimeBearer(hans.arn()))
                        .map(request -> other.error(request.build())))
                .containsOnly(ChimeError.BAD_REQUEST);
        assertThat(other.error(elastic(101, 2).build())).isEqualTo(ChimeError.RESOURCE_LIMIT_EXCEEDED);
        assertThat(other.error(elastic(2, 1001).build())).isEqualTo(ChimeError.RESOURCE_LIMIT_EXCEEDED);
        assertThat(other.outcome(elastic(2, 2).moderatorArns(bob.arn()).build()))
                .isEmpty();
    }

    @Test
    void anAppInstanceHasOneElasticChannel() {
        assertThat(chime.error(elastic(2, 2).build())).isEqualTo(ChimeError.RESOURCE_LIMIT_EXCEEDED);
        chime.call(DeleteChannelRequest.builder()
                .channelArn(arena)
                .chimeBearer(alice.arn())
                .build());
        assertThat(chime.outcome(elastic(2, 2).build())).isEmpty();
    }

    @Test
    void theServiceSpreadsMembersUntilTheChannelIsFull() {
        String first = join(bob);
        String same = join(carol);
        String second = join(dave);
        join(chime.user("erin"));

        assertThat(same).isEqualTo(first);
        assertThat(second).isNotEqualTo(first);
        assertThat(subChannels()).extracting(SubChannelSummary::membershipCount).containsExactly(2, 2);
        assertThat(chime.error(joining(chime.user("frank")).build())).isEqualTo(ChimeError.RESOURCE_LIMIT_EXCEEDED);
        assertThat(chime.error(joining(bob).build())).isEqualTo(ChimeError.CONFLICT);
    }

    @Test
    void aRegularMemberMayNotChooseAndAModeratorMust() {
        String subChannel = subChannels().get(0).subChannelId();

        assertThat(chime.error(joining(bob).subChannelId(subChannel).build())).isEqualTo(ChimeError.BAD_REQUEST);
        assertThat(chime.error(joining(alice).build())).isEqualTo(ChimeError.BAD_REQUEST);
        assertThat(chime.error(joining(alice).subChannelId("unknown").build())).isEqualTo(ChimeError.NOT_FOUND);
        assertThat(chime.error(joining(bob).type(ChannelMembershipType.HIDDEN).build()))
                .isEqualTo(ChimeError.BAD_REQUEST);
        CreateChannelMembershipResponse response =
                chime.call(joining(alice).subChannelId(subChannel).build(), CreateChannelMembershipResponse.class);
        assertThat(response.subChannelId()).isEqualTo(subChannel);
        assertThat(chime.error(joining(alice).subChannelId(subChannel).build())).isEqualTo(ChimeError.CONFLICT);
    }

    @Test
    void moderatorsDoNotTakeUpThePlacesOfMembers() {
        String subChannel = subChannels().get(0).subChannelId();
        chime.call(joining(alice).subChannelId(subChannel).build());

        assertThat(join(bob)).isEqualTo(subChannel);
        assertThat(join(carol)).isEqualTo(subChannel);
        assertThat(subChannels()).extracting(SubChannelSummary::membershipCount).containsExactly(3);
    }

    @Test
    void aModeratorMayBeInSeveralSubChannelsAndLeavesEachByItself() {
        Stream.of(bob, carol, dave).forEach(this::join);
        List<String> ids =
                subChannels().stream().map(SubChannelSummary::subChannelId).toList();
        ids.forEach(id -> chime.call(joining(alice).subChannelId(id).build()));

        assertThat(chime.error(leaving(alice).build())).isEqualTo(ChimeError.BAD_REQUEST);
        chime.call(leaving(alice).subChannelId(ids.get(0)).build());

        assertThat(chime.error(leaving(alice).subChannelId(ids.get(0)).build())).isEqualTo(ChimeError.CONFLICT);
        assertThat(chime.outcome(message(alice, ids.get(1)).build())).isEmpty();
        chime.call(leaving(alice).subChannelId(ids.get(1)).build());
        assertThat(chime.service.members(arena)).hasSize(3);
    }

    @Test
    void messagesAreExchangedWithinASubChannel() {
        String first = join(bob);
        join(carol);
        String second = join(dave);

        SendChannelMessageResponse sent = chime.call(message(bob, first).build(), SendChannelMessageResponse.class);

        assertThat(sent.subChannelId()).isEqualTo(first);
        assertThat(list(carol, first).channelMessages()).hasSize(1);
        assertThat(list(carol, first).subChannelId()).isEqualTo(first);
        assertThat(list(dave, second).channelMessages()).isEmpty();
        assertThat(list(alice, first).channelMessages()).hasSize(1);
        assertThat(chime.error(listing(dave, first))).isEqualTo(ChimeError.FORBIDDEN);
        assertThat(chime.error(listing(bob, null))).isEqualTo(ChimeError.BAD_REQUEST);
        assertThat(chime.error(listing(bob, "unknown"))).isEqualTo(ChimeError.FORBIDDEN);
        assertThat(chime.error(message(bob, null).build())).isEqualTo(ChimeError.BAD_REQUEST);
        assertThat(chime.error(message(bob, second).build())).isEqualTo(ChimeError.FORBIDDEN);
        assertThat(chime.error(message(alice, first).build())).isEqualTo(ChimeError.FORBIDDEN);
        ChannelMessage message = chime.call(
                        GetChannelMessageRequest.builder()
                                .channelArn(arena)
                                .subChannelId(first)
                                .messageId(sent.messageId())
                                .chimeBearer(carol.arn())
                                .build(),
                        GetChannelMessageResponse.class)
                .channelMessage();
        assertThat(message.subChannelId()).isEqualTo(first);
        assertThat(chime.service.messages(arena)).hasSize(1);
    }

    @Test
    void anAuthorEditsOnlyWhileInTheSubChannelAndModeratorsRedact() {
        String first = join(bob);
        chime.call(joining(alice).subChannelId(first).build());
        String bobs = chime.call(message(bob, first).build(), SendChannelMessageResponse.class)
                .messageId();
        String alices = chime.call(message(alice, first).build(), SendChannelMessageResponse.class)
                .messageId();

        UpdateChannelMessageResponse edited = chime.call(editing(bob, first, bobs), UpdateChannelMessageResponse.class);
        assertThat(edited.subChannelId()).isEqualTo(first);
        assertThat(chime.outcome(editing(alice, first, alices))).isEmpty();
        chime.call(leaving(alice).subChannelId(first).build());
        assertThat(chime.error(editing(alice, first, alices))).isEqualTo(ChimeError.FORBIDDEN);
        RedactChannelMessageResponse redacted = chime.call(
                RedactChannelMessageRequest.builder()
                        .channelArn(arena)
                        .subChannelId(first)
                        .messageId(bobs)
                        .chimeBearer(alice.arn())
                        .build(),
                RedactChannelMessageResponse.class);
        assertThat(redacted.subChannelId()).isEqualTo(first);
        chime.call(DeleteChannelMessageRequest.builder()
                .channelArn(arena)
                .subChannelId(first)
                .messageId(bobs)
                .chimeBearer(admin.arn())
                .build());
        assertThat(chime.service.messages(arena)).hasSize(1);
    }

    @Test
    void promotingAndDemotingEndsMemberships() {
        join(bob);
        chime.call(CreateChannelModeratorRequest.builder()
                .channelArn(arena)
                .channelModeratorArn(bob.arn())
                .chimeBearer(admin.arn())
                .build());
        assertThat(chime.service.members(arena)).isEmpty();
        chime.call(
                joining(bob).subChannelId(subChannels().get(0).subChannelId()).build());
        chime.call(DeleteChannelModeratorRequest.builder()
                .channelArn(arena)
                .channelModeratorArn(bob.arn())
                .chimeBearer(alice.arn())
                .build());
        assertThat(chime.service.members(arena)).isEmpty();
        assertThat(subChannels()).extracting(SubChannelSummary::membershipCount).containsExactly(0);
        join(bob);
        assertThat(subChannels()).extracting(SubChannelSummary::membershipCount).containsExactly(1);
    }

    @Test
    void aBanIsForTheWholeChannel() {
        join(bob);
        chime.call(CreateChannelBanRequest.builder()
                .channelArn(arena)
                .memberArn(bob.arn())
                .chimeBearer(alice.arn())
                .build());

        assertThat(chime.service.members(arena)).isEmpty();
        assertThat(chime.error(joining(bob).build())).isEqualTo(ChimeError.FORBIDDEN);
    }

    @Test
    void membershipsTellTheirSubChannel() {
        String first = join(bob);
        join(carol);
        String second = join(dave);

        assertThat(describe(bob, null)).isEqualTo(first);
        assertThat(describe(dave, second)).isEqualTo(second);
        assertThat(chime.error(describing(dave, first))).isEqualTo(ChimeError.NOT_FOUND);
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
        String channel =
                large.call(elastic(2, 10).build(), CreateChannelResponse.class).channelArn();
        List<ChimeUser> crowd = IntStream.range(0, 15)
                .mapToObj(number -> large.user("u" + number))
                .toList();
        List<String> placed = crowd.stream()
                .map(user -> large.call(
                                joining(user).channelArn(channel).build(), CreateChannelMembershipResponse.class)
                        .subChannelId())
                .toList();
        assertThat(placed).startsWith(placed.get(9)).endsWith(placed.get(10)).doesNotContainNull();

        // Four of ten is 40 %, three is below it; the other sub-channel needs to have room for those three.
        crowd.subList(0, 3)
                .forEach(user -> large.call(leaving(user).channelArn(channel).build()));
        crowd.subList(10, 12)
                .forEach(user -> large.call(leaving(user).channelArn(channel).build()));

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
        assertThat(large.service.members(channel))
                .hasSize(10)
                .allMatch(membership -> membership.subChannelId().equals(placed.get(0)));
    }

    @Test
    void whatElasticChannelsDoNotSupportIsRefused() {
        join(bob);

        assertThat(chime.error(UpdateChannelReadMarkerRequest.builder()
                        .channelArn(arena)
                        .chimeBearer(bob.arn())
                        .build()))
                .isEqualTo(ChimeError.FORBIDDEN);
        assertThat(chime.error(DescribeChannelModeratedByAppInstanceUserRequest.builder()
                        .channelArn(arena)
                        .appInstanceUserArn(alice.arn())
                        .chimeBearer(alice.arn())
                        .build()))
                .isEqualTo(ChimeError.FORBIDDEN);
        assertThat(chime.error(UpdateChannelRequest.builder()
                        .channelArn(arena)
                        .mode(ChannelMode.UNRESTRICTED)
                        .chimeBearer(alice.arn())
                        .build()))
                .isEqualTo(ChimeError.BAD_REQUEST);
    }

    @Test
    void aSubChannelIdHasNoPlaceInAChannelThatIsNotElastic() {
        String plain = chime.channelOf(bob);

        assertThat(Stream.<ChimeSdkMessagingRequest>of(
                                message(bob, "x").channelArn(plain).build(),
                                listing(bob, "x").toBuilder().channelArn(plain).build(),
                                joining(carol)
                                        .channelArn(plain)
                                        .subChannelId("x")
                                        .chimeBearer(admin.arn())
                                        .build(),
                                leaving(bob)
                                        .channelArn(plain)
                                        .subChannelId("x")
                                        .chimeBearer(bob.arn())
                                        .build(),
                                describing(bob, "x").toBuilder()
                                        .channelArn(plain)
                                        .build(),
                                ListSubChannelsRequest.builder()
                                        .channelArn(plain)
                                        .chimeBearer(admin.arn())
                                        .build())
                        .map(chime::error))
                .containsOnly(ChimeError.BAD_REQUEST);
    }

    @Test
    void aDeletedUserLeavesItsPlace() {
        join(bob);
        join(carol);
        chime.registrations.deleteUser(bob.arn());

        assertThat(subChannels()).extracting(SubChannelSummary::membershipCount).containsExactly(1);
    }

    private static ElasticChannelConfiguration configuration(int subChannels, int members) {
        return ElasticChannelConfiguration.builder()
                .maximumSubChannels(subChannels)
                .targetMembershipsPerSubChannel(members)
                .minimumMembershipPercentage(40)
                .build();
    }

    private CreateChannelRequest.Builder elastic(int subChannels, int members) {
        return CreateChannelRequest.builder()
                .appInstanceArn(ServiceFixture.CHAT.toString())
                .name("arena")
                .elasticChannelConfiguration(configuration(subChannels, members))
                .clientRequestToken(chime.token())
                .chimeBearer(ServiceFixture.CHAT.child("user", "alice").toString());
    }

    private CreateChannelMembershipRequest.Builder joining(ChimeUser user) {
        return CreateChannelMembershipRequest.builder()
                .channelArn(arena)
                .memberArn(user.arn())
                .type(ChannelMembershipType.DEFAULT)
                .chimeBearer(alice.arn());
    }

    private String join(ChimeUser user) {
        return chime.call(joining(user).build(), CreateChannelMembershipResponse.class)
                .subChannelId();
    }

    private DeleteChannelMembershipRequest.Builder leaving(ChimeUser user) {
        return DeleteChannelMembershipRequest.builder()
                .channelArn(arena)
                .memberArn(user.arn())
                .chimeBearer(alice.arn());
    }

    private SendChannelMessageRequest.Builder message(ChimeUser user, String subChannel) {
        return chime.message(arena, user, "hello").subChannelId(subChannel);
    }

    private UpdateChannelMessageRequest editing(ChimeUser user, String subChannel, String id) {
        return UpdateChannelMessageRequest.builder()
                .channelArn(arena)
                .subChannelId(subChannel)
                .messageId(id)
                .content("edited")
                .chimeBearer(user.arn())
                .build();
    }

    private ListChannelMessagesRequest listing(ChimeUser user, String subChannel) {
        return ListChannelMessagesRequest.builder()
                .channelArn(arena)
                .subChannelId(subChannel)
                .chimeBearer(user.arn())
                .build();
    }

    private ListChannelMessagesResponse list(ChimeUser user, String subChannel) {
        return chime.call(listing(user, subChannel), ListChannelMessagesResponse.class);
    }

    private List<SubChannelSummary> subChannels() {
        return chime.call(
                        ListSubChannelsRequest.builder()
                                .channelArn(arena)
                                .chimeBearer(alice.arn())
                                .build(),
                        ListSubChannelsResponse.class)
                .subChannels();
    }

    private DescribeChannelMembershipRequest describing(ChimeUser user, String subChannel) {
        return DescribeChannelMembershipRequest.builder()
                .channelArn(arena)
                .memberArn(user.arn())
                .subChannelId(subChannel)
                .chimeBearer(admin.arn())
                .build();
    }

    private String describe(ChimeUser user, String subChannel) {
        return chime.call(describing(user, subChannel), DescribeChannelMembershipResponse.class)
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
