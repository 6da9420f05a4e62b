package io.github.chimefake.internal.identity.appinstances;

import static io.github.chimefake.Operation.UPDATE_APP_INSTANCE;

import io.github.chimefake.internal.directory.AppInstance;
import io.github.chimefake.internal.directory.AppInstances;
import io.github.chimefake.internal.directory.Directory;
import io.github.chimefake.internal.directory.Profile;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Outcome;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkidentity.model.UpdateAppInstanceRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.UpdateAppInstanceResponse;

/**
 * Replaces name and metadata of an app instance. Documented: the model requires both. Assumed: both are replaced; 403
 * for an unknown app instance.
 */
public final class UpdateAppInstance extends Command<Directory, UpdateAppInstanceRequest> {
    public UpdateAppInstance() {
        super(UPDATE_APP_INSTANCE, UpdateAppInstanceRequest.class);
    }

    @Override
    public Outcome<Directory> apply(Directory directory, HandlerContext<UpdateAppInstanceRequest> context) {
        UpdateAppInstanceRequest request = context.request();
        AppInstance appInstance = AppInstances.require(directory, context.arn(request.appInstanceArn()));
        Profile profile = appInstance
                .profile()
                .replacedBy(request.name(), Optional.ofNullable(request.metadata()), context.now());
        return new Outcome<>(
                directory.with(appInstance.with(profile)),
                UpdateAppInstanceResponse.builder()
                        .appInstanceArn(appInstance.arn().text())
                        .build());
    }
}
