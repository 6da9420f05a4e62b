package io.github.chimefake.internal.identity.appinstances;

import static io.github.chimefake.Operation.DELETE_APP_INSTANCE;

import io.github.chimefake.internal.directory.AppInstance;
import io.github.chimefake.internal.directory.AppInstances;
import io.github.chimefake.internal.directory.Directory;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Outcome;
import software.amazon.awssdk.services.chimesdkidentity.model.DeleteAppInstanceRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.DeleteAppInstanceResponse;

/**
 * Deletes an app instance with all its resources. Documented: users, channels and all other data are deleted in the
 * background. Assumed: here they are deleted immediately; 403 for an unknown app instance.
 */
public final class DeleteAppInstance extends Command<Directory, DeleteAppInstanceRequest> {
    public DeleteAppInstance() {
        super(DELETE_APP_INSTANCE, DeleteAppInstanceRequest.class);
    }

    @Override
    public Outcome<Directory> apply(Directory directory, HandlerContext<DeleteAppInstanceRequest> context) {
        DeleteAppInstanceRequest request = context.request();
        AppInstance appInstance = AppInstances.require(directory, context.arn(request.appInstanceArn()));
        return new Outcome<>(
                directory.withoutAppInstance(appInstance.arn()),
                DeleteAppInstanceResponse.builder().build());
    }
}
