package io.github.chimefake.internal.messaging.events;

import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.common.Identifiers;
import io.github.chimefake.internal.directory.Directory;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.Members;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.state.SubChannel;
import java.util.Optional;
import org.pcollections.TreePSet;

/**
 * What the payload and the receivers of an event are computed from: parts of the states around a write that later writes
 * mostly share. It has no messages, so that the log of events does not keep those that were deleted.
 *
 * @param before the directory before the write
 * @param after the directory after it
 * @param members the members of the channel after it; empty if the channel does not exist any more
 * @param subChannel the members of the sub-channel after it; empty if there is none
 * @param identifiers finds the ids of messages
 */
public record Moment(
        Directory before,
        Directory after,
        Optional<Members> members,
        Optional<TreePSet<MemberArn>> subChannel,
        Identifiers identifiers) {

    /** Returns what an event of a write needs. */
    public static Moment of(WrittenEvent event, State before, State after, Identifiers identifiers) {
        Optional<ChannelState> channel = after.channel(event.channel());
        return new Moment(
                before.directory(),
                after.directory(),
                channel.map(ChannelState::members),
                event.subChannelId()
                        .flatMap(id -> channel.flatMap(elastic -> elastic.subChannel(id)))
                        .map(SubChannel::members),
                identifiers);
    }

    /** Returns the members of the sub-channel if the event is about one, or of the channel. */
    Audience members(WrittenEvent event) {
        return event.subChannelId().isPresent()
                ? subChannel.map(Audience::of).orElse(Audience.NOBODY)
                : members.map(Audience::of).orElse(Audience.NOBODY);
    }

    /** Returns a state with the names of users, of which the given one may have been deleted by the write. */
    State names(MemberArn user) {
        return State.EMPTY.withDirectoryOnly(after.user(user).isPresent() ? after : before);
    }

    /** Returns a state with the names of users. */
    State names() {
        return State.EMPTY.withDirectoryOnly(after);
    }
}
