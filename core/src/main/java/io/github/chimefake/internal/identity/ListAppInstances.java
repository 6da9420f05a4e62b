package io.github.chimefake.internal.identity;

import static io.github.chimefake.Operation.LIST_APP_INSTANCES;

import io.github.chimefake.internal.service.Paging;
import io.github.chimefake.internal.service.Paging.Page;
import software.amazon.awssdk.services.chimesdkidentity.model.ListAppInstancesRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.ListAppInstancesResponse;

/** Lists all app instances. Assumed: in the order of their ARNs. */
final class ListAppInstances extends Query<ListAppInstancesRequest> {
    ListAppInstances() {
        super(LIST_APP_INSTANCES, ListAppInstancesRequest.class);
    }

    @Override
    ListAppInstancesResponse answer(Directory directory, Invocation<ListAppInstancesRequest> invocation) {
        ListAppInstancesRequest request = invocation.request();
        Paging paging = Paging.of(operation(), "", request.maxResults(), request.nextToken());
        Page<AppInstance> page = paging.page(directory.appInstances());
        return ListAppInstancesResponse.builder()
                .appInstances(page.map(Views::appInstanceSummary))
                .nextToken(page.nextToken())
                .build();
    }
}
