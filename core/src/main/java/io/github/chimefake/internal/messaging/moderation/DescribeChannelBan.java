package io.github.chimefake.internal.messaging.moderation;

import static io.github.chimefake.Operation.DESCRIBE_CHANNEL_BAN;

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
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelBanRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelBanResponse;

/** Describes a ban. Documented: allowed for admins and moderators; 404 for a user that is not banned. */
public final class DescribeChannelBan extends Query<State, DescribeChannelBanRequest> {
    public DescribeChannelBan() {
        super(DESCRIBE_CHANNEL_BAN, DescribeChannelBanRequest.class);
    }

    @Override
    public DescribeChannelBanResponse respond(State state, HandlerContext<DescribeChannelBanRequest> context) {
        DescribeChannelBanRequest request = context.request();
        ChannelState channel = ChannelAccess.permit(state, context).channel();
        Arn named = context.arn(request.memberArn());
        Appointment ban = channel.ban(named)
                .orElseThrow(() -> ServiceError.of(
                                Layer.STATE,
                                ChimeError.NOT_FOUND,
                                named + " is not banned from " + channel.arn() + ". Ban it first.",
                                Provenance.DOCUMENTED)
                        .asException());
        return DescribeChannelBanResponse.builder()
                .channelBan(Views.ban(state, channel.arn(), ban))
                .build();
    }
}
