package io.github.chimefake.internal.messaging.events;

import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.common.Identifiers;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.State;
import java.util.Optional;

/**
 * The states around a write, from which the payload and the receivers of its events are computed.
 *
 * @param before the state before the write
 * @param after the state after it
 * @param identifiers finds the ids of messages
 */
public record Moment(State before, State after, Identifiers identifiers) {
    /** Returns the channel after the write; before it, if the write has deleted it. */
    Optional<ChannelState> channel(ChannelArn arn) {
        return after.channel(arn).or(() -> before.channel(arn));
    }

    /** Returns the state that knows the name of a user, who may have been deleted by the write. */
    State knowing(MemberArn user) {
        return after.user(user).isPresent() ? after : before;
    }
}
