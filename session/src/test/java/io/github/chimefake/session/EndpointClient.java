package io.github.chimefake.session;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetMessagingSessionEndpointRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetMessagingSessionEndpointResponse;

/** A client that knows where the server is, and counts who asks. */
final class EndpointClient implements ChimeSdkMessagingClient {
    private final Supplier<String> endpoint;
    private final AtomicInteger lookups = new AtomicInteger();

    EndpointClient(Supplier<String> endpoint) {
        this.endpoint = endpoint;
    }

    int lookups() {
        return lookups.get();
    }

    @Override
    public GetMessagingSessionEndpointResponse getMessagingSessionEndpoint(GetMessagingSessionEndpointRequest request) {
        lookups.incrementAndGet();
        String url = endpoint.get();
        return GetMessagingSessionEndpointResponse.builder()
                .endpoint(answer -> answer.url(url))
                .build();
    }

    @Override
    public String serviceName() {
        return "chime";
    }

    @Override
    public void close() {}
}
