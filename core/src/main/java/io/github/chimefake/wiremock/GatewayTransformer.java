package io.github.chimefake.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.github.chimefake.call.ConnectionFault;
import io.github.chimefake.call.HttpAnswer;
import io.github.chimefake.gateway.Gateway;

/** Lets the gateway answer what the catch-all stub matched. */
final class GatewayTransformer implements ResponseDefinitionTransformerV2 {
    static final String NAME = "chime-messaging-fake";

    private final Gateway gateway;

    GatewayTransformer(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        HttpAnswer answer = gateway.answer(WireMockRequests.toHttpCall(event.getRequest()));
        ResponseDefinitionBuilder response = aResponse().withStatus(answer.status());
        answer.headers().forEach(response::withHeader);
        if (answer.body().length > 0) {
            response.withBody(answer.body());
        }
        if (!answer.delay().isZero()) {
            response.withFixedDelay(Math.toIntExact(answer.delay().toMillis()));
        }
        answer.connectionFault().ifPresent(fault -> response.withFault(toWireMock(fault)));
        return response.build();
    }

    private static Fault toWireMock(ConnectionFault fault) {
        return switch (fault) {
            case RESET -> Fault.CONNECTION_RESET_BY_PEER;
            case CLOSE -> Fault.EMPTY_RESPONSE;
        };
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
