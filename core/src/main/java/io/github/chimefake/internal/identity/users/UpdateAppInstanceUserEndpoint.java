package io.github.chimefake.internal.identity.users;

import static io.github.chimefake.Operation.UPDATE_APP_INSTANCE_USER_ENDPOINT;

import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.directory.Directory;
import io.github.chimefake.internal.directory.UserEndpoint;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Outcome;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkidentity.model.UpdateAppInstanceUserEndpointRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.UpdateAppInstanceUserEndpointResponse;

/**
 * Changes the name of an endpoint, or whether messages are sent to it. Documented: the model requires neither. Assumed:
 * absent members are unchanged.
 */
public final class UpdateAppInstanceUserEndpoint extends Command<Directory, UpdateAppInstanceUserEndpointRequest> {
    public UpdateAppInstanceUserEndpoint() {
        super(UPDATE_APP_INSTANCE_USER_ENDPOINT, UpdateAppInstanceUserEndpointRequest.class);
    }

    @Override
    public Outcome<Directory> apply(Directory directory, HandlerContext<UpdateAppInstanceUserEndpointRequest> context) {
        UpdateAppInstanceUserEndpointRequest request = context.request();
        AppInstanceUser user = UserEndpoints.owner(directory, context.arn(request.appInstanceUserArn()));
        UserEndpoint changed = UserEndpoints.require(user, request.endpointId())
                .updated(
                        Optional.ofNullable(request.name()),
                        Optional.ofNullable(request.allowMessagesAsString()),
                        context.now());
        return new Outcome<>(
                UserEndpoints.with(directory, user, changed),
                UpdateAppInstanceUserEndpointResponse.builder()
                        .appInstanceUserArn(user.arn().text())
                        .endpointId(changed.id())
                        .build());
    }
}
