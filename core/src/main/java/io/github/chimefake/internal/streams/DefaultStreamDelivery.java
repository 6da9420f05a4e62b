package io.github.chimefake.internal.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.chimefake.internal.messaging.store.StateWrite;
import io.github.chimefake.streams.StreamDelivery;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A delivery to one destination. The queue holds writes, from which a thread makes the records; it ends when the queue is
 * empty, so a delivery without writes has none.
 */
final class DefaultStreamDelivery implements StreamDelivery, Consumer<StateWrite> {
    /**
     * The limits of a delivery.
     *
     * @param writes how many writes may wait
     * @param recordBytes how many bytes a record may have
     * @param grace how long its end waits for what is in the queue
     */
    record Limits(int writes, int recordBytes, Duration grace) {
        static final Limits DEFAULT = new Limits(10_000, 1024 * 1024, Duration.ofSeconds(2));
    }

    private final Destination destination;
    private final Limits limits;
    private final Configurations configurations;
    private final Runnable upToNow;
    private final Runnable closed;
    private final Deque<StateWrite> waiting = new ArrayDeque<>();
    private @Nullable Thread worker;
    private boolean open = true;
    private long accepted;
    private long done;
    private boolean discarding;
    private long delivered;
    private long failed;
    private Optional<String> lastFailure = Optional.empty();
    private boolean failing;
    /** What {@link #accept} leaves to the thread to be logged, because handlers of logs are code of users. */
    private Optional<String> toBeLogged = Optional.empty();

    /**
     * Creates a delivery.
     *
     * @param upToNow does what the service has left to be done
     * @param closed is told of the end of the delivery
     */
    DefaultStreamDelivery(
            Destination destination, Limits limits, Configurations configurations, Runnable upToNow, Runnable closed) {
        this.destination = destination;
        this.limits = limits;
        this.configurations = configurations;
        this.upToNow = upToNow;
        this.closed = closed;
    }

    /** Adds a write. Called within it, so it only notes it. */
    @Override
    public void accept(StateWrite write) {
        if (configurations.concern(write)) {
            add(write);
        }
    }

    private synchronized void add(StateWrite write) {
        if (!open) {
            return;
        }
        if (waiting.size() >= limits.writes()) {
            toBeLogged =
                    noteFailure(limits.writes() + " writes are waiting already").or(() -> toBeLogged);
            return;
        }
        waiting.add(write);
        accepted++;
        if (worker == null) {
            worker = new Thread(this::work, "chime-messaging-fake-stream");
            worker.setDaemon(true);
            worker.start();
        }
    }

    private void work() {
        for (Optional<StateWrite> next = take(); next.isPresent(); next = take()) {
            try {
                for (StreamRecord record : StreamRecords.of(next.get())) {
                    if (configurations.select(next.get(), record)) {
                        deliver(record.json().getBytes(UTF_8));
                    }
                }
            } catch (RuntimeException | Error bug) {
                fail("its records could not be made: " + bug);
            } finally {
                done().ifPresent(this::warn);
            }
        }
    }

    /** Returns the next write, which stays in the queue until it is done; empty if the thread is to end. */
    private synchronized Optional<StateWrite> take() {
        StateWrite next = waiting.peek();
        if (next == null) {
            worker = null;
            notifyAll();
        }
        return Optional.ofNullable(next);
    }

    /** Notes that a write is done. Returns what is to be logged. */
    private synchronized Optional<String> done() {
        waiting.poll();
        done++;
        notifyAll();
        Optional<String> problem = toBeLogged;
        toBeLogged = Optional.empty();
        return problem;
    }

    private void deliver(byte[] record) {
        if (isDiscarding()) {
            fail("the delivery was closed before");
            return;
        }
        if (record.length > limits.recordBytes()) {
            fail("it has " + record.length + " bytes, and at most " + limits.recordBytes() + " are delivered");
            return;
        }
        try {
            destination.deliver(record);
            succeed();
        } catch (IOException | RuntimeException failure) {
            fail(Optional.ofNullable(failure.getMessage()).orElseGet(failure::toString));
        }
    }

    private synchronized boolean isDiscarding() {
        return discarding;
    }

    private synchronized void succeed() {
        delivered++;
        failing = false;
    }

    private void fail(String reason) {
        noteFailure(reason).ifPresent(this::warn);
    }

    /** Counts a failure, and returns it if it is the first of several in a row. */
    private synchronized Optional<String> noteFailure(String reason) {
        failed++;
        lastFailure = Optional.of(reason);
        boolean first = !failing;
        failing = true;
        return first ? lastFailure : Optional.empty();
    }

    private void warn(String reason) {
        System.getLogger(DefaultStreamDelivery.class.getName())
                .log(
                        Level.WARNING,
                        "A record was not delivered to {0}: {1}. Further failures are only counted, until a record is"
                                + " delivered",
                        destination,
                        reason);
    }

    @Override
    public synchronized long delivered() {
        return delivered;
    }

    @Override
    public synchronized long failed() {
        return failed;
    }

    @Override
    public synchronized Optional<String> lastFailure() {
        return lastFailure;
    }

    @Override
    public void awaitDelivered(Duration limit) {
        if (limit.isZero() || limit.isNegative()) {
            throw new IllegalArgumentException(
                    "awaitDelivered(" + limit + "): expected a positive duration, for example ofSeconds(5)");
        }
        upToNow.run();
        try {
            if (!awaitAccepted(System.nanoTime() + nanos(limit))) {
                TimeoutException late = new TimeoutException();
                throw new IllegalStateException(
                        "awaitDelivered(" + limit + "): records are still waiting to be delivered to " + destination
                                + ". Look at lastFailure(), or wait longer",
                        late);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("awaitDelivered(" + limit + ") was interrupted", e);
        }
    }

    /** Returns what tells whether the records of all writes before this call were delivered or have failed. */
    BooleanSupplier untilNow() {
        upToNow.run();
        long last;
        synchronized (this) {
            last = accepted;
        }
        return () -> isDone(last);
    }

    private synchronized boolean isDone(long last) {
        return done >= last;
    }

    /** Waits for the writes until now, as others may follow without end. */
    private synchronized boolean awaitAccepted(long end) throws InterruptedException {
        long last = accepted;
        while (done < last) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }

    private static long nanos(Duration limit) {
        return limit.compareTo(Duration.ofDays(1)) < 0 ? limit.toNanos() : TimeUnit.DAYS.toNanos(1);
    }

    @Override
    public void close() {
        closeAll(List.of(this));
    }

    /** Closes the deliveries, which wait for what is in their queues at the same time. */
    static void closeAll(List<DefaultStreamDelivery> deliveries) {
        long begin = System.nanoTime();
        List<DefaultStreamDelivery> closing =
                deliveries.stream().filter(DefaultStreamDelivery::stopAccepting).toList();
        List<RuntimeException> failures = new ArrayList<>();
        for (DefaultStreamDelivery delivery : closing) {
            try {
                delivery.finish(begin + nanos(delivery.limits.grace()));
            } catch (RuntimeException failure) {
                failures.add(failure);
            }
        }
        if (!failures.isEmpty()) {
            RuntimeException first = failures.remove(0);
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }

    /** Returns whether the delivery was open. */
    private boolean stopAccepting() {
        synchronized (this) {
            if (!open) {
                return false;
            }
            open = false;
        }
        closed.run();
        return true;
    }

    private void finish(long end) {
        try {
            awaitAccepted(end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            discarding = true; // The thread goes on, to count what it does not deliver.
        }
        destination.close();
    }

    @Override
    public String toString() {
        return "delivery of streams to " + destination;
    }
}
