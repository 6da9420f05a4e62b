package io.github.chimefake.internal.messaging.state;

import io.github.chimefake.internal.arn.ChannelArn;
import org.pcollections.TreePSet;

/**
 * The channels of a user or bot.
 *
 * @param memberOf the ARNs of the channels it belongs to
 * @param moderatorOf the ARNs of the channels it moderates
 * @param bannedFrom the ARNs of the channels it is banned from
 */
public record ChannelLinks(
        TreePSet<ChannelArn> memberOf, TreePSet<ChannelArn> moderatorOf, TreePSet<ChannelArn> bannedFrom) {
    static final ChannelLinks NONE = new ChannelLinks(TreePSet.empty(), TreePSet.empty(), TreePSet.empty());

    boolean isEmpty() {
        return memberOf.isEmpty() && moderatorOf.isEmpty() && bannedFrom.isEmpty();
    }

    ChannelLinks withMemberOf(TreePSet<ChannelArn> channels) {
        return new ChannelLinks(channels, moderatorOf, bannedFrom);
    }

    ChannelLinks withModeratorOf(TreePSet<ChannelArn> channels) {
        return new ChannelLinks(memberOf, channels, bannedFrom);
    }

    ChannelLinks withBannedFrom(TreePSet<ChannelArn> channels) {
        return new ChannelLinks(memberOf, moderatorOf, channels);
    }
}
