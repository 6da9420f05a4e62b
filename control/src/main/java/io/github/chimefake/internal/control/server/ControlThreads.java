package io.github.chimefake.internal.control.server;

import io.github.chimefake.internal.control.route.Waiting;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of a control API. All are daemons, so that a program with a control API ends as without it. */
public final class ControlThreads {
    /** A client that sends its body slowly holds one. */
    static final int MOST = 200;

    private static final int WAITS = 2;
    private static final long PAUSE_MILLIS = 10;

    private static final long IDLE_SECONDS = 5;

    private final AtomicInteger started = new AtomicInteger();
    private final ExecutorService requests = pool();

    /** Writes responses to requests that have waited, also while all threads for requests are held. */
    private final ExecutorService replies = pool();

    /** Has its own threads, as slow requests can hold all others. */
    private final ScheduledThreadPoolExecutor waits = new ScheduledThreadPoolExecutor(WAITS, this::thread);

    ControlThreads() {
        waits.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        waits.allowCoreThreadTimeOut(true);
    }

    private ExecutorService pool() {
        return new ThreadPoolExecutor(
                0, MOST, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), this::thread, this::retry);
    }

    /** Lets a task wait for a thread. The JDK's server would neither serve nor close a connection whose task is rejected. */
    private void retry(Runnable task, ThreadPoolExecutor pool) {
        if (pool.isShutdown()) {
            throw new RejectedExecutionException("The control API is closed");
        }
        later(() -> pool.execute(task));
    }

    private void later(Runnable task) {
        Future<?> unused =
                waits.schedule(task, PAUSE_MILLIS, TimeUnit.MILLISECONDS); // A task reports its failures itself.
    }

    private Thread thread(Runnable task) {
        return daemon(task, "chime-control-" + started.incrementAndGet());
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    ExecutorService requests() {
        return requests;
    }

    ExecutorService replies() {
        return replies;
    }

    /** Returns what lets requests wait without holding a thread. */
    public Waiting waiting() {
        return new Waiting(this::later);
    }

    /** Runs the action on a daemon, so that threads that it starts are daemons, too, and waits for its end. */
    void runOnDaemon(Runnable action) {
        Thread thread = daemon(action, "chime-control-start");
        thread.start();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    void close() {
        requests.shutdownNow();
        waits.shutdownNow();
        replies.shutdownNow();
    }
}
