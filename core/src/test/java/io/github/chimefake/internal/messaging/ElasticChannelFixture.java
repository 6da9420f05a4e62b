package io.github.chimefake.internal.messaging;

import io.github.chimefake.ChimeUser;
import java.util.List;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelMembershipResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ElasticChannelConfiguration;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMessagesRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListSubChannelsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListSubChannelsResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SubChannelSummary;

/** An elastic channel with two sub-channels of two members, and short words for calls about it. */
public abstract class ElasticChannelFixture {
    public final ServiceFixture chime = new ServiceFixture();
    public final ChimeUser alice = chime.user("alice");
    public final ChimeUser bob = chime.user("bob");
    public final ChimeUser carol = chime.user("carol");
    public final ChimeUser dave = chime.user("dave");
    public final ChimeUser admin = chime.admin("admin");
    public final String arena =
            chime.call(elastic(2, 2).build(), CreateChannelResponse.class).channelArn();

    static ElasticChannelConfiguration configuration(int subChannels, int members) {
        return ElasticChannelConfiguration.builder()
                .maximumSubChannels(subChannels)
                .targetMembershipsPerSubChannel(members)
                .minimumMembershipPercentage(40)
                .build();
    }

    CreateChannelRequest.Builder elastic(int subChannels, int members) {
        return CreateChannelRequest.builder()
                .appInstanceArn(ServiceFixture.CHAT.toString())
                .name("arena")
                .elasticChannelConfiguration(configuration(subChannels, members))
                .clientRequestToken(chime.token())
                .chimeBearer(ServiceFixture.CHAT.user("alice").toString());
    }

    CreateChannelMembershipRequest.Builder joining(ChimeUser user) {
        return CreateChannelMembershipRequest.builder()
                .channelArn(arena)
                .memberArn(user.arn())
                .type(ChannelMembershipType.DEFAULT)
                .chimeBearer(alice.arn());
    }

    String join(ChimeUser user) {
        return chime.call(joining(user).build(), CreateChannelMembershipResponse.class)
                .subChannelId();
    }

    DeleteChannelMembershipRequest.Builder leaving(ChimeUser user) {
        return DeleteChannelMembershipRequest.builder()
                .channelArn(arena)
                .memberArn(user.arn())
                .chimeBearer(alice.arn());
    }

    SendChannelMessageRequest.Builder message(ChimeUser user, String subChannel) {
        return chime.message(arena, user, "hello").subChannelId(subChannel);
    }

    ListChannelMessagesRequest listing(ChimeUser user, String subChannel) {
        return ListChannelMessagesRequest.builder()
                .channelArn(arena)
                .subChannelId(subChannel)
                .chimeBearer(user.arn())
                .build();
    }

    List<SubChannelSummary> subChannels() {
        return chime.call(
                        ListSubChannelsRequest.builder()
                                .channelArn(arena)
                                .chimeBearer(alice.arn())
                                .build(),
                        ListSubChannelsResponse.class)
                .subChannels();
    }

    DescribeChannelMembershipRequest describing(ChimeUser user, String subChannel) {
        return DescribeChannelMembershipRequest.builder()
                .channelArn(arena)
                .memberArn(user.arn())
                .subChannelId(subChannel)
                .chimeBearer(admin.arn())
                .build();
    }
}
