package io.github.chimefake.internal.identity.appinstances;

import static io.github.chimefake.Operation.DELETE_APP_INSTANCE_ADMIN;

import io.github.chimefake.internal.directory.AppInstance;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.directory.AppInstances;
import io.github.chimefake.internal.directory.Directory;
import io.github.chimefake.internal.directory.Users;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Outcome;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkidentity.model.DeleteAppInstanceAdminRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.DeleteAppInstanceAdminResponse;

/**
 * Removes the admin role from a user or bot. Documented: the user or bot itself is not deleted. Assumed: the last admin
 * can be removed, too; 403 for a user that is not an admin, even if it was one before.
 */
public final class DeleteAppInstanceAdmin extends Command<Directory, DeleteAppInstanceAdminRequest> {
    public DeleteAppInstanceAdmin() {
        super(DELETE_APP_INSTANCE_ADMIN, DeleteAppInstanceAdminRequest.class);
    }

    @Override
    public Outcome<Directory> apply(Directory directory, HandlerContext<DeleteAppInstanceAdminRequest> context) {
        DeleteAppInstanceAdminRequest request = context.request();
        AppInstance appInstance = AppInstances.require(directory, context.arn(request.appInstanceArn()));
        AppInstanceUser admin = Users.requireAdmin(appInstance, directory, context.arn(request.appInstanceAdminArn()));
        return new Outcome<>(
                directory.with(admin.withAdminSince(Optional.empty())),
                DeleteAppInstanceAdminResponse.builder().build());
    }
}
