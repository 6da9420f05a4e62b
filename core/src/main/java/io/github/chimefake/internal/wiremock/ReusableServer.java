package io.github.chimefake.internal.wiremock;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.global.GlobalSettings;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import io.github.chimefake.internal.gateway.Gateway;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** A WireMock server that runs, in front of one gateway after the other. */
final class ReusableServer {
    private final DaemonServer wireMock;
    private final CatchAllStub catchAll;
    private final CurrentGateway gateway;
    private final ActiveRequests requests;
    private final AdminApiFilter adminApi;
    private final URI uri;
    private final WireMockEndpoint.Snapshot initialState;

    /** One that was just started. */
    ReusableServer(
            DaemonServer wireMock,
            CatchAllStub catchAll,
            CurrentGateway gateway,
            ActiveRequests requests,
            AdminApiFilter adminApi) {
        this.wireMock = wireMock;
        this.catchAll = catchAll;
        this.gateway = gateway;
        this.requests = requests;
        this.adminApi = adminApi;
        // WireMock knows its port no more once it has stopped; messages still name it then.
        this.uri = URI.create("http://" + WireMockEndpoint.LOOPBACK + ":" + wireMock.port());
        this.initialState = snapshot();
    }

    URI uri() {
        return uri;
    }

    /** WireMock itself, to be used from now on: over HTTP, too. */
    WireMockServer unwrap() {
        adminApi.enable(uri.getPort());
        return wireMock;
    }

    WireMockEndpoint.Snapshot initialState() {
        return initialState;
    }

    WireMockEndpoint.Snapshot snapshot() {
        GlobalSettings settings = wireMock.getGlobalSettings().getSettings();
        return new WireMockEndpoint.Snapshot(userStubs(), settings);
    }

    void clearRequests() {
        wireMock.resetRequests();
    }

    void restore(WireMockEndpoint.Snapshot snapshot) {
        clearRequests();
        wireMock.updateGlobalSettings(snapshot.settings());
        if (!userStubs().equals(snapshot.stubs())) {
            userStubs().forEach(wireMock::removeStubMapping);
            for (int oldest = snapshot.stubs().size() - 1; oldest >= 0; oldest--) {
                wireMock.addStubMapping(snapshot.stubs().get(oldest));
            }
        }
        if (!snapshot.stubs().isEmpty()) {
            wireMock.resetScenarios();
        }
    }

    private List<StubMapping> userStubs() {
        return wireMock.getStubMappings().stream()
                .filter(stub -> !catchAll.isCatchAll(stub))
                .toList();
    }

    /** Lets another gateway answer from now on. */
    void setGateway(Gateway other) {
        gateway.set(other);
    }

    boolean awaitRequests(Duration timeout) {
        return requests.awaitNone(timeout);
    }

    boolean isRunning() {
        return wireMock.isRunning();
    }

    /** Returns whether this thread serves a call of the server. */
    boolean isOnRequestThread() {
        return requests.isCurrentThread();
    }

    /** Stops the server. Stopping twice does nothing. */
    void stop() {
        if (isOnRequestThread()) {
            stop(wireMock); // The server spares the thread that stops it; on another one, it would wait for this one.
        } else {
            Uninterruptibles.run(() -> stop(wireMock));
        }
    }

    static void stop(DaemonServer wireMock) {
        try {
            wireMock.stop();
        } finally {
            wireMock.stopWebhooks();
        }
    }
}
