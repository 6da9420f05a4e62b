package io.github.chimefake.internal.sessions;

import io.github.chimefake.internal.sessions.MessagingSessions.ServerOptions;
import io.github.chimefake.internal.websocket.WebSocketHandler;
import io.github.chimefake.internal.websocket.WebSocketServer;
import io.github.chimefake.internal.websocket.WebSocketSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;

/** A running server of WebSocket connections. */
interface SocketServer {
    int port();

    /** Closes the port and all connections. */
    void close();

    /** Starts servers. */
    @FunctionalInterface
    interface Starter {
        /**
         * Starts a server.
         *
         * @throws java.io.UncheckedIOException if it cannot listen there
         */
        SocketServer start(InetAddress bind, ServerOptions options, WebSocketHandler handler);
    }

    /** Starts a real server. Its pings are off, because a test may change their interval while it runs. */
    static SocketServer start(InetAddress bind, ServerOptions options, WebSocketHandler handler) {
        WebSocketSettings plain = WebSocketSettings.DEFAULTS.withPingInterval(Duration.ZERO);
        WebSocketServer server = WebSocketServer.start(
                new InetSocketAddress(bind, options.port()),
                options.tls().map(plain::withTls).orElse(plain),
                handler);
        return new SocketServer() {
            @Override
            public int port() {
                return server.port();
            }

            @Override
            public void close() {
                server.close();
            }
        };
    }
}
