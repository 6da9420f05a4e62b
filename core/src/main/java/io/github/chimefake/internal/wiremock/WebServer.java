package io.github.chimefake.internal.wiremock;

import static io.github.chimefake.internal.wiremock.Internals.call;
import static io.github.chimefake.internal.wiremock.Internals.field;
import static io.github.chimefake.internal.wiremock.Internals.read;

import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.RequestHandler;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /** These threads begin and end within microseconds, unless all threads are busy. */
    private static final Duration MAX_WAIT_FOR_ACCEPTORS = Duration.ofSeconds(1);

    private static final VarHandle ACCEPTOR = MethodHandles.arrayElementVarHandle(Thread[].class);

    private static final String STUB_HANDLER = StubRequestHandler.class.getName();
    private static final String ADMIN_HANDLER = AdminRequestHandler.class.getName();

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
        setSchedulers(schedulers);
    }

    private void setSchedulers(Supplier<ScheduledExecutorService> schedulers) throws ReflectiveOperationException {
        for (Object connector : connectors()) {
            Object jettyScheduler = call(connector, "getScheduler");
            Field pool = field(jettyScheduler.getClass(), "scheduler");
            if (pool.get(jettyScheduler) == null) {
                pool.set(jettyScheduler, schedulers.get());
            }
        }
    }

    /**
     * Closes the port. Connections stay open. Waits for the threads that accept connections to have begun, because one that begins
     * after the port is opened again would be one more, which nothing waits for.
     */
    void closePort() throws ReflectiveOperationException {
        for (Object connector : connectors()) {
            awaitAcceptors(connector, Objects::nonNull);
            connector.getClass().getMethod("close").invoke(connector);
        }
    }

    /**
     * Closes all connections after the port was closed. The rest of the server, which holds the stubs, keeps running. A thread
     * that is still in {@code accept} would be interrupted, and the JDK might then neither return nor close a connection.
     */
    void closeConnections() throws ReflectiveOperationException {
        for (Object connector : connectors()) {
            connector.getClass().getMethod("shutdown").invoke(connector);
            awaitAcceptors(connector, Objects::isNull);
            closeChannels(connector);
            connector.getClass().getMethod("stop").invoke(connector);
        }
    }

    /**
     * Closes the channels of all connections, after those that were accepted before are registered. When Jetty 11 stops, it leaves
     * open what is registered and has no endpoint yet.
     */
    private static void closeChannels(Object connector) throws ReflectiveOperationException {
        for (Object selector : (Collection<?>) call(call(connector, "getSelectorManager"), "getBeans")) {
            for (Method submit : selector.getClass().getMethods()) {
                if (submit.getName().equals("submit") && submit.getParameterCount() == 1) {
                    Class<?> update = submit.getParameterTypes()[0];
                    submit.invoke(
                            selector,
                            Proxy.newProxyInstance(
                                    update.getClassLoader(), new Class<?>[] {update}, WebServer::closeChannels));
                }
            }
        }
    }

    /** Implements the one method of Jetty's interface for what runs between two selections. */
    private static @Nullable Object closeChannels(Object proxy, Method method, Object @Nullable [] arguments)
            throws IOException {
        if (arguments != null && arguments[0] instanceof Selector selector) {
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
        }
        return null;
    }

    /** Waits until each place for a thread that accepts connections is as expected: taken or not. */
    private static void awaitAcceptors(Object connector, Predicate<Object> expected)
            throws ReflectiveOperationException {
        Thread[] acceptors = (Thread[]) read(connector, "_acceptors");
        long end = System.nanoTime() + MAX_WAIT_FOR_ACCEPTORS.toNanos();
        for (int i = 0; i < acceptors.length; i++) {
            while (!expected.test(ACCEPTOR.getVolatile(acceptors, i)) && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
        }
    }

    /** Listens again, on the given port. */
    void listen(int port, Supplier<ScheduledExecutorService> schedulers) throws ReflectiveOperationException {
        setSchedulers(schedulers);
        for (Object connector : connectors()) { // There is one, as the fake has no port for HTTPS.
            set(connector, "setPort", port);
            connector.getClass().getMethod("start").invoke(connector);
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
        replaceHandler(STUB_HANDLER, replacement);
    }

    /** Replaces the handler of requests to the administration, before the server is started. */
    void replaceAdminHandler(UnaryOperator<RequestHandler> replacement) throws ReflectiveOperationException {
        replaceHandler(ADMIN_HANDLER, replacement);
    }

    private void replaceHandler(String attribute, UnaryOperator<RequestHandler> replacement)
            throws ReflectiveOperationException {
        for (Object context : handlers(jetty)) {
            Object handler =
                    context.getClass().getMethod("getAttribute", String.class).invoke(context, attribute);
            if (handler != null) {
                context.getClass()
                        .getMethod("setAttribute", String.class, Object.class)
                        .invoke(context, attribute, replacement.apply((RequestHandler) handler));
                return;
            }
        }
        throw new NoSuchFieldException(attribute);
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
