package io.github.chimefake.internal.identity;

import static io.github.chimefake.Operation.DEREGISTER_APP_INSTANCE_USER_ENDPOINT;

import software.amazon.awssdk.services.chimesdkidentity.model.DeregisterAppInstanceUserEndpointRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.DeregisterAppInstanceUserEndpointResponse;

/** Takes a device from a user. Assumed: 403 for one that the user does not have, even if it had before. */
final class DeregisterAppInstanceUserEndpoint extends Command<DeregisterAppInstanceUserEndpointRequest> {
    DeregisterAppInstanceUserEndpoint() {
        super(DEREGISTER_APP_INSTANCE_USER_ENDPOINT, DeregisterAppInstanceUserEndpointRequest.class);
    }

    @Override
    Outcome apply(Directory directory, Invocation<DeregisterAppInstanceUserEndpointRequest> invocation) {
        DeregisterAppInstanceUserEndpointRequest request = invocation.request();
        AppInstanceUser user = UserEndpoints.owner(directory, request.appInstanceUserArn());
        UserEndpoint endpoint = UserEndpoints.require(user, request.endpointId());
        return new Outcome(
                directory.with(user.withEndpoints(user.endpoints().minus(endpoint.id()))),
                DeregisterAppInstanceUserEndpointResponse.builder().build());
    }
}
