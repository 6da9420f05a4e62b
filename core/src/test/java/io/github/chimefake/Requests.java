package io.github.chimefake;

import io.github.chimefake.call.ChimeChannel;
import io.github.chimefake.call.ChimeUser;
import java.util.List;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMessagesRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;

/** The requests that most tests send. */
final class Requests {
    private Requests() {}

    static SendChannelMessageRequest send(ChimeUser sender, ChimeChannel channel, String content) {
        return SendChannelMessageRequest.builder()
                .channelArn(channel.arn())
                .chimeBearer(sender.arn())
                .content(content)
                .type(ChannelMessageType.STANDARD)
                .persistence(ChannelMessagePersistenceType.PERSISTENT)
                .build();
    }

    static ListChannelMessagesRequest listMessages(ChimeUser reader, ChimeChannel channel) {
        return ListChannelMessagesRequest.builder()
                .channelArn(channel.arn())
                .chimeBearer(reader.arn())
                .build();
    }

    static DescribeChannelRequest describe(ChimeUser reader, ChimeChannel channel) {
        return DescribeChannelRequest.builder()
                .channelArn(channel.arn())
                .chimeBearer(reader.arn())
                .build();
    }

    static ListChannelsRequest listChannels(ChimeUser reader, String appInstanceArn) {
        return ListChannelsRequest.builder()
                .appInstanceArn(appInstanceArn)
                .chimeBearer(reader.arn())
                .build();
    }

    static CreateChannelRequest createChannel(ChimeUser creator, String appInstanceArn, String name) {
        return CreateChannelRequest.builder()
                .appInstanceArn(appInstanceArn)
                .chimeBearer(creator.arn())
                .name(name)
                .build();
    }

    /** What the reader finds in the channel, the newest first. */
    static List<String> contents(ChimeSdkMessagingClient client, ChimeUser reader, ChimeChannel channel) {
        return client.listChannelMessages(listMessages(reader, channel)).channelMessages().stream()
                .map(ChannelMessageSummary::content)
                .toList();
    }
}
