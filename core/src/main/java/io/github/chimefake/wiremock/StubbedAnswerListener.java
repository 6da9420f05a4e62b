package io.github.chimefake.wiremock;

import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ServeEventListener;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.github.chimefake.gateway.Gateway;
import java.util.function.Supplier;

/** Tells the gateway of calls that a stub of the user's answers, so that they stand in the journal too. */
final class StubbedAnswerListener implements ServeEventListener {
    private final Supplier<Gateway> gateway;

    StubbedAnswerListener(Supplier<Gateway> gateway) {
        this.gateway = gateway;
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
                            event.getResponse().getStatus());
        }
    }

    @Override
    public String getName() {
        return "chime-messaging-fake-stubbed-answers";
    }
}
