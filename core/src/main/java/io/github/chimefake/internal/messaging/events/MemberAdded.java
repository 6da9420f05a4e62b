package io.github.chimefake.internal.messaging.events;

import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.messaging.state.Membership;
import io.github.chimefake.internal.messaging.views.Views;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/**
 * A member was added. Documented: for the members. Observed: also for the new one. Assumed: each first member of a new
 * channel has such an event; those of hidden members are for all members; in an elastic channel they are for the members
 * of the sub-channel.
 *
 * @param member the new member
 */
public record MemberAdded(ChannelArn channel, Optional<String> subChannelId, MemberArn member) implements WrittenEvent {
    @Override
    public MessagingEventType type() {
        return MessagingEventType.CREATE_CHANNEL_MEMBERSHIP;
    }

    @Override
    public Audience audience(Moment moment) {
        return moment.members(this);
    }

    @Override
    public SdkPojo payload(Moment moment) {
        Membership membership = moment.members().orElseThrow().find(member).orElseThrow();
        return Views.membership(moment.names(), channel, membership, subChannelId);
    }
}
