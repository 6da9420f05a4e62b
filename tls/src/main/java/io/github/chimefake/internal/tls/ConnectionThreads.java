package io.github.chimefake.internal.tls;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads that keep no JVM alive: virtual ones on JDK 21 and later, of which there can be any number. */
final class ConnectionThreads {
    private static final String NAME = "chime-messaging-fake-tls";

    private ConnectionThreads() {}

    static ExecutorService start() {
        try { // The code is compiled for JDK 17, which has no such method.
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException | UnsupportedOperationException noVirtualThreads) {
            return Executors.newCachedThreadPool(ConnectionThreads::daemon);
        }
    }

    static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, NAME);
        thread.setDaemon(true);
        return thread;
    }
}
