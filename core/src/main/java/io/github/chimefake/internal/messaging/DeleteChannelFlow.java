package io.github.chimefake.internal.messaging;

import static io.github.chimefake.Operation.DELETE_CHANNEL_FLOW;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.call.Refusal;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelFlowRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelFlowResponse;

/** Deletes a channel flow. Documented: only one that is associated with no channel. */
final class DeleteChannelFlow extends Command<DeleteChannelFlowRequest> {
    DeleteChannelFlow() {
        super(DELETE_CHANNEL_FLOW, DeleteChannelFlowRequest.class);
    }

    @Override
    Outcome apply(State state, Invocation<DeleteChannelFlowRequest> invocation) {
        ChannelFlowState flow =
                ChannelFlows.require(state, invocation.request().channelFlowArn(), ChimeError.FORBIDDEN);
        if (!flow.channels().isEmpty()) {
            throw Refusal.of(
                            ChimeError.CONFLICT,
                            flow.arn() + " is associated with "
                                    + flow.channels().size() + " channels, for example "
                                    + flow.channels().first() + ". Call DisassociateChannelFlow for each first.",
                            Provenance.DOCUMENTED)
                    .asException();
        }
        return new Outcome(
                state.withoutFlow(flow.arn()),
                DeleteChannelFlowResponse.builder().build());
    }
}
