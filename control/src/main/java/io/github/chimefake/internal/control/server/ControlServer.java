package io.github.chimefake.internal.control.server;

import com.sun.net.httpserver.HttpServer;
import io.github.chimefake.internal.control.route.RouteTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** The HTTP server of the control API. All of its threads are daemons. */
public final class ControlServer implements AutoCloseable {
    private final HttpServer server;
    private final ControlThreads threads;

    private ControlServer(HttpServer server, ControlThreads threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Starts a server.
     *
     * @param address where it listens
     * @param advertised further hosts under which it may be called
     * @param token the token that requests need; empty if they need none
     * @param routes returns the routes
     * @param running returns whether the fake runs
     * @throws UncheckedIOException if it cannot listen at the address
     */
    public static ControlServer start(
            InetSocketAddress address,
            List<String> advertised,
            Optional<String> token,
            Function<ControlThreads, RouteTable> routes,
            BooleanSupplier running) {
        HttpServer server = bound(address);
        ControlThreads threads = new ControlThreads();
        Hosts hosts = new Hosts(address.getAddress(), advertised);
        Dispatcher dispatcher = new Dispatcher(routes.apply(threads), new AccessCheck(hosts, token), running);
        server.setExecutor(threads.requests());
        server.createContext("/", new ExchangeHandler(dispatcher, threads.replies()));
        threads.runOnDaemon(server::start);
        return new ControlServer(server, threads);
    }

    private static HttpServer bound(InetSocketAddress address) {
        try {
            return HttpServer.create(address, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The control API cannot listen at "
                            + address.getAddress().getHostAddress() + ", port " + address.getPort() + ": "
                            + e.getMessage()
                            + ". Choose another port, or 0 for a free one, and an address of this machine",
                    e);
        }
    }

    /** Returns whether the text is a host with or without a port. */
    public static boolean isHost(String text) {
        return Hosts.isValid(text);
    }

    /** Returns the address at which it listens. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    /** Stops listening, and ends all connections. */
    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
