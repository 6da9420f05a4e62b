package io.github.chimefake.internal.messaging.flows;

import static io.github.chimefake.Operation.ASSOCIATE_CHANNEL_FLOW;

import io.github.chimefake.internal.constraints.ChannelFlowConstraints;
import io.github.chimefake.internal.messaging.rules.ChannelAccess;
import io.github.chimefake.internal.messaging.state.ChannelFlowState;
import io.github.chimefake.internal.messaging.state.ChannelFlows;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Outcome;
import software.amazon.awssdk.services.chimesdkmessaging.model.AssociateChannelFlowRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.AssociateChannelFlowResponse;

/**
 * Associates a flow with a channel, which processes its later messages. Documented: allowed for admins and moderators;
 * a channel has at most one flow. Assumed: 409 if it has one, even the same; 404 for an unknown flow or a flow of
 * another app instance.
 */
public final class AssociateChannelFlow extends Command<State, AssociateChannelFlowRequest> {
    public AssociateChannelFlow() {
        super(ASSOCIATE_CHANNEL_FLOW, AssociateChannelFlowRequest.class);
    }

    @Override
    public Outcome<State> apply(State state, HandlerContext<AssociateChannelFlowRequest> context) {
        AssociateChannelFlowRequest request = context.request();
        ChannelState channel = ChannelAccess.permit(state, context).channel();
        ChannelFlowState flow = ChannelFlows.require(state, channel, context.arn(request.channelFlowArn()));
        channel.policies().flow().ifPresent(present -> {
            throw ChannelFlowConstraints.ONE_PER_CHANNEL.broken(channel.arn() + " has the channel flow " + present
                    + " already. Call DisassociateChannelFlow first.");
        });
        return new Outcome<>(
                ChannelFlows.associate(state, channel, flow),
                AssociateChannelFlowResponse.builder().build());
    }
}
