package io.github.chimefake.internal.identity.appinstances;

import static io.github.chimefake.Operation.LIST_APP_INSTANCE_ADMINS;

import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.common.ListScope;
import io.github.chimefake.internal.common.Paging;
import io.github.chimefake.internal.common.Paging.Page;
import io.github.chimefake.internal.directory.AppInstance;
import io.github.chimefake.internal.directory.AppInstances;
import io.github.chimefake.internal.directory.Directory;
import io.github.chimefake.internal.identity.views.Views;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Query;
import software.amazon.awssdk.services.chimesdkidentity.model.ListAppInstanceAdminsRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.ListAppInstanceAdminsResponse;

/**
 * Lists the admins of an app instance. Observed: including bots. Assumed: in the order of their ARNs; 403 for an
 * unknown app instance.
 */
public final class ListAppInstanceAdmins extends Query<Directory, ListAppInstanceAdminsRequest> {
    public ListAppInstanceAdmins() {
        super(LIST_APP_INSTANCE_ADMINS, ListAppInstanceAdminsRequest.class);
    }

    @Override
    public ListAppInstanceAdminsResponse respond(
            Directory directory, HandlerContext<ListAppInstanceAdminsRequest> context) {
        ListAppInstanceAdminsRequest request = context.request();
        AppInstance appInstance = AppInstances.require(directory, context.arn(request.appInstanceArn()));
        Paging paging =
                Paging.of(operation(), ListScope.of(appInstance.arn()), request.maxResults(), request.nextToken());
        Page<MemberArn> page = paging.page(appInstance.admins(), MemberArn.class);
        return ListAppInstanceAdminsResponse.builder()
                .appInstanceArn(appInstance.arn().text())
                .appInstanceAdmins(
                        page.map(arn -> Views.adminSummary(directory.user(arn).orElseThrow())))
                .nextToken(page.nextToken())
                .build();
    }
}
