package io.github.chimefake.messaging;

import java.util.List;
import org.pcollections.TreePSet;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelPrivacy;
import software.amazon.awssdk.services.chimesdkmessaging.model.StreamingConfiguration;

/**
 * An app instance: what separates one application's users and channels from another's.
 *
 * @param arn its ARN
 * @param name its name
 * @param publicChannels the ARNs of its PUBLIC channels
 * @param privateChannels the ARNs of its PRIVATE channels
 * @param streaming where its events are streamed to; empty for nowhere
 * @param recentRequests the latest requests that carried a client request token
 */
record AppInstance(
        String arn,
        String name,
        TreePSet<String> publicChannels,
        TreePSet<String> privateChannels,
        List<StreamingConfiguration> streaming,
        RecentRequests recentRequests) {
    AppInstance {
        streaming = List.copyOf(streaming);
    }

    static AppInstance of(String arn, String name) {
        return new AppInstance(arn, name, TreePSet.empty(), TreePSet.empty(), List.of(), RecentRequests.NONE);
    }

    TreePSet<String> channels(ChannelPrivacy privacy) {
        return privacy == ChannelPrivacy.PUBLIC ? publicChannels : privateChannels;
    }

    int channelCount() {
        return publicChannels.size() + privateChannels.size();
    }

    AppInstance with(ChannelState channel) {
        return channel.isPublic()
                ? new AppInstance(
                        arn, name, publicChannels.plus(channel.arn()), privateChannels, streaming, recentRequests)
                : new AppInstance(
                        arn, name, publicChannels, privateChannels.plus(channel.arn()), streaming, recentRequests);
    }

    AppInstance without(ChannelState channel) {
        return new AppInstance(
                arn,
                name,
                publicChannels.minus(channel.arn()),
                privateChannels.minus(channel.arn()),
                streaming,
                recentRequests);
    }

    AppInstance with(RecentRequests requests) {
        return new AppInstance(arn, name, publicChannels, privateChannels, streaming, requests);
    }

    AppInstance withStreaming(List<StreamingConfiguration> newStreaming) {
        return new AppInstance(arn, name, publicChannels, privateChannels, newStreaming, recentRequests);
    }
}
