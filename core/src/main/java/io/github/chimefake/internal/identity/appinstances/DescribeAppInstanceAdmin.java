package io.github.chimefake.internal.identity.appinstances;

import static io.github.chimefake.Operation.DESCRIBE_APP_INSTANCE_ADMIN;

import io.github.chimefake.internal.directory.AppInstance;
import io.github.chimefake.internal.directory.AppInstances;
import io.github.chimefake.internal.directory.Directory;
import io.github.chimefake.internal.directory.Users;
import io.github.chimefake.internal.identity.views.Views;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Query;
import software.amazon.awssdk.services.chimesdkidentity.model.DescribeAppInstanceAdminRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.DescribeAppInstanceAdminResponse;

/** Describes an admin. Assumed: 403 for a user that is not an admin, because the model has no 404 here. */
public final class DescribeAppInstanceAdmin extends Query<Directory, DescribeAppInstanceAdminRequest> {
    public DescribeAppInstanceAdmin() {
        super(DESCRIBE_APP_INSTANCE_ADMIN, DescribeAppInstanceAdminRequest.class);
    }

    @Override
    public DescribeAppInstanceAdminResponse respond(
            Directory directory, HandlerContext<DescribeAppInstanceAdminRequest> context) {
        DescribeAppInstanceAdminRequest request = context.request();
        AppInstance appInstance = AppInstances.require(directory, context.arn(request.appInstanceArn()));
        return DescribeAppInstanceAdminResponse.builder()
                .appInstanceAdmin(Views.admin(
                        Users.requireAdmin(appInstance, directory, context.arn(request.appInstanceAdminArn()))))
                .build();
    }
}
