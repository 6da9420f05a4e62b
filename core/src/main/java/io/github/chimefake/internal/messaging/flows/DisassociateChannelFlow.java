package io.github.chimefake.internal.messaging.flows;

import static io.github.chimefake.Operation.DISASSOCIATE_CHANNEL_FLOW;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.messaging.rules.ChannelAccess;
import io.github.chimefake.internal.messaging.state.ChannelFlowState;
import io.github.chimefake.internal.messaging.state.ChannelFlows;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Outcome;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.DisassociateChannelFlowRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DisassociateChannelFlowResponse;

/**
 * Disassociates a channel from its flow. Documented: allowed for admins and moderators. Assumed: 409 for a flow that
 * the channel does not have, 404 for an unknown flow; messages that are being processed remain with their processor.
 */
public final class DisassociateChannelFlow extends Command<State, DisassociateChannelFlowRequest> {
    public DisassociateChannelFlow() {
        super(DISASSOCIATE_CHANNEL_FLOW, DisassociateChannelFlowRequest.class);
    }

    @Override
    public Outcome<State> apply(State state, HandlerContext<DisassociateChannelFlowRequest> context) {
        DisassociateChannelFlowRequest request = context.request();
        ChannelState channel = ChannelAccess.permit(state, context).channel();
        ChannelFlowState flow = ChannelFlows.require(state, channel, context.arn(request.channelFlowArn()));
        if (!channel.policies().flow().equals(Optional.of(flow.arn()))) {
            throw ServiceError.of(
                            Layer.STATE,
                            ChimeError.CONFLICT,
                            channel.arn() + " has "
                                    + channel.policies().flow().map(Arn::text).orElse("no channel flow") + ", and not "
                                    + flow.arn() + ". Name the flow that it has.",
                            Provenance.ASSUMED)
                    .asException();
        }
        return new Outcome<>(
                ChannelFlows.disassociate(state, channel),
                DisassociateChannelFlowResponse.builder().build());
    }
}
