package io.github.chimefake.internal.identity;

import static io.github.chimefake.Operation.DESCRIBE_APP_INSTANCE_ADMIN;

import software.amazon.awssdk.services.chimesdkidentity.model.DescribeAppInstanceAdminRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.DescribeAppInstanceAdminResponse;

/** Describes an admin. Assumed: 403 for one who is none, as the model has no 404 here. */
final class DescribeAppInstanceAdmin extends Query<DescribeAppInstanceAdminRequest> {
    DescribeAppInstanceAdmin() {
        super(DESCRIBE_APP_INSTANCE_ADMIN, DescribeAppInstanceAdminRequest.class);
    }

    @Override
    DescribeAppInstanceAdminResponse answer(
            Directory directory, Invocation<DescribeAppInstanceAdminRequest> invocation) {
        DescribeAppInstanceAdminRequest request = invocation.request();
        AppInstance appInstance = AppInstances.require(directory, request.appInstanceArn());
        return DescribeAppInstanceAdminResponse.builder()
                .appInstanceAdmin(
                        Views.admin(Users.requireAdmin(appInstance, directory, request.appInstanceAdminArn())))
                .build();
    }
}
