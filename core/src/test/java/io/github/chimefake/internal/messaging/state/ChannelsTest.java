package io.github.chimefake.internal.messaging.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.messaging.ServiceFixture;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.Channel;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMode;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelPrivacy;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.Identity;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelModeratorsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelModeratorsResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.Tag;
import software.amazon.awssdk.services.chimesdkmessaging.model.Target;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelRequest;

/** How channels come, change and go. */
class ChannelsTest {
    private final ServiceFixture chime = new ServiceFixture();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeUser carol = chime.user("carol");
    private final ChimeUser admin = chime.admin("admin");

    @Test
    void theCreatorIsMemberAndModerator() {
        String arn = create(newChannel());

        assertThat(chime.service.members(Arn.of(arn))).singleElement().satisfies(membership -> {
            assertThat(membership.member().arn()).isEqualTo(alice.arn());
            assertThat(membership.invitedBy().arn()).isEqualTo(alice.arn());
            assertThat(membership.type()).isEqualTo(ChannelMembershipType.DEFAULT);
        });
        assertThat(moderators(arn)).containsExactly(alice.arn());
    }

    @Test
    void aChannelIsPublicAndRestrictedUnlessSaidOtherwise() {
        Channel plain = describe(create(newChannel()));
        Channel other = describe(create(newChannel()
                .privacy(ChannelPrivacy.PRIVATE)
                .mode(ChannelMode.UNRESTRICTED)
                .metadata("about")));

        assertThat(plain.privacy()).isEqualTo(ChannelPrivacy.PUBLIC);
        assertThat(plain.mode()).isEqualTo(ChannelMode.RESTRICTED);
        assertThat(plain.metadata()).isNull();
        assertThat(plain.createdBy())
                .isEqualTo(Identity.builder().arn(alice.arn()).name("alice").build());
        assertThat(plain.createdTimestamp()).isEqualTo(ServiceFixture.START);
        assertThat(plain.lastUpdatedTimestamp()).isEqualTo(ServiceFixture.START);
        assertThat(plain.lastMessageTimestamp()).isNull();
        assertThat(other.privacy()).isEqualTo(ChannelPrivacy.PRIVATE);
        assertThat(other.mode()).isEqualTo(ChannelMode.UNRESTRICTED);
        assertThat(other.metadata()).isEqualTo("about");
    }

    @Test
    void aChannelIdIsTheCallersChoiceOrAUuid() {
        assertThat(create(newChannel().channelId("my-channel"))).isEqualTo(ServiceFixture.CHAT + "/channel/my-channel");
        assertThat(Arn.of(create(newChannel())).id())
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    }

    @Test
    void aTakenChannelIdIsAConflict() {
        create(newChannel().channelId("taken"));

        ServiceError serviceError =
                chime.serviceError(newChannel().channelId("taken").build());

        assertThat(serviceError.error()).isEqualTo(ChimeError.CONFLICT);
        assertThat(serviceError.explanation()).contains("/channel/taken");
    }

    @Test
    void initialMembersAndModeratorsAreTakenIn() {
        String arn = create(newChannel().memberArns(bob.arn(), alice.arn()).moderatorArns(carol.arn()));

        assertThat(chime.service.members(Arn.of(arn)))
                .extracting(membership -> membership.member().arn())
                .containsExactly(alice.arn(), bob.arn());
        assertThat(moderators(arn)).containsExactly(alice.arn(), carol.arn());
    }

    @Test
    void anUnknownInitialMemberRefusesTheWholeChannel() {
        String ghost = ServiceFixture.CHAT.user("ghost").toString();

        ServiceError serviceError = chime.serviceError(
                newChannel().channelId("x").memberArns(bob.arn(), ghost).build());

        assertThat(serviceError.error()).isEqualTo(ChimeError.FORBIDDEN);
        assertThat(serviceError.message())
                .isEqualTo("An invalid app instance user ARN was supplied for the input parameter.");
        assertThat(serviceError.explanation()).contains(ghost);
        assertThat(chime.error(describeRequest(ServiceFixture.CHAT + "/channel/x", alice)))
                .isEqualTo(ChimeError.FORBIDDEN);
    }

