package io.github.chimefake.internal.messaging.events;

import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.Membership;
import io.github.chimefake.internal.messaging.views.Views;
import io.github.chimefake.internal.operations.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;

/**
 * A member left, was removed or banned, or was deleted. Documented: for the members; for a moderator whose sub-channel
 * was deleted, with the reason. Assumed: also for the one that was removed; for the moderator alone if its sub-channel
 * was deleted; in an elastic channel for the members of the sub-channel, one event for each sub-channel.
 *
 * @param membership the membership before
 * @param subChannelDeleted whether the sub-channel was deleted
 */
public record MemberRemoved(
        ChannelArn channel, Optional<String> subChannelId, Membership membership, boolean subChannelDeleted)
        implements WrittenEvent {
    private static final String SUB_CHANNEL_DELETED = "subchannel_DELETED";

    /** Returns the events of a member that leaves a channel, with all of its sub-channels if it is elastic. */
    public static List<MemberRemoved> completely(ChannelArn channel, Membership membership) {
        return membership.subChannels().isEmpty()
                ? List.of(new MemberRemoved(channel, Optional.empty(), membership, false))
                : membership.subChannels().stream()
                        .map(id -> new MemberRemoved(channel, Optional.of(id), membership, false))
                        .toList();
    }

    /** Returns the same for the outcome of a command; none if the user is no member. */
    public static List<Outcome.Event> outcomeEvents(ChannelState channel, MemberArn user) {
        return channel.members()
                .find(user)
                .<List<Outcome.Event>>map(membership -> List.copyOf(completely(channel.arn(), membership)))
                .orElseGet(List::of);
    }

    @Override
    public MessagingEventType type() {
        return MessagingEventType.DELETE_CHANNEL_MEMBERSHIP;
    }

    @Override
    public Optional<String> reason() {
        return subChannelDeleted ? Optional.of(SUB_CHANNEL_DELETED) : Optional.empty();
    }

    @Override
    public Audience audience(Moment moment) {
        MemberArn removed = membership.member();
        return subChannelDeleted
                ? Audience.of(Set.of(removed))
                : moment.members(this).and(removed);
    }

    @Override
    public SdkPojo payload(Moment moment) {
        return Views.membership(moment.names(membership.member()), channel, membership, subChannelId);
    }
}
