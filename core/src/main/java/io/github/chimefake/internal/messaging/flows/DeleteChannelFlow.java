package io.github.chimefake.internal.messaging.flows;

import static io.github.chimefake.Operation.DELETE_CHANNEL_FLOW;

import io.github.chimefake.ChimeError;
import io.github.chimefake.internal.constraints.ChannelFlowConstraints;
import io.github.chimefake.internal.messaging.state.ChannelFlowState;
import io.github.chimefake.internal.messaging.state.ChannelFlows;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Outcome;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelFlowRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelFlowResponse;

/** Deletes a channel flow. Documented: 409 if it is associated with a channel. */
public final class DeleteChannelFlow extends Command<State, DeleteChannelFlowRequest> {
    public DeleteChannelFlow() {
        super(DELETE_CHANNEL_FLOW, DeleteChannelFlowRequest.class);
    }

    @Override
    public Outcome<State> apply(State state, HandlerContext<DeleteChannelFlowRequest> context) {
        ChannelFlowState flow =
                ChannelFlows.require(state, context.arn(context.request().channelFlowArn()), ChimeError.FORBIDDEN);
        if (!flow.channels().isEmpty()) {
            throw ChannelFlowConstraints.NOT_IN_USE.broken(flow.arn() + " is associated with "
                    + flow.channels().size() + " channels, for example "
                    + flow.channels().first()
                    + ". Call DisassociateChannelFlow for each first.");
        }
        return new Outcome<>(
                state.withoutFlow(flow.arn()),
                DeleteChannelFlowResponse.builder().build());
    }
}
