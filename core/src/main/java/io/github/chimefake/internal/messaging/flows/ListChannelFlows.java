package io.github.chimefake.internal.messaging.flows;

import static io.github.chimefake.Operation.LIST_CHANNEL_FLOWS;

import io.github.chimefake.ChimeError;
import io.github.chimefake.internal.arn.ChannelFlowArn;
import io.github.chimefake.internal.common.ListScope;
import io.github.chimefake.internal.common.Paging;
import io.github.chimefake.internal.common.Paging.Page;
import io.github.chimefake.internal.messaging.rules.AppInstances;
import io.github.chimefake.internal.messaging.state.AppInstanceMessaging;
import io.github.chimefake.internal.messaging.state.ChannelFlowState;
import io.github.chimefake.internal.messaging.state.ChannelFlows;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.views.Views;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Query;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelFlowsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelFlowsResponse;

/** Lists the channel flows of an app instance. Assumed: in the order of their ARNs. */
public final class ListChannelFlows extends Query<State, ListChannelFlowsRequest> {
    public ListChannelFlows() {
        super(LIST_CHANNEL_FLOWS, ListChannelFlowsRequest.class);
    }

    @Override
    public ListChannelFlowsResponse respond(State state, HandlerContext<ListChannelFlowsRequest> context) {
        ListChannelFlowsRequest request = context.request();
        AppInstanceMessaging appInstance =
                AppInstances.require(state, context.arn(request.appInstanceArn()), ChimeError.FORBIDDEN);
        Paging paging =
                Paging.of(operation(), ListScope.of(appInstance.arn()), request.maxResults(), request.nextToken());
        Page<ChannelFlowState> page = paging.page(ChannelFlows.of(state, appInstance.arn()), ChannelFlowArn.class);
        return ListChannelFlowsResponse.builder()
                .channelFlows(page.map(Views::flowSummary))
                .nextToken(page.nextToken())
                .build();
    }
}
