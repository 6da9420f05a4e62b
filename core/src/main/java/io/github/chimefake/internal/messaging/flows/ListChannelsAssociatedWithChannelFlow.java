package io.github.chimefake.internal.messaging.flows;

import static io.github.chimefake.Operation.LIST_CHANNELS_ASSOCIATED_WITH_CHANNEL_FLOW;

import io.github.chimefake.ChimeError;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.common.ListScope;
import io.github.chimefake.internal.common.Paging;
import io.github.chimefake.internal.common.Paging.Page;
import io.github.chimefake.internal.messaging.state.ChannelFlowState;
import io.github.chimefake.internal.messaging.state.ChannelFlows;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.views.Views;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Query;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsAssociatedWithChannelFlowRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsAssociatedWithChannelFlowResponse;

/** Lists the channels that have a flow. Assumed: in the order of their ARNs. */
public final class ListChannelsAssociatedWithChannelFlow
        extends Query<State, ListChannelsAssociatedWithChannelFlowRequest> {
    public ListChannelsAssociatedWithChannelFlow() {
        super(LIST_CHANNELS_ASSOCIATED_WITH_CHANNEL_FLOW, ListChannelsAssociatedWithChannelFlowRequest.class);
    }

    @Override
    public ListChannelsAssociatedWithChannelFlowResponse respond(
            State state, HandlerContext<ListChannelsAssociatedWithChannelFlowRequest> context) {
        ListChannelsAssociatedWithChannelFlowRequest request = context.request();
        ChannelFlowState flow =
                ChannelFlows.require(state, context.arn(request.channelFlowArn()), ChimeError.FORBIDDEN);
        Paging paging = Paging.of(operation(), ListScope.of(flow.arn()), request.maxResults(), request.nextToken());
        Page<ChannelArn> page = paging.page(flow.channels(), ChannelArn.class);
        return ListChannelsAssociatedWithChannelFlowResponse.builder()
                .channels(
                        page.map(arn -> Views.flowAssociation(state.channel(arn).orElseThrow())))
                .nextToken(page.nextToken())
                .build();
    }
}
