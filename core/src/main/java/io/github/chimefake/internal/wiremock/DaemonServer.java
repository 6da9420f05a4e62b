package io.github.chimefake.internal.wiremock;

import static io.github.chimefake.internal.wiremock.Internals.call;
import static io.github.chimefake.internal.wiremock.Internals.field;
import static io.github.chimefake.internal.wiremock.Internals.read;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.Extensions;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import org.wiremock.webhooks.Webhooks;

/**
 * A WireMock server whose threads are daemon threads, so that a fake that is never closed does not keep the JVM alive.
 *
 * <p>WireMock has no setting for this, and the types of its web server have a different name in each artifact. So the
 * thread pools are accessed by reflection, through names that all artifacts share. If a name is missing, the server
 * still works, but keeps the JVM alive until it is stopped.
 */
final class DaemonServer extends WireMockServer {
    /**
     * How many connections may wait to be accepted. With Jetty's default of 50, a burst of requests loses some, and their clients
     * try again after a second.
     */
    private static final int MAX_PENDING_CONNECTIONS = 1_000;

    private final Optional<ScheduledThreadPoolExecutor> webhooks;
    private final Optional<DelayedResponses> delayedResponses;

    DaemonServer(WireMockConfiguration configuration) {
        super(configuration);
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
        try {
            configure(read(read(this, "httpServer"), "jettyServer"));
        } catch (ReflectiveOperationException | RuntimeException unknown) {
            warn("threads of its web server", unknown);
        }
        delayedResponses.ifPresent(DelayedResponses::keepThreads);
        super.start();
    }

    @Override
    public void stop() {
        super.stop();
        delayedResponses.ifPresent(DelayedResponses::discard);
    }

    /** Returns whether a delayed response is waiting or being sent. */
    boolean hasDelayedResponses() {
        return delayedResponses.filter(DelayedResponses::arePending).isPresent();
    }

    private static void configure(Object jetty) throws ReflectiveOperationException {
        Object threads = call(jetty, "getThreadPool");
        threads.getClass().getMethod("setDaemon", boolean.class).invoke(threads, true);
        for (Object connector : (Object[]) call(jetty, "getConnectors")) {
            connector.getClass().getMethod("setAcceptQueueSize", int.class).invoke(connector, MAX_PENDING_CONNECTIONS);
            Object scheduler = call(connector, "getScheduler");
            Field pool = field(scheduler.getClass(), "scheduler");
            if (pool.get(scheduler) == null) {
                pool.set(scheduler, daemonScheduler());
            }
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
            warn("threads of its webhooks", unknown);
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
            warn("threads of its delayed responses", unknown);
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

    private static void warn(String which, Exception unknown) {
        System.getLogger(DaemonServer.class.getName())
                .log(
                        Level.WARNING,
                        "The " + which + " are not daemons in this version of WireMock, so the JVM stays alive until"
                                + " the fake is closed",
                        unknown);
    }
}
