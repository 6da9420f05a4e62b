package io.github.chimefake.internal.messaging;

import static io.github.chimefake.Operation.LIST_CHANNEL_FLOWS;

import io.github.chimefake.ChimeError;
import io.github.chimefake.internal.service.Paging;
import io.github.chimefake.internal.service.Paging.Page;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelFlowsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelFlowsResponse;

/** Lists the channel flows of an app instance. Assumed: in the order of their ARNs. */
final class ListChannelFlows extends Query<ListChannelFlowsRequest> {
    ListChannelFlows() {
        super(LIST_CHANNEL_FLOWS, ListChannelFlowsRequest.class);
    }

    @Override
    ListChannelFlowsResponse answer(State state, Invocation<ListChannelFlowsRequest> invocation) {
        ListChannelFlowsRequest request = invocation.request();
        AppInstanceMessaging appInstance = AppInstances.require(state, request.appInstanceArn(), ChimeError.FORBIDDEN);
        Paging paging = Paging.of(operation(), appInstance.arn(), request.maxResults(), request.nextToken());
        Page<ChannelFlowState> page = paging.page(ChannelFlows.of(state, appInstance.arn()));
        return ListChannelFlowsResponse.builder()
                .channelFlows(page.map(Views::flowSummary))
                .nextToken(page.nextToken())
                .build();
    }
}
