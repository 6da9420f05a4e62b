package io.github.chimefake.internal.websocket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A port that serves WebSocket connections (RFC 6455, version 13, without extensions and subprotocols). */
public final class WebSocketServer implements AutoCloseable {
    private static final int BACKLOG = 1024;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final Duration TO_GO_AWAY = Duration.ofMillis(500);
    private static final Duration TO_END = Duration.ofSeconds(5);

    private final ServerSocket port;
    private final WebSocketSettings settings;
    private final WebSocketHandler handler;
    private final ServerThreads threads;
    private final Set<Opening> open = ConcurrentHashMap.newKeySet();
    private final Thread acceptor;

    private WebSocketServer(ServerSocket port, WebSocketSettings settings, WebSocketHandler handler) {
        this.port = port;
        this.settings = settings;
        this.handler = handler;
        this.threads = new ServerThreads(port.getLocalPort());
        this.acceptor = threads.daemon("acceptor", this::accept);
    }

    /**
     * Opens the port.
     *
     * @param address where to listen; port 0 for any free one
     * @param handler decides about requests that open connections
     * @throws UncheckedIOException if the port cannot be opened
     */
    public static WebSocketServer start(
            InetSocketAddress address, WebSocketSettings settings, WebSocketHandler handler) {
        WebSocketServer server = new WebSocketServer(listen(address), settings, handler);
        server.acceptor.start();
        return server;
    }

    private static ServerSocket listen(InetSocketAddress address) {
        try {
            ServerSocket port = new ServerSocket();
            try {
                port.setReuseAddress(true);
                port.bind(address, BACKLOG);
                return port;
            } catch (IOException e) {
                port.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Port " + address.getPort() + " for WebSocket connections cannot be opened at "
                            + address.getHostString() + ": " + e.getMessage()
                            + ". Use another port, or 0 for a free one.",
                    e);
        }
    }

    /** Returns the port that is open. */
    public int port() {
        return port.getLocalPort();
    }

    private void accept() {
        while (!port.isClosed()) {
            Socket client;
            try {
                client = port.accept();
            } catch (IOException | RuntimeException | Error e) { // For example, there are too many open files.
                if (!port.isClosed()) {
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
                continue;
            }
            try {
                serve(client);
            } catch (IOException | RuntimeException | Error e) { // For example, the client is gone already.
                AcceptedSocket.reset(client);
            }
        }
    }

    private void serve(Socket client) throws IOException {
        Opening opening = new Opening(new AcceptedSocket(client), threads, settings, handler.accepted());
        if (open.size() >= settings.limits().connections()) {
            opening.reset();
            return;
        }
        open.add(opening);
        boolean served = threads.execute(() -> {
            try {
                opening.serve();
            } finally {
                open.remove(opening);
            }
        });
        if (!served || port.isClosed()) {
            opening.reset();
        }
        if (!served) {
            open.remove(opening);
        }
    }

    /**
     * Closes the port and all connections, with code 1001 behind what is queued. A client that does not read is not
     * waited for: its connection is reset.
     */
    @Override
    public void close() {
        try {
            port.close();
        } catch (IOException e) {
            // It is not used any more.
        }
        open.forEach(Opening::goAway);
        if (!threads.awaitEnd(TO_GO_AWAY)) {
            open.forEach(Opening::reset);
            threads.end();
            threads.awaitEnd(TO_END);
        }
        threads.end();
        awaitAcceptor();
    }

    private void awaitAcceptor() {
        try {
            acceptor.join(TO_END.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
