package io.github.chimefake.internal.messaging;

import static io.github.chimefake.Operation.DISASSOCIATE_CHANNEL_FLOW;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.call.Refusal;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.DisassociateChannelFlowRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DisassociateChannelFlowResponse;

/**
 * Sends the messages of a channel through no flow any more. Documented: admins and moderators may. Assumed: 409 for a
 * flow that is not the channel's, 404 for an unknown one; messages under way stay with their processor.
 */
final class DisassociateChannelFlow extends Command<DisassociateChannelFlowRequest> {
    DisassociateChannelFlow() {
        super(DISASSOCIATE_CHANNEL_FLOW, DisassociateChannelFlowRequest.class);
    }

    @Override
    Outcome apply(State state, Invocation<DisassociateChannelFlowRequest> invocation) {
        DisassociateChannelFlowRequest request = invocation.request();
        ChannelState channel =
                ChannelAccess.permit(state, invocation, request.channelArn()).channel();
        ChannelFlowState flow = ChannelFlows.require(state, channel, request.channelFlowArn());
        if (!channel.policies().flow().equals(Optional.of(flow.arn()))) {
            throw Refusal.of(
                            ChimeError.CONFLICT,
                            channel.arn() + " has " + channel.policies().flow().orElse("no channel flow") + ", and not "
                                    + flow.arn() + ". Name the flow that it has.",
                            Provenance.ASSUMED)
                    .asException();
        }
        return new Outcome(
                ChannelFlows.disassociate(state, channel),
                DisassociateChannelFlowResponse.builder().build());
    }
}
