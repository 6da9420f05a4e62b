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
 * @param channels its channels
 * @param streaming where its events are streamed to; empty for nowhere
 * @param recentRequests the latest requests that carried a client request token
 */
record AppInstance(
        String arn,
        String name,
        ChannelIndex channels,
        List<StreamingConfiguration> streaming,
        RecentRequests recentRequests) {
    AppInstance {
        streaming = List.copyOf(streaming);
    }

    /**
     * The ARNs of channels by kind.
     *
     * @param open the PUBLIC ones
     * @param closed the PRIVATE ones
     * @param elastic the elastic ones, which are PUBLIC or PRIVATE besides
     */
    record ChannelIndex(TreePSet<String> open, TreePSet<String> closed, TreePSet<String> elastic) {
        private static final ChannelIndex EMPTY =
                new ChannelIndex(TreePSet.empty(), TreePSet.empty(), TreePSet.empty());

        TreePSet<String> of(ChannelPrivacy privacy) {
            return privacy == ChannelPrivacy.PUBLIC ? open : closed;
        }

        int size() {
            return open.size() + closed.size();
        }

        private ChannelIndex plus(ChannelState channel) {
            String arn = channel.arn();
            return new ChannelIndex(
                    channel.isPublic() ? open.plus(arn) : open,
                    channel.isPublic() ? closed : closed.plus(arn),
                    channel.isElastic() ? elastic.plus(arn) : elastic);
        }

        private ChannelIndex minus(ChannelState channel) {
            String arn = channel.arn();
            return new ChannelIndex(open.minus(arn), closed.minus(arn), elastic.minus(arn));
        }
    }

    static AppInstance of(String arn, String name) {
        return new AppInstance(arn, name, ChannelIndex.EMPTY, List.of(), RecentRequests.NONE);
    }

    AppInstance with(ChannelState channel) {
        return new AppInstance(arn, name, channels.plus(channel), streaming, recentRequests);
    }

    AppInstance without(ChannelState channel) {
        return new AppInstance(arn, name, channels.minus(channel), streaming, recentRequests);
    }

    AppInstance with(RecentRequests requests) {
        return new AppInstance(arn, name, channels, streaming, requests);
    }

    AppInstance withStreaming(List<StreamingConfiguration> newStreaming) {
        return new AppInstance(arn, name, channels, newStreaming, recentRequests);
    }
}
