package io.github.chimefake.internal.messaging;

import static io.github.chimefake.Operation.DESCRIBE_CHANNEL_FLOW;

import io.github.chimefake.ChimeError;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelFlowRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelFlowResponse;

/** Describes a channel flow. Assumed: 403 for an unknown one, as the model has no 404 here. */
final class DescribeChannelFlow extends Query<DescribeChannelFlowRequest> {
    DescribeChannelFlow() {
        super(DESCRIBE_CHANNEL_FLOW, DescribeChannelFlowRequest.class);
    }

    @Override
    DescribeChannelFlowResponse answer(State state, Invocation<DescribeChannelFlowRequest> invocation) {
        ChannelFlowState flow =
                ChannelFlows.require(state, invocation.request().channelFlowArn(), ChimeError.FORBIDDEN);
        return DescribeChannelFlowResponse.builder()
                .channelFlow(Views.flow(flow))
                .build();
    }
}
