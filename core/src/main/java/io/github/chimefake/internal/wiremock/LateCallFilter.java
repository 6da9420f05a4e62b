package io.github.chimefake.internal.wiremock;

import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.extension.requestfilter.StubRequestFilterV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.github.chimefake.internal.gateway.CallOrigin;
import java.util.Optional;

/**
 * A filter that fails requests of finished tests before WireMock looks for a stub, because the stubs belong to the
 * current test. It also marks the start of each request, because it is the first to see it.
 */
final class LateCallFilter implements StubRequestFilterV2 {
    private final CurrentGateway gateway;
    private final ActiveRequests requests;

    LateCallFilter(CurrentGateway gateway, ActiveRequests requests) {
        this.gateway = gateway;
        this.requests = requests;
    }

    @Override
    public RequestFilterAction filter(Request request, ServeEvent event) {
        requests.begin();
        return gateway.get()
                .respondIfLate(
                        Optional.ofNullable(request.getHeader(CallOrigin.HEADER)),
                        () -> WireMockMessages.toHttpRequest(request))
                .map(answer -> RequestFilterAction.stopWith(WireMockMessages.toResponseDefinition(answer)))
                .orElseGet(() -> RequestFilterAction.continueWith(request));
    }

    @Override
    public String getName() {
        return "chime-messaging-fake-late-calls";
    }
}
