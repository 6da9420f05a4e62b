package io.github.chimefake.internal.messaging.state;

import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.common.RecentRequests;
import java.util.List;
import java.util.stream.Stream;
import org.pcollections.TreePSet;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelPrivacy;
import software.amazon.awssdk.services.chimesdkmessaging.model.StreamingConfiguration;

/**
 * The part of an app instance that belongs to messaging. Its users are in the directory.
 *
 * @param arn its ARN
 * @param channels its channels
 * @param streaming the streaming configurations; empty if there are none
 * @param recentRequests the latest requests with a client request token
 */
public record AppInstanceMessaging(
        AppInstanceArn arn,
        ChannelIndex channels,
        List<StreamingConfiguration> streaming,
        RecentRequests recentRequests) {
    public AppInstanceMessaging {
        streaming = List.copyOf(streaming);
    }

    /**
     * The ARNs of channels by kind.
     *
     * @param publicChannels the PUBLIC ones
     * @param privateChannels the PRIVATE ones
     * @param elastic the elastic ones, which are also among the PUBLIC or PRIVATE ones
     */
    public record ChannelIndex(
            TreePSet<ChannelArn> publicChannels, TreePSet<ChannelArn> privateChannels, TreePSet<ChannelArn> elastic) {
        private static final ChannelIndex EMPTY =
                new ChannelIndex(TreePSet.empty(), TreePSet.empty(), TreePSet.empty());

        public TreePSet<ChannelArn> withPrivacy(ChannelPrivacy privacy) {
            return privacy == ChannelPrivacy.PUBLIC ? publicChannels : privateChannels;
        }

        public List<ChannelArn> all() {
            return Stream.concat(publicChannels.stream(), privateChannels.stream())
                    .toList();
        }

        public int size() {
            return publicChannels.size() + privateChannels.size();
        }

        private ChannelIndex plus(ChannelState channel) {
            ChannelArn arn = channel.arn();
            return new ChannelIndex(
                    channel.isPublic() ? publicChannels.plus(arn) : publicChannels,
                    channel.isPublic() ? privateChannels : privateChannels.plus(arn),
                    channel.isElastic() ? elastic.plus(arn) : elastic);
        }

        private ChannelIndex minus(ChannelState channel) {
            ChannelArn arn = channel.arn();
            return new ChannelIndex(publicChannels.minus(arn), privateChannels.minus(arn), elastic.minus(arn));
        }
    }

    public static AppInstanceMessaging of(AppInstanceArn arn) {
        return new AppInstanceMessaging(arn, ChannelIndex.EMPTY, List.of(), RecentRequests.NONE);
    }

    public AppInstanceMessaging with(ChannelState channel) {
        return new AppInstanceMessaging(arn, channels.plus(channel), streaming, recentRequests);
    }

    AppInstanceMessaging without(ChannelState channel) {
        return new AppInstanceMessaging(arn, channels.minus(channel), streaming, recentRequests);
    }

    public AppInstanceMessaging with(RecentRequests requests) {
        return new AppInstanceMessaging(arn, channels, streaming, requests);
    }

    public AppInstanceMessaging withStreaming(List<StreamingConfiguration> newStreaming) {
        return new AppInstanceMessaging(arn, channels, newStreaming, recentRequests);
    }
}
