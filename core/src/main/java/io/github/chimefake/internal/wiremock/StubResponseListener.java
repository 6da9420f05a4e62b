package io.github.chimefake.internal.wiremock;

import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ServeEventListener;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

/**
 * Tells the gateway of calls that a stub of the user's answers, so that they stand in the journal too. Being told last of every
 * call, it is where calls end.
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
        // A late call was refused before WireMock looked for a stub, so it has none.
        if (event.getStubMapping() != null
                && event.getWasMatched()
                && !event.getStubMapping().getId().equals(CatchAllStub.ID)) {
            gateway.get()
                    .answeredByStub(
                            WireMockMessages.toHttpCall(event.getRequest()),
                            WireMockMessages.toHttpAnswer(event.getResponse()));
        }
    }

    @Override
    public void afterComplete(ServeEvent event, Parameters parameters) {
        requests.end();
    }

    @Override
    public String getName() {
        return "chime-messaging-fake-calls";
    }
}
