package io.github.chimefake.internal.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A port that speaks TLS and forwards what it decrypts, byte by byte, to a server that speaks none. A connection lives as long as the one to
 * the server: where the server resets or closes, the client's is reset or closed, and where the server does not listen, it is reset before
 * the handshake.
 */
public final class TlsTermination implements AutoCloseable {
    private static final int BACKLOG = 1024;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long MAX_SECONDS_TO_END = 5;
    private static final Duration TO_HANDSHAKE = Duration.ofSeconds(30);
    private static final int MAX_CONNECTIONS = 1000;

    private final ServerSocket port;
    private final SSLContext context;
    private final InetSocketAddress target;
    private final ExecutorService threads = ConnectionThreads.start();
    private final Set<TlsConnection> connections = ConcurrentHashMap.newKeySet();

    private final Deadlines deadlines;
    private final int maxConnections;
    private final boolean acceptsPlain;

    private TlsTermination(
            ServerSocket port,
            SSLContext context,
            InetSocketAddress target,
            Duration toHandshake,
            int maxConnections,
            boolean acceptsPlain) {
        this.port = port;
        this.context = context;
        this.target = target;
        this.deadlines = new Deadlines(toHandshake);
        this.maxConnections = maxConnections;
        this.acceptsPlain = acceptsPlain;
    }

    /**
     * Opens the port.
     *
     * @param context the settings of TLS
     * @param address where to listen; port 0 for any free one
     * @param target the server that speaks no TLS
     * @throws UncheckedIOException if the port cannot be opened
     */
    public static TlsTermination start(SSLContext context, InetSocketAddress address, InetSocketAddress target) {
        return start(context, address, target, TO_HANDSHAKE, MAX_CONNECTIONS, false);
    }

    /**
     * Opens a port that forwards connections without TLS, too.
     *
     * @param context the settings of TLS
     * @param address where to listen; port 0 for any free one
     * @param target the server that speaks no TLS
     * @throws UncheckedIOException if the port cannot be opened
     */
    public static TlsTermination startAlsoPlain(
            SSLContext context, InetSocketAddress address, InetSocketAddress target) {
        return start(context, address, target, TO_HANDSHAKE, MAX_CONNECTIONS, true);
    }

    /**
     * Opens the port.
     *
     * @param toHandshake how long a client may take until the handshake is over
     * @param maxConnections how many connections are open at most; more are closed at once
     * @param acceptsPlain whether connections without TLS are forwarded as well
     */
    static TlsTermination start(
            SSLContext context,
            InetSocketAddress address,
            InetSocketAddress target,
            Duration toHandshake,
            int maxConnections,
            boolean acceptsPlain) {
        ServerSocket port = null;
        try {
            port = new ServerSocket();
            port.setReuseAddress(true);
            port.bind(address, BACKLOG);
        } catch (IOException e) {
            closeQuietly(port);
            throw new UncheckedIOException(
                    "Port " + address.getPort() + " for HTTPS cannot be opened at "
                            + address.getAddress().getHostAddress() + ": " + e.getMessage()
                            + ". Use another port, or 0 for any free one.",
                    e);
        }
        TlsTermination termination =
                new TlsTermination(port, context, target, toHandshake, maxConnections, acceptsPlain);
        ConnectionThreads.daemon(termination::accept).start();
        return termination;
    }

    /** Returns the port that is open. */
    public int port() {
        return port.getLocalPort();
    }

    private void accept() {
        while (!port.isClosed()) {
            try {
                serve(port.accept());
            } catch (IOException
                    | RuntimeException
                    | Error e) { // For example, there are too many open files or threads.
                if (!port.isClosed()) {
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
        }
    }

    private void serve(Socket client) {
        TlsConnection connection = new TlsConnection(client, context, target, threads, deadlines, acceptsPlain);
        if (connections.size() >= maxConnections) {
            connection.close();
            return;
        }
        connections.add(connection);
        try {
            threads.execute(() -> {
                try {
                    connection.serve();
                } finally {
                    connection.close();
                    connections.remove(connection);
                }
            });
        } catch (RejectedExecutionException
                | OutOfMemoryError notServed) { // It is closed, or there are too many threads.
            connection.close();
            connections.remove(connection);
        }
    }

    /** Closes the port and all connections. */
    @Override
    public void close() {
        closeQuietly(port);
        threads.shutdown();
        deadlines.close();
        connections.forEach(TlsConnection::close);
        try {
            if (!threads.awaitTermination(MAX_SECONDS_TO_END, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeQuietly(@Nullable ServerSocket port) {
        try {
            if (port != null) {
                port.close();
            }
        } catch (IOException e) {
            // It is not used any more.
        }
    }
}
