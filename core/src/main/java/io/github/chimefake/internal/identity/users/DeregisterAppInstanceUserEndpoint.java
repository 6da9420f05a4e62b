package io.github.chimefake.internal.identity.users;

import static io.github.chimefake.Operation.DEREGISTER_APP_INSTANCE_USER_ENDPOINT;

import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.directory.Directory;
import io.github.chimefake.internal.directory.UserEndpoint;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Outcome;
import software.amazon.awssdk.services.chimesdkidentity.model.DeregisterAppInstanceUserEndpointRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.DeregisterAppInstanceUserEndpointResponse;

/**
 * Removes an endpoint from a user. Assumed: 403 for an endpoint that the user does not have, even if it had it before.
 */
public final class DeregisterAppInstanceUserEndpoint
        extends Command<Directory, DeregisterAppInstanceUserEndpointRequest> {
    public DeregisterAppInstanceUserEndpoint() {
        super(DEREGISTER_APP_INSTANCE_USER_ENDPOINT, DeregisterAppInstanceUserEndpointRequest.class);
    }

    @Override
    public Outcome<Directory> apply(
            Directory directory, HandlerContext<DeregisterAppInstanceUserEndpointRequest> context) {
        DeregisterAppInstanceUserEndpointRequest request = context.request();
        AppInstanceUser user = UserEndpoints.owner(directory, context.arn(request.appInstanceUserArn()));
        UserEndpoint endpoint = UserEndpoints.require(user, request.endpointId());
        return new Outcome<>(
                directory.with(user.withEndpoints(user.endpoints().minus(endpoint.id()))),
                DeregisterAppInstanceUserEndpointResponse.builder().build());
    }
}
