package io.github.chimefake.internal.sessions;

import io.github.chimefake.internal.http.HostNames;
import io.github.chimefake.internal.sessions.MessagingSessions.ServerOptions;
import io.github.chimefake.internal.websocket.WebSocketHandler;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint of messaging sessions, whose server is started on first demand. While the fake is offline, the port is closed; afterwards
 * it is the same one.
 */
final class SessionEndpoint {
    private static final String LOOPBACK = "localhost";

    private final SocketServer.Starter starter;
    private final InetAddress bind;
    private final WebSocketHandler handler;
    private @Nullable SocketServer server;
    private int port;
    private ServerOptions options = ServerOptions.DEFAULT;
    private boolean online = true;
    private boolean ended;

    SessionEndpoint(SocketServer.Starter starter, InetAddress bind, WebSocketHandler handler) {
        this.starter = starter;
        this.bind = bind;
        this.handler = handler;
    }

    /** Sets how the server is started. Has no effect on one that is running. */
    synchronized void serveBy(ServerOptions other) {
        options = other;
    }

    /** Returns the port, and starts the server if it is not running and the fake is online. */
    synchronized int port() {
        if (server == null && online && !ended) {
            start();
        }
        return port;
    }

    /** Returns the endpoint for a client that reached the fake under this host, with or without a port. */
    String of(String hostOfClient) {
        String host =
                HostNames.parse(hostOfClient).map(HostNames.Authority::host).orElse(LOOPBACK);
        return host + ":" + port();
    }

    /** Closes or opens the port. Has no effect on a server that was never started. */
    synchronized void setOnline(boolean wanted) {
        online = wanted;
        if (!wanted) {
            close();
        } else if (server == null && port != 0 && !ended) {
            start();
        }
    }

    /** Closes the port for good. */
    synchronized void end() {
        ended = true;
        close();
    }

    private void start() {
        SocketServer started = starter.start(bind, port == 0 ? options : options.at(port), handler);
        server = started;
        port = started.port();
    }

    private void close() {
        if (server != null) {
            server.close();
            server = null;
        }
    }
}
