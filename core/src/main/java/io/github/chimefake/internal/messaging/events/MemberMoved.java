package io.github.chimefake.internal.messaging.events;

import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.messaging.state.Membership;
import io.github.chimefake.internal.messaging.views.Views;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;

/**
 * A member of an elastic channel was moved to another sub-channel. Documented: for this member only, with the id of the new
 * sub-channel.
 *
 * @param to the new sub-channel
 * @param membership the membership after
 */
public record MemberMoved(ChannelArn channel, String to, Membership membership) implements WrittenEvent {
    @Override
    public MessagingEventType type() {
        return MessagingEventType.UPDATE_CHANNEL_MEMBERSHIP;
    }

    @Override
    public Optional<String> subChannelId() {
        return Optional.of(to);
    }

    @Override
    public Audience audience(Moment moment) {
        return Audience.of(Set.of(membership.member()));
    }

    @Override
    public SdkPojo payload(Moment moment) {
        return Views.membership(moment.names(), channel, membership, subChannelId());
    }
}
