package io.github.chimefake.standalone;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The end of the program: requested by a signal or by the end of standard input, and finished when the fake is closed. */
final class Shutdown {
    /** A signal must end the program, even if the fake does not close. */
    private static final long MAX_SECONDS = 10;

    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);

    void request() {
        requested.countDown();
    }

    /** Requests the end, and waits until the fake is closed. Called when the JVM ends. */
    void requestAndWait() {
        request();
        try {
            if (!finished.await(MAX_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("The fake did not close within " + MAX_SECONDS + " s.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void finished() {
        finished.countDown();
    }

    void awaitRequest() {
        try {
            requested.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // Ends the program as well.
        }
    }
}
