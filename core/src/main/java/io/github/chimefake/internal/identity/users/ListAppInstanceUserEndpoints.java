package io.github.chimefake.internal.identity.users;

import static io.github.chimefake.Operation.LIST_APP_INSTANCE_USER_ENDPOINTS;

import io.github.chimefake.internal.common.ListScope;
import io.github.chimefake.internal.common.Paging;
import io.github.chimefake.internal.common.Paging.Page;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.directory.Directory;
import io.github.chimefake.internal.directory.UserEndpoint;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Query;
import software.amazon.awssdk.services.chimesdkidentity.model.ListAppInstanceUserEndpointsRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.ListAppInstanceUserEndpointsResponse;

/** Lists the endpoints of a user. Assumed: in the order of their ids. */
public final class ListAppInstanceUserEndpoints extends Query<Directory, ListAppInstanceUserEndpointsRequest> {
    public ListAppInstanceUserEndpoints() {
        super(LIST_APP_INSTANCE_USER_ENDPOINTS, ListAppInstanceUserEndpointsRequest.class);
    }

    @Override
    public ListAppInstanceUserEndpointsResponse respond(
            Directory directory, HandlerContext<ListAppInstanceUserEndpointsRequest> context) {
        ListAppInstanceUserEndpointsRequest request = context.request();
        AppInstanceUser user = UserEndpoints.owner(directory, context.arn(request.appInstanceUserArn()));
        Paging paging = Paging.of(operation(), ListScope.of(user.arn()), request.maxResults(), request.nextToken());
        Page<UserEndpoint> page = paging.page(user.endpoints());
        return ListAppInstanceUserEndpointsResponse.builder()
                .appInstanceUserEndpoints(page.map(endpoint -> UserEndpointViews.summary(user, endpoint)))
                .nextToken(page.nextToken())
                .build();
    }
}
