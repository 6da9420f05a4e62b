package io.github.chimefake.internal.identity.users;

import static io.github.chimefake.Operation.LIST_APP_INSTANCE_USERS;

import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.common.ListScope;
import io.github.chimefake.internal.common.Paging;
import io.github.chimefake.internal.common.Paging.Page;
import io.github.chimefake.internal.directory.AppInstance;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.directory.AppInstances;
import io.github.chimefake.internal.directory.Directory;
import io.github.chimefake.internal.identity.views.Views;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Query;
import software.amazon.awssdk.services.chimesdkidentity.model.ListAppInstanceUsersRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.ListAppInstanceUsersResponse;

/**
 * Lists the users of an app instance, without bots. Assumed: in the order of their ARNs; 403 for an unknown app
 * instance.
 */
public final class ListAppInstanceUsers extends Query<Directory, ListAppInstanceUsersRequest> {
    public ListAppInstanceUsers() {
        super(LIST_APP_INSTANCE_USERS, ListAppInstanceUsersRequest.class);
    }

    @Override
    public ListAppInstanceUsersResponse respond(
            Directory directory, HandlerContext<ListAppInstanceUsersRequest> context) {
        ListAppInstanceUsersRequest request = context.request();
        AppInstance appInstance = AppInstances.require(directory, context.arn(request.appInstanceArn()));
        Paging paging =
                Paging.of(operation(), ListScope.of(appInstance.arn()), request.maxResults(), request.nextToken());
        Page<AppInstanceUser> page = paging.page(directory.usersOf(appInstance.arn()), MemberArn.class);
        return ListAppInstanceUsersResponse.builder()
                .appInstanceArn(appInstance.arn().text())
                .appInstanceUsers(page.map(Views::userSummary))
                .nextToken(page.nextToken())
                .build();
    }
}
