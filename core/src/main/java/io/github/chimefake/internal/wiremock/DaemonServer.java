package io.github.chimefake.internal.wiremock;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.Extensions;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;
import org.wiremock.webhooks.Webhooks;

/**
 * A WireMock server whose threads are daemon threads, so that a fake that is never closed does not keep the JVM alive.
 *
 * <p>WireMock has no setting for this, and the types of its web server have a different name in each artifact. So the
 * thread pools are accessed by reflection, through names that all artifacts share. If a name is missing, the server
 * still works, but keeps the JVM alive until it is stopped.
 */
final class DaemonServer extends WireMockServer {
    private final Optional<ScheduledThreadPoolExecutor> webhooks;

    DaemonServer(WireMockConfiguration configuration) {
        super(configuration);
        this.webhooks = webhooks();
        webhooks.ifPresent(pool -> pool.setThreadFactory(daemonFactory("chime-messaging-fake-webhook")));
    }

    /**
     * Sets the threads up at each start, because users may stop the server and start it again, and a stop discards the
     * scheduler.
     */
    @Override
    public void start() {
        try {
            makeDaemons(read(read(this, "httpServer"), "jettyServer"));
        } catch (ReflectiveOperationException | RuntimeException unknown) {
            warn("threads of its web server", unknown);
        }
        super.start();
    }

    private static void makeDaemons(@Nullable Object jetty) throws ReflectiveOperationException {
        Object threads = call(jetty, "getThreadPool");
        threads.getClass().getMethod("setDaemon", boolean.class).invoke(threads, true);
        for (Object connector : (Object[]) call(jetty, "getConnectors")) {
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

    private static Object call(@Nullable Object target, String method) throws ReflectiveOperationException {
        return nonNull(nonNull(target, method).getClass().getMethod(method).invoke(target), method);
    }

    private static Object read(Object target, String field) throws ReflectiveOperationException {
        return nonNull(field(target.getClass(), field).get(target), field);
    }

    private static Object nonNull(@Nullable Object value, String name) throws ReflectiveOperationException {
        if (value == null) {
            throw new NoSuchFieldException(name + " is null");
        }
        return value;
    }

    private static Field field(Class<?> type, String name) throws NoSuchFieldException {
        for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
            for (Field field : declaring.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field;
                }
            }
        }
        throw new NoSuchFieldException(type.getName() + "." + name);
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
