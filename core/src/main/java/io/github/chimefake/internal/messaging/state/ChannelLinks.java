package io.github.chimefake.internal.messaging.state;

import org.pcollections.TreePSet;

/**
 * The channels to be found from a user or bot.
 *
 * @param memberOf the ARNs of the channels it belongs to
 * @param moderatorOf the ARNs of the channels it moderates
 * @param bannedFrom the ARNs of the channels it is banned from
 */
public record ChannelLinks(TreePSet<String> memberOf, TreePSet<String> moderatorOf, TreePSet<String> bannedFrom) {
    static final ChannelLinks NONE = new ChannelLinks(TreePSet.empty(), TreePSet.empty(), TreePSet.empty());

    boolean isEmpty() {
        return memberOf.isEmpty() && moderatorOf.isEmpty() && bannedFrom.isEmpty();
    }

    ChannelLinks withMemberOf(TreePSet<String> channels) {
        return new ChannelLinks(channels, moderatorOf, bannedFrom);
    }

    ChannelLinks withModeratorOf(TreePSet<String> channels) {
        return new ChannelLinks(memberOf, channels, bannedFrom);
    }

    ChannelLinks withBannedFrom(TreePSet<String> channels) {
        return new ChannelLinks(memberOf, moderatorOf, channels);
    }
}
