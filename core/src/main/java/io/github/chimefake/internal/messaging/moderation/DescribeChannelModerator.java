package io.github.chimefake.internal.messaging.moderation;

import static io.github.chimefake.Operation.DESCRIBE_CHANNEL_MODERATOR;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.messaging.rules.ChannelAccess;
import io.github.chimefake.internal.messaging.state.Appointment;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.views.Views;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Query;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelModeratorRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelModeratorResponse;

/** Describes a moderator. Documented: allowed for admins and moderators; 404 for a user that is not a moderator. */
public final class DescribeChannelModerator extends Query<State, DescribeChannelModeratorRequest> {
    public DescribeChannelModerator() {
        super(DESCRIBE_CHANNEL_MODERATOR, DescribeChannelModeratorRequest.class);
    }

    @Override
    public DescribeChannelModeratorResponse respond(
            State state, HandlerContext<DescribeChannelModeratorRequest> context) {
        DescribeChannelModeratorRequest request = context.request();
        ChannelState channel = ChannelAccess.permit(state, context).channel();
        Arn named = context.arn(request.channelModeratorArn());
        Appointment moderator = channel.moderator(named)
                .orElseThrow(() -> ServiceError.of(
                                Layer.STATE,
                                ChimeError.NOT_FOUND,
                                named + " is not a moderator of " + channel.arn() + ". Appoint it first.",
                                Provenance.DOCUMENTED)
                        .asException());
        return DescribeChannelModeratorResponse.builder()
                .channelModerator(Views.moderator(state, channel.arn(), moderator))
                .build();
    }
}
