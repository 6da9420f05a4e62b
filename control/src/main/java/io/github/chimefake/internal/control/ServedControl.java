package io.github.chimefake.internal.control;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.control.ChimeControl;
import io.github.chimefake.internal.control.api.ControlRoutes;
import io.github.chimefake.internal.control.api.StartDocument;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.route.RouteTable;
import io.github.chimefake.internal.control.server.ControlServer;
import io.github.chimefake.internal.control.server.ControlThreads;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A control API that is served. */
public final class ServedControl implements ChimeControl {
    private final ControlServer server;
    private final RouteTable routes;

    private ServedControl(ControlServer server, RouteTable routes) {
        this.server = server;
        this.routes = routes;
    }

    /**
     * The settings of a control API.
     *
     * @param port the port; 0 for a free one
     * @param address the address to listen at
     * @param advertised further hosts under which it may be called
     * @param token the token that requests need; empty if they need none
     */
    public record Settings(int port, InetAddress address, List<String> advertised, Optional<String> token) {
        public Settings {
            advertised = List.copyOf(advertised);
        }

        /** Does not return the token. */
        @Override
        public String toString() {
            return address + ":" + port;
        }
    }

    /**
     * Starts a control API.
     *
     * @throws IllegalStateException if the fake is closed
     */
    public static ServedControl serve(ChimeMessagingServer chime, Settings settings) {
        if (!chime.isRunning()) {
            throw new IllegalStateException("ChimeControl.serve(chime): the fake is closed. Start another one");
        }
        AtomicReference<RouteTable> routes = new AtomicReference<>();
        ControlServer server = ControlServer.start(
                new InetSocketAddress(settings.address(), settings.port()),
                settings.advertised(),
                settings.token(),
                threads -> {
                    RouteTable table = routes(chime, threads, settings.token().isPresent());
                    routes.set(table);
                    return table;
                },
                chime::isRunning);
        return new ServedControl(server, Objects.requireNonNull(routes.get()));
    }

    private static RouteTable routes(ChimeMessagingServer chime, ControlThreads threads, boolean hasToken) {
        ControlledFake fake = new ControlledFake(chime, threads.waiting());
        RouteTable routes = ControlRoutes.of(fake, hasToken);
        fake.start();
        return routes;
    }

    /** Returns whether the text is a host with or without a port. */
    public static boolean isHost(String text) {
        return ControlServer.isHost(text);
    }

    /** Returns the form of documents with which a fake starts. */
    public StartDocument startDocument() {
        return new StartDocument(routes);
    }

    @Override
    public URI address() {
        InetSocketAddress address = server.address();
        String host = address.getAddress().isAnyLocalAddress()
                ? InetAddress.getLoopbackAddress().getHostAddress()
                : address.getAddress().getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort());
    }

    @Override
    public void close() {
        server.close();
    }

    /** Returns the address. */
    @Override
    public String toString() {
        return address().toString();
    }
}
