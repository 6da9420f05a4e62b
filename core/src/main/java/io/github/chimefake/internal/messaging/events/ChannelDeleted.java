package io.github.chimefake.internal.messaging.events;

import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.views.Views;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/**
 * A channel was deleted. Documented: for its members, which are those before. Assumed: also if it has expired, or its
 * app instance was deleted; its memberships have no events of their own then.
 *
 * @param deleted the channel before
 */
public record ChannelDeleted(ChannelState deleted) implements WrittenEvent {
    @Override
    public MessagingEventType type() {
        return MessagingEventType.DELETE_CHANNEL;
    }

    @Override
    public ChannelArn channel() {
        return deleted.arn();
    }

    @Override
    public Audience audience(Moment moment) {
        return Audience.members(deleted);
    }

    @Override
    public SdkPojo payload(Moment moment) {
        return Views.channel(moment.before(), deleted, Optional.empty());
    }
}
