package io.github.chimefake.wiremock;

import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ServeEventListener;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.github.chimefake.gateway.Gateway;

/** Tells the gateway of calls that a stub of the user's answers, so that they stand in the journal too. */
final class StubbedAnswerListener implements ServeEventListener {
    private final Gateway gateway;

    StubbedAnswerListener(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public void beforeResponseSent(ServeEvent event, Parameters parameters) {
        if (event.getWasMatched() && !event.getStubMapping().getId().equals(CatchAllStub.ID)) {
            gateway.answeredByStub(
                    WireMockRequests.toHttpCall(event.getRequest()),
                    event.getResponseDefinition().getStatus());
        }
    }

    @Override
    public String getName() {
        return "chime-messaging-fake-stubbed-answers";
    }
}
