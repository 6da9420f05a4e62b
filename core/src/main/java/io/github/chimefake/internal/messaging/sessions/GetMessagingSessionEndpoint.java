package io.github.chimefake.internal.messaging.sessions;

import static io.github.chimefake.Operation.GET_MESSAGING_SESSION_ENDPOINT;

import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Query;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetMessagingSessionEndpointRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetMessagingSessionEndpointResponse;

/**
 * Returns the endpoint of messaging sessions. Observed: a host without scheme and path. Assumed: the same for every
 * network type. Unless the test sets one, it is the host that the client used with the port of the fake's server of
 * sessions, which the first request starts. Actors always get this one, as a proxy need not be reachable from the fake.
 */
public final class GetMessagingSessionEndpoint extends Query<State, GetMessagingSessionEndpointRequest> {
    public GetMessagingSessionEndpoint() {
        super(GET_MESSAGING_SESSION_ENDPOINT, GetMessagingSessionEndpointRequest.class);
    }

    @Override
    public GetMessagingSessionEndpointResponse respond(
            State state, HandlerContext<GetMessagingSessionEndpointRequest> context) {
        return GetMessagingSessionEndpointResponse.builder()
                .endpoint(endpoint -> endpoint.url(context.sessionEndpoint().get()))
                .build();
    }
}
