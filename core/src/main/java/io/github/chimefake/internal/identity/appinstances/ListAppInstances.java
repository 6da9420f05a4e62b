package io.github.chimefake.internal.identity.appinstances;

import static io.github.chimefake.Operation.LIST_APP_INSTANCES;

import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.common.ListScope;
import io.github.chimefake.internal.common.Paging;
import io.github.chimefake.internal.common.Paging.Page;
import io.github.chimefake.internal.directory.AppInstance;
import io.github.chimefake.internal.directory.Directory;
import io.github.chimefake.internal.identity.views.Views;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Query;
import software.amazon.awssdk.services.chimesdkidentity.model.ListAppInstancesRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.ListAppInstancesResponse;

/** Lists all app instances. Assumed: in the order of their ARNs. */
public final class ListAppInstances extends Query<Directory, ListAppInstancesRequest> {
    public ListAppInstances() {
        super(LIST_APP_INSTANCES, ListAppInstancesRequest.class);
    }

    @Override
    public ListAppInstancesResponse respond(Directory directory, HandlerContext<ListAppInstancesRequest> context) {
        ListAppInstancesRequest request = context.request();
        Paging paging = Paging.of(operation(), ListScope.WHOLE, request.maxResults(), request.nextToken());
        Page<AppInstance> page = paging.page(directory.appInstances(), AppInstanceArn.class);
        return ListAppInstancesResponse.builder()
                .appInstances(page.map(Views::appInstanceSummary))
                .nextToken(page.nextToken())
                .build();
    }
}
