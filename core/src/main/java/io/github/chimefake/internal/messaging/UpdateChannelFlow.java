package io.github.chimefake.internal.messaging;

import static io.github.chimefake.Operation.UPDATE_CHANNEL_FLOW;

import io.github.chimefake.ChimeError;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelFlowRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelFlowResponse;

/** Changes name and processors of a channel flow. Assumed: messages under way go on with the processors they met. */
final class UpdateChannelFlow extends Command<UpdateChannelFlowRequest> {
    UpdateChannelFlow() {
        super(UPDATE_CHANNEL_FLOW, UpdateChannelFlowRequest.class);
    }

    @Override
    Outcome apply(State state, Invocation<UpdateChannelFlowRequest> invocation) {
        UpdateChannelFlowRequest request = invocation.request();
        ChannelFlowState flow = ChannelFlows.require(state, request.channelFlowArn(), ChimeError.FORBIDDEN);
        ChannelFlowState updated = flow.with(
                request.name(),
                ChannelFlows.processors(
                        request.processors(), invocation.settings().quotas(), ChimeError.BAD_REQUEST),
                invocation.now());
        return new Outcome(
                state.with(updated),
                UpdateChannelFlowResponse.builder().channelFlowArn(flow.arn()).build());
    }
}
