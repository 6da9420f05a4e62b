package io.github.chimefake.internal.messaging.flows;

import static io.github.chimefake.Operation.DESCRIBE_CHANNEL_FLOW;

import io.github.chimefake.ChimeError;
import io.github.chimefake.internal.messaging.state.ChannelFlowState;
import io.github.chimefake.internal.messaging.state.ChannelFlows;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.views.Views;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Query;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelFlowRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelFlowResponse;

/** Describes a channel flow. Assumed: 403 for an unknown flow, because the model has no 404 here. */
public final class DescribeChannelFlow extends Query<State, DescribeChannelFlowRequest> {
    public DescribeChannelFlow() {
        super(DESCRIBE_CHANNEL_FLOW, DescribeChannelFlowRequest.class);
    }

    @Override
    public DescribeChannelFlowResponse respond(State state, HandlerContext<DescribeChannelFlowRequest> context) {
        ChannelFlowState flow =
                ChannelFlows.require(state, context.arn(context.request().channelFlowArn()), ChimeError.FORBIDDEN);
        return DescribeChannelFlowResponse.builder()
                .channelFlow(Views.flow(flow))
                .build();
    }
}
