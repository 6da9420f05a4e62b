package io.github.chimefake.wiremock;

import com.github.tomakehurst.wiremock.extension.requestfilter.AdminRequestFilterV2;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.Optional;

/**
 * Notes that somebody used WireMock's admin API, after which nobody knows what a server holds; and refuses to let anybody use it
 * while no fake has the server.
 */
final class AdminCallFilter implements AdminRequestFilterV2 {
    private final CurrentGateway gateway;
    private volatile boolean used;

    AdminCallFilter(CurrentGateway gateway) {
        this.gateway = gateway;
    }

    boolean wasUsed() {
        return used;
    }

    @Override
    public RequestFilterAction filter(Request request, ServeEvent event) {
        used = true; // First: a server that is given back meanwhile either sees this or has the call refused.
        return gateway.get()
                .answerIfLate(Optional.empty(), () -> WireMockMessages.toHttpCall(request))
                .map(answer -> RequestFilterAction.stopWith(WireMockMessages.toResponseDefinition(answer)))
                .orElseGet(() -> RequestFilterAction.continueWith(request));
    }

    @Override
    public String getName() {
        return "chime-messaging-fake-admin-calls";
    }
}
