package io.github.chimefake.internal.messaging.events;

import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.State;
import software.amazon.awssdk.core.SdkPojo;

/**
 * A channel was deleted. Documented: for its members, which are those before. Assumed: also if it has expired, or its
 * app instance was deleted; its memberships have no separate events then.
 *
 * @param described the channel before
 */
public record ChannelDeleted(DescribedChannel described) implements WrittenEvent {
    /** Creates the event of a channel as it was before. */
    public static ChannelDeleted of(ChannelState deleted) {
        return new ChannelDeleted(DescribedChannel.of(deleted));
    }

    @Override
    public MessagingEventType type() {
        return MessagingEventType.DELETE_CHANNEL;
    }

    @Override
    public ChannelArn channel() {
        return described.channel().arn();
    }

    @Override
    public Audience audience(Moment moment) {
        return Audience.of(described.channel().members());
    }

    @Override
    public SdkPojo payload(Moment moment) {
        return described.view(State.EMPTY.withDirectoryOnly(moment.before()));
    }
}
