package io.github.chimefake.internal.wiremock;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Starts and stops servers on a separate thread, which the caller cannot interrupt. An interrupt, for example of a test
 * that exceeds its timeout, would end either operation halfway, so that a port or thread would leak.
 */
final class Uninterruptibles {
    private Uninterruptibles() {}

    /** Runs the work on another thread and waits for it. The interrupt status of the calling thread is kept. */
    static void run(Runnable work) {
        try {
            CompletableFuture.runAsync(work, Uninterruptibles::onOtherThread).join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (failure.getCause() instanceof Error cause) {
                throw cause;
            }
            throw failure;
        }
    }

    private static void onOtherThread(Runnable work) {
        Thread thread = new Thread(work, "chime-messaging-fake-server");
        thread.setDaemon(true);
        thread.start();
    }
}
