package io.github.chimefake.internal.messaging.events;

import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.messaging.views.Views;
import java.util.List;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchChannelMemberships;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;

/**
 * Several members were added to a channel that is not elastic. Documented: for the members. Assumed: also for the new
 * ones; nothing if none was added.
 *
 * @param invitedBy the bearer
 * @param members those that were added, at least one
 */
public record BatchAdded(
        ChannelArn channel, MemberArn invitedBy, ChannelMembershipType membershipType, List<MemberArn> members)
        implements WrittenEvent {
    public BatchAdded {
        members = List.copyOf(members);
    }

    @Override
    public MessagingEventType type() {
        return MessagingEventType.BATCH_CREATE_CHANNEL_MEMBERSHIP;
    }

    @Override
    public Audience audience(Moment moment) {
        return moment.members(this);
    }

    @Override
    public SdkPojo payload(Moment moment) {
        return BatchChannelMemberships.builder()
                .channelArn(channel.text())
                .invitedBy(Views.identity(moment.names(), invitedBy))
                .type(membershipType)
                .members(members.stream()
                        .map(member -> Views.identity(moment.names(), member))
                        .toList())
                .build();
    }
}
