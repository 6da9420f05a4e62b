package io.github.chimefake.internal.messaging.events;

import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.messaging.state.ChannelState;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Name, mode or metadata of a channel were set. Documented: for its members. Assumed: other changes, such as its
 * expiration or flow, emit nothing.
 *
 * @param described the channel after
 */
public record ChannelUpdated(DescribedChannel described) implements WrittenEvent {
    /** Creates the event of a channel in its new version. */
    public static ChannelUpdated of(ChannelState updated) {
        return new ChannelUpdated(DescribedChannel.of(updated));
    }

    @Override
    public ChannelArn channel() {
        return described.channel().arn();
    }

    @Override
    public MessagingEventType type() {
        return MessagingEventType.UPDATE_CHANNEL;
    }

    @Override
    public Audience audience(Moment moment) {
        return Audience.of(described.channel().members());
    }

    @Override
    public SdkPojo payload(Moment moment) {
        return described.view(moment.names());
    }
}
