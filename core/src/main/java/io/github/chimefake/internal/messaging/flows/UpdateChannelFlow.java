package io.github.chimefake.internal.messaging.flows;

import static io.github.chimefake.Operation.UPDATE_CHANNEL_FLOW;

import io.github.chimefake.ChimeError;
import io.github.chimefake.internal.constraints.QuotaConstraints;
import io.github.chimefake.internal.messaging.state.ChannelFlowState;
import io.github.chimefake.internal.messaging.state.ChannelFlows;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Outcome;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelFlowRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelFlowResponse;

/**
 * Replaces name and processors of a channel flow. Assumed: messages that are being processed continue with the previous
 * processors.
 */
public final class UpdateChannelFlow extends Command<State, UpdateChannelFlowRequest> {
    public UpdateChannelFlow() {
        super(UPDATE_CHANNEL_FLOW, UpdateChannelFlowRequest.class);
    }

    @Override
    public Outcome<State> apply(State state, HandlerContext<UpdateChannelFlowRequest> context) {
        UpdateChannelFlowRequest request = context.request();
        ChannelFlowState flow =
                ChannelFlows.require(state, context.arn(request.channelFlowArn()), ChimeError.FORBIDDEN);
        ChannelFlowState updated = flow.with(
                request.name(),
                ChannelFlows.processors(
                        flow.appInstance(),
                        request.processors(),
                        state.quotas(),
                        QuotaConstraints.PROCESSORS_OF_AN_UPDATE),
                context.now());
        return new Outcome<>(
                state.with(updated),
                UpdateChannelFlowResponse.builder()
                        .channelFlowArn(flow.arn().text())
                        .build());
    }
}
