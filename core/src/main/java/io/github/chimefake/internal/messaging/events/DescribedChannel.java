package io.github.chimefake.internal.messaging.events;

import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.views.Views;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.Channel;

/**
 * A channel as the payload of an event.
 *
 * @param channel the channel without messages, which the log of events must not keep
 * @param lastMessage when the last message that all members may see was sent
 */
record DescribedChannel(ChannelState channel, Optional<Instant> lastMessage) {
    static DescribedChannel of(ChannelState channel) {
        return new DescribedChannel(channel.withoutMessages(), channel.lastMessageVisibleTo(Optional.empty()));
    }

    /** Returns the channel in the SDK's class, with the names of users in this state. */
    Channel view(State names) {
        return Views.channel(names, channel, Optional.empty())
                .copy(builder -> builder.lastMessageTimestamp(lastMessage.orElse(null)));
    }
}
