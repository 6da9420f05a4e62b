package io.github.chimefake.internal.messaging.events;

import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.Membership;
import io.github.chimefake.internal.messaging.state.Postponed;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.state.SubChannel;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The events of what the service does without a request, or after it has responded to one. */
public final class BackgroundEvents {
    private BackgroundEvents() {}

    /**
     * Returns the events of what was postponed.
     *
     * @param before the state in which it was left to be done
     */
    public static List<WrittenEvent> finished(State before, State after) {
        return Postponed.of(before).stream()
                .flatMap(arn -> arn instanceof AppInstanceArn appInstance
                        ? deletedChannels(before, appInstance)
                        : balanced(before, after, (ChannelArn) arn))
                .toList();
    }

    private static Stream<WrittenEvent> deletedChannels(State before, AppInstanceArn appInstance) {
        return before.messagingOf(appInstance).channels().all().stream()
                .flatMap(arn -> before.channel(arn).stream())
                .map(ChannelDeleted::of);
    }

    /** Returns the events of users and bots that were deleted: they leave all their channels. */
    public static List<WrittenEvent> deletedUsers(State before, Collection<Arn> deleted) {
        return deleted.stream()
                .filter(MemberArn.class::isInstance)
                .flatMap(user -> memberships(before, (MemberArn) user))
                .toList();
    }

    private static Stream<WrittenEvent> memberships(State before, MemberArn user) {
        return before.links(user).memberOf().stream()
                .flatMap(arn -> before.channel(arn).stream())
                .flatMap(channel -> channel.members().find(user).stream()
                        .flatMap(membership -> MemberRemoved.completely(channel.arn(), membership).stream()));
    }

    /** Returns the events of users and bots that have expired, and of the sub-channels that are too small without them. */
    public static List<WrittenEvent> expiredUsers(State before, State after, Collection<Arn> expired) {
        List<WrittenEvent> left = deletedUsers(before, expired);
        Stream<WrittenEvent> moved = left.stream()
                .map(WrittenEvent::channel)
                .distinct()
                .flatMap(channel -> balanced(before, after, channel));
        return Stream.concat(left.stream(), moved).toList();
    }

    /** Returns the events of the members whose sub-channel was deleted, because it had too few. */
    private static Stream<WrittenEvent> balanced(State before, State after, ChannelArn arn) {
        Optional<ChannelState> channel = after.channel(arn);
        return before.channel(arn).filter(ChannelState::isElastic).stream()
                .filter(elastic -> channel.isPresent())
                .flatMap(elastic -> elastic.subChannels().values().stream()
                        .filter(subChannel ->
                                channel.get().subChannel(subChannel.id()).isEmpty())
                        .flatMap(deleted -> deleted.members().stream()
                                .filter(member -> after.user(member).isPresent())
                                .flatMap(member -> moved(elastic, channel.get(), deleted, member).stream())));
    }

    private static Optional<WrittenEvent> moved(
            ChannelState before, ChannelState after, SubChannel from, MemberArn member) {
        if (before.hasModerator(member)) {
            Membership lost = before.members().find(member).orElseThrow();
            return Optional.of(new MemberRemoved(before.arn(), Optional.of(from.id()), lost, true));
        }
        return after.members()
                .find(member)
                .map(membership ->
                        new MemberMoved(after.arn(), membership.subChannels().first(), membership));
    }
}
