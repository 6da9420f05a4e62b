package io.github.chimefake.internal.wiremock;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.global.GlobalSettings;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import io.github.chimefake.internal.gateway.Gateway;
import io.github.chimefake.internal.http.HostNames;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** A running WireMock server that serves one fake after another, through the gateway of the current fake. */
final class ReusableServer {
    private final DaemonServer wireMock;
    private final ListeningPort port;
    private final CatchAllStub catchAll;
    private final CurrentGateway gateway;
    private final ActiveRequests requests;
    private final AdminApiFilter adminApi;
    private final URI uri;
    private final WireMockEndpoint.Snapshot initialState;

    /** Creates a wrapper for a server that has just been started. */
    ReusableServer(
            InetAddress address,
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
        // WireMock no longer reports its port after it has stopped, but messages still need it.
        this.uri = URI.create("http://" + hostFor(address) + ":" + wireMock.port());
        this.port = new ListeningPort(wireMock, address, uri.getPort());
        this.initialState = snapshot();
    }

    /** Returns the host at which programs on this machine reach a server that listens at the given address. */
    private static String hostFor(InetAddress address) {
        if (address.isAnyLocalAddress()) {
            return address instanceof Inet6Address ? "[::1]" : WireMockEndpoint.LOOPBACK;
        }
        return HostNames.of(address);
    }

    URI uri() {
        return uri;
    }

    /** Returns the WireMock server, and enables its HTTP admin API. */
    WireMockServer unwrap() {
        adminApi.enable(uri.getPort());
        return wireMock;
    }

    WireMockEndpoint.Snapshot initialState() {
        return initialState;
    }

    WireMockEndpoint.Snapshot snapshot() {
        GlobalSettings settings = wireMock.getGlobalSettings().getSettings();
        return new WireMockEndpoint.Snapshot(userStubs(), settings, port.isOpen());
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

    /** Delegates to another gateway. */
    void setGateway(Gateway other) {
        gateway.set(other);
    }

    /**
     * Waits until no request is active.
     *
     * @return false if one still is after the timeout, or if a delayed response is waiting, for which there is no reason to wait
     */
    boolean awaitRequests(Duration timeout) {
        return !wireMock.hasDelayedResponses() && requests.awaitNone(timeout) && !wireMock.hasDelayedResponses();
    }

    boolean isRunning() {
        return wireMock.isRunning();
    }

    /** Returns the port on which the server listens. */
    ListeningPort port() {
        return port;
    }

    /** Returns whether the current thread is processing a request of this server. */
    boolean isOnRequestThread() {
        return requests.isCurrentThread();
    }

    /** Stops the server. Stopping twice does nothing. */
    void stop() {
        try {
            if (isOnRequestThread()) {
                stop(wireMock); // Jetty does not wait for the thread that stops it, but would wait for this one.
            } else {
                Uninterruptibles.run(() -> stop(wireMock));
            }
        } finally {
            port.release();
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
