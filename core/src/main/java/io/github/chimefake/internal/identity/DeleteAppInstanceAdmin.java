package io.github.chimefake.internal.identity;

import static io.github.chimefake.Operation.DELETE_APP_INSTANCE_ADMIN;

import java.util.Optional;
import software.amazon.awssdk.services.chimesdkidentity.model.DeleteAppInstanceAdminRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.DeleteAppInstanceAdminResponse;

/**
 * Takes the role of an admin. Documented: the user or bot itself stays. Assumed: the last admin can go, too; 403 for one who
 * is none, even if it was before.
 */
final class DeleteAppInstanceAdmin extends Command<DeleteAppInstanceAdminRequest> {
    DeleteAppInstanceAdmin() {
        super(DELETE_APP_INSTANCE_ADMIN, DeleteAppInstanceAdminRequest.class);
    }

    @Override
    Outcome apply(Directory directory, Invocation<DeleteAppInstanceAdminRequest> invocation) {
        DeleteAppInstanceAdminRequest request = invocation.request();
        AppInstance appInstance = AppInstances.require(directory, request.appInstanceArn());
        AppInstanceUser admin = Users.requireAdmin(appInstance, directory, request.appInstanceAdminArn());
        return new Outcome(
                directory.with(admin.withAdminSince(Optional.empty())),
                DeleteAppInstanceAdminResponse.builder().build());
    }
}
