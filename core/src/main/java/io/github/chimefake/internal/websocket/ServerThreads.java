package io.github.chimefake.internal.websocket;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads of one server, which keep no JVM alive: virtual ones on JDK 21 and later, of which there can be any number. */
final class ServerThreads {
    private static final String NAME = "chime-websocket-";
    private static final long MAX_IDLE_SECONDS = 5;

    private final ExecutorService workers;
    private final ScheduledThreadPoolExecutor timer;
    private final String name;

    /**
     * Creates threads.
     *
     * @param port is part of their names
     */
    ServerThreads(int port) {
        name = NAME + port;
        workers = workers();
        timer = new ScheduledThreadPoolExecutor(1, work -> daemon("timer", work));
        timer.setRemoveOnCancelPolicy(true);
    }

    private ExecutorService workers() {
        try { // The code is compiled for JDK 17, which has none of these.
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            Class<?> type = Class.forName("java.lang.Thread$Builder");
            builder = type.getMethod("name", String.class, long.class).invoke(builder, name + "-connection-", 1L);
            return (ExecutorService) Executors.class
                    .getMethod("newThreadPerTaskExecutor", ThreadFactory.class)
                    .invoke(null, type.getMethod("factory").invoke(builder));
        } catch (ReflectiveOperationException | UnsupportedOperationException noVirtualThreads) {
            return new ThreadPoolExecutor(
                    0,
                    Integer.MAX_VALUE,
                    MAX_IDLE_SECONDS,
                    TimeUnit.SECONDS,
                    new SynchronousQueue<>(),
                    work -> daemon("connection", work));
        }
    }

    /** Returns a thread that is not one of those that {@link #end} ends. */
    Thread daemon(String role, Runnable work) {
        Thread thread = new Thread(work, name + "-" + role);
        thread.setDaemon(true);
        return thread;
    }

    /** Runs work that may block. Returns false if that is not possible, because the server is closed or has too many threads. */
    boolean execute(Runnable work) {
        try {
            workers.execute(work);
            return true;
        } catch (RejectedExecutionException | OutOfMemoryError notPossible) {
            return false;
        }
    }

    /** Runs work that does not block after a time, unless the result is canceled before. */
    Future<?> after(Duration time, Runnable work) {
        try {
            return timer.schedule(work, time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException ended) {
            return new FutureTask<>(work, null);
        }
    }

    /** Accepts no more work. Returns whether all ended in this time. */
    boolean awaitEnd(Duration time) {
        workers.shutdown();
        try {
            return workers.awaitTermination(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Interrupts what still runs. */
    void end() {
        workers.shutdownNow();
        timer.shutdownNow();
    }
}
