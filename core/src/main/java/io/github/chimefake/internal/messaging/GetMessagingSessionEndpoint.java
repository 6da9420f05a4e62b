package io.github.chimefake.internal.messaging;

import static io.github.chimefake.Operation.GET_MESSAGING_SESSION_ENDPOINT;

import software.amazon.awssdk.services.chimesdkmessaging.model.GetMessagingSessionEndpointRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetMessagingSessionEndpointResponse;

/**
 * Tells where messaging sessions connect to. Observed: a host without scheme and path. Assumed: the same for every
 * network type.
 */
final class GetMessagingSessionEndpoint extends Query<GetMessagingSessionEndpointRequest> {
    GetMessagingSessionEndpoint() {
        super(GET_MESSAGING_SESSION_ENDPOINT, GetMessagingSessionEndpointRequest.class);
    }

    @Override
    GetMessagingSessionEndpointResponse answer(State state, Invocation<GetMessagingSessionEndpointRequest> invocation) {
        return GetMessagingSessionEndpointResponse.builder()
                .endpoint(endpoint -> endpoint.url(invocation.settings().messagingSessionEndpoint()))
                .build();
    }
}
