package io.github.chimefake.internal.messaging.events;

import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.messaging.views.Views;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Name, mode or metadata of a channel were set. Documented: for its members. Assumed: other changes, such as its
 * expiration or flow, emit nothing.
 */
public record ChannelUpdated(ChannelArn channel) implements WrittenEvent {
    @Override
    public MessagingEventType type() {
        return MessagingEventType.UPDATE_CHANNEL;
    }

    @Override
    public Audience audience(Moment moment) {
        return Audience.members(moment.channel(channel), Optional.empty());
    }

    @Override
    public SdkPojo payload(Moment moment) {
        return Views.channel(moment.after(), moment.channel(channel).orElseThrow(), Optional.empty());
    }
}
