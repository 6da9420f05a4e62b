package io.github.chimefake.internal.wiremock;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Does what must not be left half done: starting and stopping a server. An interrupt, of a test that takes too long for example,
 * would end either in the middle, so that a port stays open or a thread stays behind.
 */
final class Uninterruptibles {
    private Uninterruptibles() {}

    /** Runs the work on another thread and waits for its end. If the calling thread is interrupted, it stays so. */
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
