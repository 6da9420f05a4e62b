package io.github.chimefake.internal.identity;

import static io.github.chimefake.Operation.LIST_APP_INSTANCE_BOTS;

import io.github.chimefake.internal.service.Paging;
import io.github.chimefake.internal.service.Paging.Page;
import software.amazon.awssdk.services.chimesdkidentity.model.ListAppInstanceBotsRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.ListAppInstanceBotsResponse;

/** Lists the bots of an app instance. Assumed: in the order of their ARNs; 403 for an unknown app instance. */
final class ListAppInstanceBots extends Query<ListAppInstanceBotsRequest> {
    ListAppInstanceBots() {
        super(LIST_APP_INSTANCE_BOTS, ListAppInstanceBotsRequest.class);
    }

    @Override
    ListAppInstanceBotsResponse answer(Directory directory, Invocation<ListAppInstanceBotsRequest> invocation) {
        ListAppInstanceBotsRequest request = invocation.request();
        AppInstance appInstance = AppInstances.require(directory, request.appInstanceArn());
        Paging paging = Paging.of(operation(), appInstance.arn(), request.maxResults(), request.nextToken());
        Page<AppInstanceUser> page = paging.page(directory.botsOf(appInstance.arn()));
        return ListAppInstanceBotsResponse.builder()
                .appInstanceArn(appInstance.arn())
                .appInstanceBots(page.map(BotViews::summary))
                .nextToken(page.nextToken())
                .build();
    }
}
