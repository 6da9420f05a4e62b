package io.github.chimefake.messaging;

import org.pcollections.TreePSet;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelPrivacy;

/**
 * An app instance: what separates one application's users and channels from another's.
 *
 * @param arn its ARN
 * @param name its name
 * @param publicChannels the ARNs of its PUBLIC channels
 * @param privateChannels the ARNs of its PRIVATE channels
 * @param recentRequests the latest requests that carried a client request token
 */
record AppInstance(
        String arn,
        String name,
        TreePSet<String> publicChannels,
        TreePSet<String> privateChannels,
        RecentRequests recentRequests) {

    static AppInstance of(String arn, String name) {
        return new AppInstance(arn, name, TreePSet.empty(), TreePSet.empty(), RecentRequests.NONE);
    }

    TreePSet<String> channels(ChannelPrivacy privacy) {
        return privacy == ChannelPrivacy.PUBLIC ? publicChannels : privateChannels;
    }

    AppInstance with(ChannelState channel) {
        return channel.isPublic()
                ? new AppInstance(arn, name, publicChannels.plus(channel.arn()), privateChannels, recentRequests)
                : new AppInstance(arn, name, publicChannels, privateChannels.plus(channel.arn()), recentRequests);
    }

    AppInstance without(ChannelState channel) {
        return new AppInstance(
                arn, name, publicChannels.minus(channel.arn()), privateChannels.minus(channel.arn()), recentRequests);
    }

    AppInstance with(RecentRequests requests) {
        return new AppInstance(arn, name, publicChannels, privateChannels, requests);
    }
}
