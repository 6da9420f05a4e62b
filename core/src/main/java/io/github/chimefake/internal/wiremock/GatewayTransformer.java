package io.github.chimefake.internal.wiremock;

import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

/** A transformer that lets the gateway produce the response of the catch-all stub. */
final class GatewayTransformer implements ResponseDefinitionTransformerV2 {
    static final String NAME = "chime-messaging-fake";

    private final CurrentGateway gateway;

    GatewayTransformer(CurrentGateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        return WireMockMessages.toResponseDefinition(
                gateway.get().respond(WireMockMessages.toHttpRequest(event.getRequest())));
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public String getName() {
        return NAME;
    }
}
