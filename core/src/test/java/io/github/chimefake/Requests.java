package io.github.chimefake;

import java.util.List;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMembershipsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMessagesRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelRequest;

/** The requests that most tests send. */
public final class Requests {
    private Requests() {}

    public static SendChannelMessageRequest send(ChimeUser sender, ChimeChannel channel, String content) {
        return SendChannelMessageRequest.builder()
                .channelArn(channel.arn())
                .chimeBearer(sender.arn())
                .content(content)
                .type(ChannelMessageType.STANDARD)
                .persistence(ChannelMessagePersistenceType.PERSISTENT)
                .build();
    }

    public static ListChannelMessagesRequest listMessages(ChimeUser reader, ChimeChannel channel) {
        return ListChannelMessagesRequest.builder()
                .channelArn(channel.arn())
                .chimeBearer(reader.arn())
                .build();
    }

    public static DescribeChannelRequest describe(ChimeUser reader, ChimeChannel channel) {
        return DescribeChannelRequest.builder()
                .channelArn(channel.arn())
                .chimeBearer(reader.arn())
                .build();
    }

    public static ListChannelsRequest listChannels(ChimeUser reader, String appInstanceArn) {
        return ListChannelsRequest.builder()
                .appInstanceArn(appInstanceArn)
                .chimeBearer(reader.arn())
                .build();
    }

    public static CreateChannelRequest createChannel(ChimeUser creator, String appInstanceArn, String name) {
        return CreateChannelRequest.builder()
                .appInstanceArn(appInstanceArn)
                .chimeBearer(creator.arn())
                .name(name)
                .build();
    }

    public static UpdateChannelRequest updateChannel(ChimeUser moderator, ChimeChannel channel, String name) {
        return UpdateChannelRequest.builder()
                .channelArn(channel.arn())
                .chimeBearer(moderator.arn())
                .name(name)
                .build();
    }

    public static CreateChannelMembershipRequest addMember(
            ChimeUser moderator, ChimeChannel channel, ChimeUser member) {
        return CreateChannelMembershipRequest.builder()
                .channelArn(channel.arn())
                .chimeBearer(moderator.arn())
                .memberArn(member.arn())
                .type(ChannelMembershipType.DEFAULT)
                .build();
    }

    public static ListChannelMembershipsRequest listMembers(ChimeUser reader, ChimeChannel channel) {
        return ListChannelMembershipsRequest.builder()
                .channelArn(channel.arn())
                .chimeBearer(reader.arn())
                .build();
    }

    /** What the reader finds in the channel, the newest first. */
    public static List<String> contents(ChimeSdkMessagingClient client, ChimeUser reader, ChimeChannel channel) {
        return client.listChannelMessages(listMessages(reader, channel)).channelMessages().stream()
                .map(ChannelMessageSummary::content)
                .toList();
    }
}
