package io.github.chimefake.internal.wiremock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;

/**
 * The port on which a server listens. It can be closed and opened again while the server keeps running. While it is
 * closed, connections are refused, and the port is reserved as far as the operating system allows it.
 */
final class ListeningPort {
    /** After this time, another program must have taken the port. */
    private static final Duration MAX_WAIT = Duration.ofSeconds(1);

    private final DaemonServer server;
    private final InetAddress address;
    private final int port;
    private Optional<Socket> reservation = Optional.empty();
    private boolean open = true;

    /** Creates the port of a server that listens on it. */
    ListeningPort(DaemonServer server, InetAddress address, int port) {
        this.server = server;
        this.address = address;
        this.port = port;
    }

    synchronized boolean isOpen() {
        return open;
    }

    /** Closes the port and all connections. Closing twice does nothing. */
    synchronized void close() {
        if (open) {
            Uninterruptibles.run(server::closePort);
            open = false;
            reservation = reserveOnceFree();
            Uninterruptibles.run(server::closeConnections);
        }
    }

    /**
     * Returns the reservation when the port is free, which is some time after the server has closed it: as long as a
     * thread of it returns from {@code accept}, the operating system takes connections.
     */
    private Optional<Socket> reserveOnceFree() {
        long end = System.nanoTime() + MAX_WAIT.toNanos();
        Optional<Socket> reserved = reserve();
        while (reserved.isEmpty() && System.nanoTime() < end) {
            Thread.onSpinWait();
            reserved = reserve();
        }
        return reserved;
    }

    /**
     * Opens the port again, unless it is open.
     *
     * @throws UncheckedIOException if another program has the port; it can be opened later
     */
    synchronized void open() {
        if (open) {
            return;
        }
        release();
        try {
            Uninterruptibles.run(() -> server.listen(port));
            open = true;
        } catch (RuntimeException failure) {
            reservation = reserve();
            throw explained(failure);
        }
    }

    /**
     * Binds a socket to the port that does not listen. Otherwise, the operating system may give the port to any socket
     * that asks for a free one.
     */
    private Optional<Socket> reserve() {
        Socket bound = new Socket();
        try {
            bound.setReuseAddress(true); // Some of the connections that were closed still occupy the port for a minute.
            bound.bind(new InetSocketAddress(address, port));
            return Optional.of(bound);
        } catch (IOException taken) {
            close(bound);
            return Optional.empty();
        }
    }

    /** Ends the reservation of a closed port. */
    synchronized void release() {
        reservation.ifPresent(ListeningPort::close);
        reservation = Optional.empty();
    }

    private static void close(Socket bound) {
        try {
            bound.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RuntimeException explained(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException inUse) {
                return new UncheckedIOException(
                        "online(): port " + port + " of " + address.getHostAddress()
                                + " is in use by another program, which took it while the fake was offline. Stop that"
                                + " program and call online() again, or start another fake",
                        inUse);
            }
        }
        return failure;
    }
}
