package io.github.chimefake.streams;

import io.github.chimefake.Experimental;
import java.time.Duration;
import java.util.Optional;

/**
 * A delivery of streams to one file or URL. Its counters begin when it is made. Thread-safe.
 *
 * @since 0.1
 */
@Experimental
public interface StreamDelivery extends AutoCloseable {
    /** Returns how many records were delivered. */
    long delivered();

    /**
     * Returns how many records were not delivered: rejected, larger than 1 MB, dropped because 10,000 writes were waiting, or still waiting
     * when the delivery was closed. A warning of the logger tells the first of several in a row.
     */
    long failed();

    /** Returns why the last record failed; empty if none did. */
    Optional<String> lastFailure();

    /**
     * Waits until the records of all writes until now were delivered or have failed.
     *
     * @param limit positive; true time, not the fake's
     * @throws IllegalArgumentException if the limit is not positive
     * @throws IllegalStateException if records are still waiting after the limit; the cause is a
     *     {@link java.util.concurrent.TimeoutException}. If the current thread is interrupted, which it stays
     */
    void awaitDelivered(Duration limit);

    /** Ends the delivery: what is waiting is delivered within two seconds, or counts as failed. Closing twice has no effect. */
    @Override
    void close();

    /** Returns for example {@code delivery of streams to http://127.0.0.1:8080/records}. */
    @Override
    String toString();
}
