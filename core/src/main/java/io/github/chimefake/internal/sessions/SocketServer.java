package io.github.chimefake.internal.sessions;

import io.github.chimefake.internal.sessions.MessagingSessions.ServerOptions;
import io.github.chimefake.internal.websocket.WebSocketHandler;
import io.github.chimefake.internal.websocket.WebSocketServer;
import io.github.chimefake.internal.websocket.WebSocketSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

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

    /**
     * Returns what starts real servers.
     *
     * @param tls what a test has set about TLS, which comes before the options
     */
    static Starter starter(Supplier<Optional<SSLContext>> tls) {
        return (bind, options, handler) -> start(
                new InetSocketAddress(bind, options.port()),
                WebSocketSettings.DEFAULTS.withTls(() -> tls.get().or(options::tls)),
                handler);
    }

    private static SocketServer start(InetSocketAddress address, WebSocketSettings settings, WebSocketHandler handler) {
        WebSocketServer server = WebSocketServer.start(address, settings, handler);
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
