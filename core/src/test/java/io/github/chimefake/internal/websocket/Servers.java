package io.github.chimefake.internal.websocket;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The servers of one test. */
final class Servers implements AutoCloseable {
    private static final Duration LONG = Duration.ofSeconds(30);

    /** Settings with which nothing happens because a machine is slow. */
    static final WebSocketSettings PATIENT =
            WebSocketSettings.DEFAULTS.withTimeouts(new WebSocketSettings.Timeouts(LONG, LONG, LONG));

    private final List<WebSocketServer> servers = new ArrayList<>();

    WebSocketServer start(WebSocketSettings settings, WebSocketHandler handler) {
        WebSocketServer server =
                WebSocketServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), settings, handler);
        servers.add(server);
        return server;
    }

    /** Starts a server that accepts everything. */
    WebSocketServer accepting(WebSocketSettings settings, Supplier<WebSocketListener> listeners) {
        return start(settings, request -> new Upgrade.Accept(listeners.get()));
    }

    @Override
    public void close() {
        servers.forEach(WebSocketServer::close);
    }
}
