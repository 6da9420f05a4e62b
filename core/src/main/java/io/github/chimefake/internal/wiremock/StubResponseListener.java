package io.github.chimefake.internal.wiremock;

import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ServeEventListener;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

/**
 * A listener that records responses of user stubs in the journal. It also marks the end of each request, because it is
 * the last to see it, and lets the work in the background begin.
 */
final class StubResponseListener implements ServeEventListener {
    private final CurrentGateway gateway;
    private final ActiveRequests requests;

    StubResponseListener(CurrentGateway gateway, ActiveRequests requests) {
        this.gateway = gateway;
        this.requests = requests;
    }

    @Override
    public void beforeResponseSent(ServeEvent event, Parameters parameters) {
        // A late call fails before WireMock looks for a stub, so it has none.
        if (event.getStubMapping() != null
                && event.getWasMatched()
                && !event.getStubMapping().getId().equals(CatchAllStub.ID)) {
            gateway.get()
                    .recordStubResponse(
                            WireMockMessages.toHttpRequest(event.getRequest()), WireMockMessages.toHttpResponse(event));
        }
    }

    @Override
    public void afterComplete(ServeEvent event, Parameters parameters) {
        requests.end();
        gateway.get().responseSent();
    }

    @Override
    public String getName() {
        return "chime-messaging-fake-calls";
    }
}
