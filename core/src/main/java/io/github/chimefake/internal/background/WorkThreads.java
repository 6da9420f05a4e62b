package io.github.chimefake.internal.background;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The threads of background work, started on demand. There is no maximum, because user code that hangs must not hold up
 * the work of other channels. Guarded by the lock of {@link BackgroundWork}.
 */
final class WorkThreads {
    private static final long KEPT_MILLIS = 100;

    private @Nullable ThreadPoolExecutor pool;

    void start(Runnable work) {
        ThreadPoolExecutor current = pool;
        if (current == null) {
            current = new ThreadPoolExecutor(
                    0,
                    Integer.MAX_VALUE,
                    KEPT_MILLIS,
                    TimeUnit.MILLISECONDS,
                    new SynchronousQueue<>(),
                    WorkThreads::daemon);
            pool = current;
        }
        current.execute(work);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "chime-messaging-fake-background");
        thread.setDaemon(true);
        return thread;
    }

    /** Ends the threads that have no work. The others end after their work. */
    void end() {
        if (pool != null) {
            pool.shutdown();
        }
    }
}