    @Test
    void tagsAreKept() {
        String arn =
                create(newChannel().tags(Tag.builder().key("tenant").value("t1").build()));

        assertThat(chime.service.tags(Arn.of(arn))).isEqualTo(Map.of("tenant", "t1"));
    }

    @Test
    void anUpdateChangesWhatItNamesOnly() {
        String arn = create(newChannel().metadata("about"));
        chime.clock.advance(Duration.ofMinutes(1));

        chime.call(UpdateChannelRequest.builder()
                .channelArn(arn)
                .name("renamed")
                .chimeBearer(alice.arn())
                .build());

        Channel channel = describe(arn);
        assertThat(channel.name()).isEqualTo("renamed");
        assertThat(channel.metadata()).isEqualTo("about");
        assertThat(channel.mode()).isEqualTo(ChannelMode.RESTRICTED);
        assertThat(channel.createdTimestamp()).isEqualTo(ServiceFixture.START);
        assertThat(channel.lastUpdatedTimestamp()).isEqualTo(ServiceFixture.START.plusSeconds(60));
    }

    @Test
    void aDeletedChannelIsGoneAtOnceAndItsIdCanBeUsedAgain() {
        String arn = create(newChannel().channelId("c").memberArns(bob.arn()));
        chime.send(arn, alice, "hello");

        chime.call(DeleteChannelRequest.builder()
                .channelArn(arn)
                .chimeBearer(alice.arn())
                .build());

        assertThat(chime.error(describeRequest(arn, alice))).isEqualTo(ChimeError.FORBIDDEN);
        assertThat(chime.error(chime.message(arn, alice, "x").build())).isEqualTo(ChimeError.FORBIDDEN);
        assertThat(listed(ChannelPrivacy.PUBLIC, admin)).isEmpty();
        create(newChannel().channelId("c"));
        assertThat(chime.service.members(Arn.of(arn))).hasSize(1);
        assertThat(chime.list(arn, alice)).isEmpty();
    }

    @Test
    void publicAndPrivateChannelsAreListedApart() {
        create(newChannel().channelId("open"));
        create(newChannel().channelId("closed").privacy(ChannelPrivacy.PRIVATE));

        assertThat(listed(null, alice)).containsExactly(ServiceFixture.CHAT + "/channel/open");
        assertThat(listed(ChannelPrivacy.PRIVATE, admin)).containsExactly(ServiceFixture.CHAT + "/channel/closed");
    }

    @Test
    void theLastMessageIsTheLastOneThatTheCallerMaySee() {
        String arn = create(newChannel().memberArns(bob.arn(), carol.arn()));
        chime.send(arn, alice, "to all");
        chime.clock.advance(Duration.ofSeconds(1));
        chime.call(chime.message(arn, alice, "to bob")
                .target(Target.builder().memberArn(bob.arn()).build())
                .build());

        assertThat(describe(arn, bob).lastMessageTimestamp()).isEqualTo(ServiceFixture.START.plusSeconds(1));
        assertThat(describe(arn, carol).lastMessageTimestamp()).isEqualTo(ServiceFixture.START);
    }

    @Test
    void anUnknownChannelIsForbiddenAndTheExplanationNamesTheKnownOnes() {
        create(newChannel().channelId("known"));

        ServiceError serviceError =
                chime.serviceError(describeRequest(ServiceFixture.CHAT + "/channel/unknown", alice));

        assertThat(serviceError.error()).isEqualTo(ChimeError.FORBIDDEN);
        assertThat(serviceError.explanation()).contains("/channel/unknown", "/channel/known");
    }

