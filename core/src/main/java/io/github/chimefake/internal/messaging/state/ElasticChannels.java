package io.github.chimefake.internal.messaging.state;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.ElasticChannelConfiguration;

/**
 * Distributes the members of an elastic channel over its sub-channels. Documented: a regular member is in one
 * sub-channel, which the service chooses; a moderator is in those that it was added to; sub-channels have a target
 * size, and if one falls below a percentage of it, its members are moved and it is deleted. Assumed: there is initially
 * one sub-channel; sub-channels are filled one after the other; the messages of a deleted sub-channel are deleted, and
 * so are its moderators' memberships in it.
 */
public final class ElasticChannels {
    private ElasticChannels() {}

    /** Returns the channel with another sub-channel. */
    public static ChannelState addSubChannel(ChannelState channel, String subChannelId) {
        return channel.with(SubChannel.empty(subChannelId));
    }

    /**
     * Returns the sub-channel for the next regular member: the fullest that is not full; empty if a new one is needed.
     */
    public static Optional<SubChannel> vacantSubChannel(ChannelState channel) {
        int target = configuration(channel).targetMembershipsPerSubChannel();
        return channel.subChannels().values().stream()
                .filter(subChannel -> subChannel.regularMembers() < target)
                .max(Comparator.comparingInt(SubChannel::regularMembers));
    }

    /**
     * Checks that another sub-channel is allowed.
     *
     * @throws ServiceErrorException 400 if the elastic channel is full
     */
    public static void requireBelowMaximum(ChannelState channel) {
        int maximum = configuration(channel).maximumSubChannels();
        if (channel.subChannels().size() >= maximum) {
            throw ServiceError.of(
                            Layer.STATE,
                            ChimeError.RESOURCE_LIMIT_EXCEEDED,
                            "Each of the " + maximum + " sub-channels of " + channel.arn() + " has "
                                    + configuration(channel).targetMembershipsPerSubChannel()
                                    + " members, which is the maximum. Remove some members first.",
                            Provenance.ASSUMED)
                    .asException();
        }
    }

    /** Postpones {@link #mergeSmallSubChannels}, if there is anything to merge. */
    static State postponeMerging(State state, ChannelArn channelArn) {
        return tooSmall(state, channelArn).isPresent() ? Postponed.add(state, channelArn) : state;
    }

    /**
     * Deletes sub-channels that are too small, if the others have enough vacancies for their members. Does nothing if
     * the channel does not exist any more.
     */
    static State mergeSmallSubChannels(State state, ChannelArn channelArn) {
        State balanced = state;
        Optional<SubChannel> tooSmall = tooSmall(balanced, channelArn);
        while (tooSmall.isPresent()) {
            balanced = deleteSubChannel(balanced, channelArn, tooSmall.get());
            tooSmall = tooSmall(balanced, channelArn);
        }
        return balanced;
    }

    private static Optional<SubChannel> tooSmall(State state, ChannelArn channelArn) {
        return state.channel(channelArn).filter(ChannelState::isElastic).flatMap(ElasticChannels::tooSmall);
    }

    private static Optional<SubChannel> tooSmall(ChannelState channel) {
        ElasticChannelConfiguration configuration = configuration(channel);
        int target = configuration.targetMembershipsPerSubChannel();
        int minimum = (target * configuration.minimumMembershipPercentage() + 99) / 100;
        int vacancies = channel.subChannels().values().stream()
                .mapToInt(subChannel -> target - subChannel.regularMembers())
                .sum();
        return channel.subChannels().values().stream()
                .filter(subChannel -> subChannel.regularMembers() < minimum)
                .filter(subChannel -> channel.subChannels().size() > 1)
                .filter(subChannel -> subChannel.regularMembers() <= vacancies - (target - subChannel.regularMembers()))
                .min(Comparator.comparingInt(SubChannel::regularMembers));
    }

    private static State deleteSubChannel(State state, ChannelArn channelArn, SubChannel subChannel) {
        State moved = state;
        for (MemberArn member : List.copyOf(subChannel.members())) {
            ChannelState channel = moved.channel(channelArn).orElseThrow();
            Membership membership = channel.members().find(member).orElseThrow();
            moved = channel.hasModerator(member)
                    ? leave(moved, channel, membership, subChannel.id())
                    : moved.with(move(channel, membership, subChannel.id()));
        }
        ChannelState channel = moved.channel(channelArn).orElseThrow();
        return moved.with(channel.withoutSubChannel(subChannel.id()));
    }

    private static ChannelState move(ChannelState channel, Membership membership, String from) {
        ChannelState left = channel.without(membership, from);
        SubChannel to = vacantSubChannel(left.withoutSubChannel(from)).orElseThrow();
        return left.plus(membership.withoutSubChannel(from), Optional.of(to.id()));
    }

    /** Removes a member from one sub-channel, and from the channel if it is in no other. */
    public static State leave(State state, ChannelState channel, Membership membership, String subChannelId) {
        ChannelState left = channel.without(membership, subChannelId);
        State after = state.with(left);
        return left.hasMember(membership.member())
                ? after
                : Channels.unlinkMember(after, channel.arn(), membership.member());
    }

    private static ElasticChannelConfiguration configuration(ChannelState channel) {
        return channel.origin().elastic().orElseThrow();
    }
}
