package io.github.chimefake.internal.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.extension.StubLifecycleListener;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The stub with the lowest priority, which delegates to the gateway. Adds itself again after a reset of the stubs
 * removes it.
 */
final class CatchAllStub implements StubLifecycleListener {
    static final UUID ID = UUID.fromString("c41eface-0000-4000-8000-000000000000");

    private @Nullable WireMockServer server;

    void addTo(WireMockServer wireMock) {
        server = wireMock;
        add();
    }

    boolean isCatchAll(StubMapping stub) {
        return stub.getId().equals(ID);
    }

    private void add() {
        if (server != null) {
            server.stubFor(any(anyUrl())
                    .withId(ID)
                    .withName("everything that no other stub matches")
                    .atPriority(Integer.MAX_VALUE)
                    .willReturn(aResponse().withTransformers(GatewayTransformer.NAME)));
        }
    }

    @Override
    public void afterStubsReset() {
        add();
    }

    @Override
    public void afterStubRemoved(StubMapping stub) {
        if (isCatchAll(stub)) {
            add();
        }
    }

    @Override
    public String getName() {
        return "chime-messaging-fake-catch-all";
    }
}
