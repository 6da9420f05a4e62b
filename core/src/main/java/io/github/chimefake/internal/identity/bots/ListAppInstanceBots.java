package io.github.chimefake.internal.identity.bots;

import static io.github.chimefake.Operation.LIST_APP_INSTANCE_BOTS;

import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.common.ListScope;
import io.github.chimefake.internal.common.Paging;
import io.github.chimefake.internal.common.Paging.Page;
import io.github.chimefake.internal.directory.AppInstance;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.directory.AppInstances;
import io.github.chimefake.internal.directory.Directory;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Query;
import software.amazon.awssdk.services.chimesdkidentity.model.ListAppInstanceBotsRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.ListAppInstanceBotsResponse;

/** Lists the bots of an app instance. Assumed: in the order of their ARNs; 403 for an unknown app instance. */
public final class ListAppInstanceBots extends Query<Directory, ListAppInstanceBotsRequest> {
    public ListAppInstanceBots() {
        super(LIST_APP_INSTANCE_BOTS, ListAppInstanceBotsRequest.class);
    }

    @Override
    public ListAppInstanceBotsResponse respond(
            Directory directory, HandlerContext<ListAppInstanceBotsRequest> context) {
        ListAppInstanceBotsRequest request = context.request();
        AppInstance appInstance = AppInstances.require(directory, context.arn(request.appInstanceArn()));
        Paging paging =
                Paging.of(operation(), ListScope.of(appInstance.arn()), request.maxResults(), request.nextToken());
        Page<AppInstanceUser> page = paging.page(directory.botsOf(appInstance.arn()), MemberArn.class);
        return ListAppInstanceBotsResponse.builder()
                .appInstanceArn(appInstance.arn().text())
                .appInstanceBots(page.map(BotViews::summary))
                .nextToken(page.nextToken())
                .build();
    }
}
