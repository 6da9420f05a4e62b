package io.github.chimefake.internal.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.common.ResourceQuotas;
import io.github.chimefake.quotas.Quota;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.Channel;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessage;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMode;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelModeratedByAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetChannelMessageResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMessagesResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListSubChannelsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.RedactChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.RedactChannelMessageResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelMessageResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelReadMarkerRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelRequest;

/** Channels whose members are spread over sub-channels. */
class ElasticChannelsTest extends ElasticChannelFixture {
    @Test
    void theCreatorModeratesAndIsNoMember() {
        assertThat(chime.service.members(Arn.of(arena))).isEmpty();
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
        ServiceFixture other =
                new ServiceFixture(ResourceQuotas.DOCUMENTED.with(Quota.ELASTIC_CHANNELS_PER_APP_INSTANCE, 9));
        other.user("alice");
        other.user("bob");
        AppInstanceArn frankfurt =
                Arn.parse("arn:aws:chime:eu-central-1:111122223333:app-instance/chat", AppInstanceArn.class);
        other.registrations.createAppInstance(frankfurt, "Frankfurt");
        ChimeUser hans = other.registrations.ensureUser(frankfurt, "hans", "Hans");

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
        assertThat(chime.service.messages(Arn.of(arena))).hasSize(1);
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
        assertThat(chime.service.messages(Arn.of(arena))).hasSize(1);
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

    private UpdateChannelMessageRequest editing(ChimeUser user, String subChannel, String id) {
        return UpdateChannelMessageRequest.builder()
                .channelArn(arena)
                .subChannelId(subChannel)
                .messageId(id)
                .content("edited")
                .chimeBearer(user.arn())
                .build();
    }

    private ListChannelMessagesResponse list(ChimeUser user, String subChannel) {
        return chime.call(listing(user, subChannel), ListChannelMessagesResponse.class);
    }
}
