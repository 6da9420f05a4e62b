package io.github.chimefake.internal.wiremock;

import static io.github.chimefake.internal.wiremock.Internals.call;
import static io.github.chimefake.internal.wiremock.Internals.field;
import static io.github.chimefake.internal.wiremock.Internals.read;

import com.github.tomakehurst.wiremock.http.RequestHandler;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Settings of WireMock's web server for which WireMock has no option that exists in all its versions. */
final class WebServer {
    /**
     * How many connections may wait to be accepted. With Jetty's default of 50, a burst of requests loses some, and their clients
     * try again after a second.
     */
    private static final int MAX_PENDING_CONNECTIONS = 1_000;

    /** So that the fake says what is too long, and not Jetty, whose default is 8 KB and WireMock's 32 KB. */
    private static final int MAX_HEADER_BYTES = 256 * 1024;

    /** What starts WebSockets together with a context; nothing else of WireMock is started so. */
    private static final String WEB_SOCKETS = "ServletContainerInitializerStarter";

    private static final String STUB_HANDLER = StubRequestHandler.class.getName();

    private final Object jetty;

    /** Creates a view of the web server of a WireMock server. */
    WebServer(Object httpServer) throws ReflectiveOperationException {
        this.jetty = read(httpServer, "jettyServer");
    }

    private Object[] connectors() throws ReflectiveOperationException {
        return (Object[]) call(jetty, "getConnectors");
    }

    /**
     * Makes the threads daemon threads.
     *
     * @param schedulers makes the scheduler of a connector, which shuts it down when it stops
     */
    void makeDaemons(Supplier<ScheduledExecutorService> schedulers) throws ReflectiveOperationException {
        Object threads = call(jetty, "getThreadPool");
        threads.getClass().getMethod("setDaemon", boolean.class).invoke(threads, true);
        for (Object connector : connectors()) {
            Object jettyScheduler = call(connector, "getScheduler");
            Field pool = field(jettyScheduler.getClass(), "scheduler");
            if (pool.get(jettyScheduler) == null) {
                pool.set(jettyScheduler, schedulers.get());
            }
        }
    }

    /** Allows many connections and long headers. */
    void raiseLimits() throws ReflectiveOperationException {
        for (Object connector : connectors()) {
            set(connector, "setAcceptQueueSize", MAX_PENDING_CONNECTIONS);
            for (Object factory : (Collection<?>) call(connector, "getConnectionFactories")) {
                set(call(factory, "getHttpConfiguration"), "setRequestHeaderSize", MAX_HEADER_BYTES);
            }
        }
    }

    private static void set(Object target, String setter, int value) throws ReflectiveOperationException {
        target.getClass().getMethod(setter, int.class).invoke(target, value);
    }

    /** Replaces the handler of all requests but those of the administration, before the server is started. */
    void replaceHandler(UnaryOperator<RequestHandler> replacement) throws ReflectiveOperationException {
        for (Object context : handlers(jetty)) {
            Object handler =
                    context.getClass().getMethod("getAttribute", String.class).invoke(context, STUB_HANDLER);
            if (handler != null) {
                context.getClass()
                        .getMethod("setAttribute", String.class, Object.class)
                        .invoke(context, STUB_HANDLER, replacement.apply((RequestHandler) handler));
                return;
            }
        }
        throw new NoSuchFieldException(STUB_HANDLER);
    }

    /**
     * Hands requests to open a WebSocket to the fake as all others, before the server is started. WireMock 4 accepts them by itself,
     * and then sends nothing.
     */
    void removeWebSockets() throws ReflectiveOperationException {
        for (Object context : handlers(jetty)) {
            for (Object part : List.copyOf((Collection<?>) call(context, "getBeans"))) {
                if (part.getClass().getSimpleName().equals(WEB_SOCKETS)) {
                    context.getClass().getMethod("removeBean", Object.class).invoke(context, part);
                }
            }
        }
    }

    /** Returns the handlers below the given one that have attributes. */
    private static List<Object> handlers(Object parent) throws ReflectiveOperationException {
        List<Object> found = new ArrayList<>();
        Object children = call(parent, "getHandlers");
        for (Object child : children instanceof Object[] array ? List.of(array) : (Collection<?>) children) {
            if (has(child, "getHandlers")) {
                found.addAll(handlers(child));
            }
            if (has(child, "getAttribute", String.class)) {
                found.add(child);
            }
        }
        return found;
    }

    private static boolean has(Object target, String method, Class<?>... parameters) {
        return Stream.of(target.getClass().getMethods())
                .anyMatch(candidate ->
                        candidate.getName().equals(method) && Arrays.equals(candidate.getParameterTypes(), parameters));
    }
}