    @Test
    void aChannelOfAnUnknownAppInstanceIsForbiddenAndTheExplanationNamesTheKnownOnes() {
        ServiceError serviceError = chime.serviceError(
                describeRequest("arn:aws:chime:us-east-1:111122223333:app-instance/other/channel/x", alice));

        assertThat(serviceError.error()).isEqualTo(ChimeError.FORBIDDEN);
        assertThat(serviceError.explanation()).contains(ServiceFixture.CHAT.toString());
    }

    @Test
    void onlyAnAdminLearnsThatAChannelDoesNotExist() {
        assertThat(chime.error(joinUnknown(admin))).isEqualTo(ChimeError.NOT_FOUND);
        assertThat(chime.error(joinUnknown(alice))).isEqualTo(ChimeError.FORBIDDEN);
    }

    @Test
    void usersOfAnotherAppInstanceAreKeptOut() {
        AppInstanceArn other =
                Arn.parse("arn:aws:chime:us-east-1:111122223333:app-instance/other", AppInstanceArn.class);
        chime.registrations.createAppInstance(other, "Other");
        ChimeUser stranger = chime.registrations.ensureUser(other, "stranger", "Stranger");
        chime.registrations.promoteToAdmin(Arn.of(stranger.arn()));
        String arn = create(newChannel());

        assertThat(chime.error(describeRequest(arn, stranger))).isEqualTo(ChimeError.FORBIDDEN);
        assertThat(chime.error(newChannel().chimeBearer(stranger.arn()).build()))
                .isEqualTo(ChimeError.FORBIDDEN);
        assertThat(chime.error(newChannel().memberArns(stranger.arn()).build())).isEqualTo(ChimeError.FORBIDDEN);
        assertThat(chime.error(
                        newChannel().appInstanceArn(ServiceFixture.CHAT + "x").build()))
                .isEqualTo(ChimeError.FORBIDDEN);
    }

    private CreateChannelRequest.Builder newChannel() {
        return CreateChannelRequest.builder()
                .appInstanceArn(ServiceFixture.CHAT.toString())
                .name("General")
                .clientRequestToken(chime.token())
                .chimeBearer(alice.arn());
    }

    private String create(CreateChannelRequest.Builder request) {
        return chime.call(request.build(), CreateChannelResponse.class).channelArn();
    }

    private Channel describe(String arn) {
        return describe(arn, alice);
    }

    private Channel describe(String arn, ChimeUser bearer) {
        return chime.call(describeRequest(arn, bearer), DescribeChannelResponse.class)
                .channel();
    }

    private static DescribeChannelRequest describeRequest(String arn, ChimeUser bearer) {
        return DescribeChannelRequest.builder()
                .channelArn(arn)
                .chimeBearer(bearer.arn())
                .build();
    }

    private CreateChannelMembershipRequest joinUnknown(ChimeUser bearer) {
        return CreateChannelMembershipRequest.builder()
                .channelArn(ServiceFixture.CHAT + "/channel/unknown")
                .memberArn(bob.arn())
                .type(ChannelMembershipType.DEFAULT)
                .chimeBearer(bearer.arn())
                .build();
    }

    private List<String> moderators(String arn) {
        return chime
                .call(
                        ListChannelModeratorsRequest.builder()
                                .channelArn(arn)
                                .chimeBearer(admin.arn())
                                .build(),
                        ListChannelModeratorsResponse.class)
                .channelModerators()
                .stream()
                .map(moderator -> moderator.moderator().arn())
                .toList();
    }

    private List<String> listed(ChannelPrivacy privacy, ChimeUser bearer) {
        return chime
                .call(
                        ListChannelsRequest.builder()
                                .appInstanceArn(ServiceFixture.CHAT.toString())
                                .privacy(privacy)
                                .chimeBearer(bearer.arn())
                                .build(),
                        ListChannelsResponse.class)
                .channels()
                .stream()
                .map(ChannelSummary::channelArn)
                .toList();
    }
}
