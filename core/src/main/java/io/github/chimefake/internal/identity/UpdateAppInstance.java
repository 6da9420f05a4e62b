package io.github.chimefake.internal.identity;

import static io.github.chimefake.Operation.UPDATE_APP_INSTANCE;

import java.util.Optional;
import software.amazon.awssdk.services.chimesdkidentity.model.UpdateAppInstanceRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.UpdateAppInstanceResponse;

/**
 * Gives an app instance another name and other metadata. Documented: the model requires both. Assumed: both are replaced;
 * 403 for an unknown one.
 */
final class UpdateAppInstance extends Command<UpdateAppInstanceRequest> {
    UpdateAppInstance() {
        super(UPDATE_APP_INSTANCE, UpdateAppInstanceRequest.class);
    }

    @Override
    Outcome apply(Directory directory, Invocation<UpdateAppInstanceRequest> invocation) {
        UpdateAppInstanceRequest request = invocation.request();
        AppInstance appInstance = AppInstances.require(directory, request.appInstanceArn());
        Profile profile = appInstance
                .profile()
                .replacedBy(request.name(), Optional.ofNullable(request.metadata()), invocation.now());
        return new Outcome(
                directory.with(appInstance.with(profile)),
                UpdateAppInstanceResponse.builder()
                        .appInstanceArn(appInstance.arn())
                        .build());
    }
}
