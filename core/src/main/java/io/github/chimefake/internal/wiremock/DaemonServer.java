package io.github.chimefake.internal.wiremock;

import static io.github.chimefake.internal.wiremock.Internals.call;
import static io.github.chimefake.internal.wiremock.Internals.field;
import static io.github.chimefake.internal.wiremock.Internals.read;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.Extensions;
import com.github.tomakehurst.wiremock.http.RequestHandler;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.function.UnaryOperator;
import org.wiremock.webhooks.Webhooks;

/**
 * A WireMock server whose threads are daemon threads, so that a fake that is never closed does not keep the JVM alive.
 *
 * <p>WireMock has no setting for this, and for some other things that a fake needs, so they are set through {@link Internals}. If
 * a name is missing in a later version, the server still works, and a warning says what it lacks.
 */
final class DaemonServer extends WireMockServer {
    private final Optional<ScheduledThreadPoolExecutor> webhooks;
    private final Optional<DelayedResponses> delayedResponses;

    /**
     * Creates a server.
     *
     * @param handler replaces the handler of all requests but those of the administration
     * @param adminHandler replaces the handler of requests to the administration
     */
    DaemonServer(
            WireMockConfiguration configuration,
            UnaryOperator<RequestHandler> handler,
            UnaryOperator<RequestHandler> adminHandler) {
        super(configuration);
        webServer("requests that WireMock cannot read get a page of HTML", server -> server.replaceHandler(handler));
        webServer("requests to its administration have no limits", server -> server.replaceAdminHandler(adminHandler));
        webServer("it may accept WebSockets, on which nothing is sent", WebServer::removeWebSockets);
        webServer("long requests get a page of HTML", WebServer::raiseLimits);
        this.webhooks = webhooks();
        webhooks.ifPresent(pool -> pool.setThreadFactory(daemonFactory("chime-messaging-fake-webhook")));
        this.delayedResponses = delayedResponses();
    }

    /**
     * Sets the threads up at each start, because users may stop the server and start it again, and a stop discards the
     * scheduler.
     */
    @Override
    public void start() {
        webServer(
                "the JVM stays alive until the fake is closed",
                server -> server.makeDaemons(DaemonServer::daemonScheduler));
        delayedResponses.ifPresent(DelayedResponses::keepThreads);
        super.start();
    }

    @Override
    public void stop() {
        super.stop();
        delayedResponses.ifPresent(DelayedResponses::discard);
    }

    /** Closes the port. Connections stay open. */
    void closePort() {
        change("offline()", WebServer::closePort);
    }

    /** Closes all connections, after the port was closed, and discards delayed responses. */
    void closeConnections() {
        change("offline()", WebServer::closeConnections);
        delayedResponses.ifPresent(DelayedResponses::discard);
    }

    /** Listens again, on the given port. */
    void listen(int port) {
        delayedResponses.ifPresent(DelayedResponses::keepThreads);
        change("online()", server -> server.listen(port, DaemonServer::daemonScheduler));
    }

    private void change(String call, Setup change) {
        try {
            change.apply(new WebServer(read(this, "httpServer")));
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(
                    call + ": this version of WireMock failed to do it. Stop the fake with stop() instead", failure);
        }
    }

    /** Returns whether a delayed response is waiting or being sent. */
    boolean hasDelayedResponses() {
        return delayedResponses.filter(DelayedResponses::arePending).isPresent();
    }

    private interface Setup {
        void apply(WebServer server) throws ReflectiveOperationException;
    }

    private void webServer(String consequence, Setup setup) {
        try {
            setup.apply(new WebServer(read(this, "httpServer")));
        } catch (ReflectiveOperationException | RuntimeException unknown) {
            warn(consequence, unknown);
        }
    }

    /**
     * Returns the pool that the scheduler would create itself, but with daemon threads. The scheduler shuts it down
     * when it stops.
     */
    private static ScheduledThreadPoolExecutor daemonScheduler() {
        ScheduledThreadPoolExecutor pool =
                new ScheduledThreadPoolExecutor(1, daemonFactory("chime-messaging-fake-scheduler"));
        pool.setRemoveOnCancelPolicy(true);
        return pool;
    }

    private Optional<ScheduledThreadPoolExecutor> webhooks() {
        try {
            Extensions extensions = (Extensions) call(read(this, "wireMockApp"), "getExtensions");
            for (Webhooks found : extensions.ofType(Webhooks.class).values()) {
                return Optional.ofNullable((ScheduledThreadPoolExecutor) read(found, "scheduler"));
            }
        } catch (ReflectiveOperationException | RuntimeException unknown) {
            warn("a webhook keeps the JVM alive", unknown);
        }
        return Optional.empty();
    }

    /**
     * Takes the pool of delayed responses from WireMock, which would otherwise shut it down at a stop and send what is
     * waiting nevertheless.
     */
    private Optional<DelayedResponses> delayedResponses() {
        try {
            Object httpServer = read(this, "httpServer");
            ScheduledThreadPoolExecutor pool =
                    (ScheduledThreadPoolExecutor) read(httpServer, "scheduledExecutorService");
            field(httpServer.getClass(), "scheduledExecutorService").set(httpServer, null);
            return Optional.of(new DelayedResponses(pool, daemonFactory("chime-messaging-fake-delayed-response")));
        } catch (ReflectiveOperationException | RuntimeException unknown) {
            warn("a delayed response keeps the JVM alive, and is sent after the fake is closed", unknown);
            return Optional.empty();
        }
    }

    /** Stops the webhook threads, which WireMock does not stop itself. Pending webhooks are discarded. */
    void stopWebhooks() {
        webhooks.ifPresent(ScheduledThreadPoolExecutor::shutdownNow);
    }

    private static ThreadFactory daemonFactory(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    private static void warn(String consequence, Exception unknown) {
        System.getLogger(DaemonServer.class.getName())
                .log(
                        Level.WARNING,
                        "This version of WireMock cannot be set up as the fake needs it; " + consequence,
                        unknown);
    }
}
