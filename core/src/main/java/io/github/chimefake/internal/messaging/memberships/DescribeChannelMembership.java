package io.github.chimefake.internal.messaging.memberships;

import static io.github.chimefake.Operation.DESCRIBE_CHANNEL_MEMBERSHIP;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.messaging.rules.ChannelAccess;
import io.github.chimefake.internal.messaging.rules.SubChannels;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.Membership;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.views.Views;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Query;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelMembershipResponse;

/**
 * Describes a membership. Documented: allowed for users who may read the channel; 404 for a user that is not a member.
 * Assumed: 404 also for a HIDDEN membership, except for admins, moderators and the member itself.
 */
public final class DescribeChannelMembership extends Query<State, DescribeChannelMembershipRequest> {
    public DescribeChannelMembership() {
        super(DESCRIBE_CHANNEL_MEMBERSHIP, DescribeChannelMembershipRequest.class);
    }

    @Override
    public DescribeChannelMembershipResponse respond(
            State state, HandlerContext<DescribeChannelMembershipRequest> context) {
        DescribeChannelMembershipRequest request = context.request();
        ChannelAccess access = ChannelAccess.permit(state, context);
        ChannelState channel = access.channel();
        if (!channel.isElastic()) {
            SubChannels.requireAbsent(channel, request.subChannelId());
        }
        Optional<String> subChannelId = Optional.ofNullable(request.subChannelId());
        Arn named = context.arn(request.memberArn());
        Membership membership = channel.members()
                .find(named)
                .filter(found -> !found.isHidden()
                        || access.isModeratorOrAdmin()
                        || found.member().equals(access.bearer().arn()))
                .filter(found -> subChannelId.isEmpty() || found.subChannels().contains(subChannelId.get()))
                .orElseThrow(() -> ServiceError.of(
                                Layer.STATE,
                                ChimeError.NOT_FOUND,
                                named + " is not a member of " + channel.arn()
                                        + subChannelId
                                                .map(id -> ", sub-channel " + id + ",")
                                                .orElse("") + " that "
                                        + access.bearer().arn() + " may see. Add it first.",
                                Provenance.DOCUMENTED)
                        .asException());
        return DescribeChannelMembershipResponse.builder()
                .channelMembership(Views.membership(state, channel.arn(), membership, subChannelId))
                .build();
    }
}
