package io.github.chimefake.gateway;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Numbers what lies between the resets of a fake, so that a call of a test that is over is known for what it is. A ready client
 * puts the number of the run that its call belongs to into {@link #HEADER}; calls without that header belong to the current run.
 */
public final class TestRuns {
    /** Which run a call belongs to. */
    public static final String HEADER = "x-chime-fake-test-run";

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final LongSupplier numbers;
    private final boolean takeCalls;
    private final Set<Long> runsOfBaselines = new HashSet<>();
    private long current;

    private TestRuns(LongSupplier numbers, boolean takeCalls) {
        this.numbers = numbers;
        this.takeCalls = takeCalls;
        this.current = numbers.getAsLong();
        runsOfBaselines.add(current);
    }

    /** Those of a fake that nobody could take another one for. */
    public TestRuns() {
        this(new AtomicLong()::getAndIncrement);
    }

    /**
     * Those of a fake that may have the address of an earlier one.
     *
     * @param numbers never the same twice, for none of these fakes
     */
    public TestRuns(LongSupplier numbers) {
        this(numbers, true);
    }

    /** Those of no fake at all: every call belongs to a run that is over. */
    public static TestRuns none() {
        return new TestRuns(() -> 0, false);
    }

    /**
     * Keeps the current run from ending. A reset that waits its turn does not hold up who comes now: the call that it waits
     * for may be waiting for this one in turn, as a channel flow's processor does that calls the fake itself.
     */
    private void enter() {
        if (!lock.readLock().tryLock()) {
            lock.readLock().lock();
        }
    }

    /** Whether there is a fake that calls could belong to. */
    boolean takeCalls() {
        return takeCalls;
    }

    /** The number of the current run. */
    public long current() {
        enter();
        try {
            return current;
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Makes the current run part of the baseline, so that clients made in it serve in every later run. */
    public void keepClientsOfCurrent() {
        lock.writeLock().lock();
        try {
            runsOfBaselines.add(current);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /**
     * The run that a call belongs to which begins now.
     *
     * @param madeIn the run in which its client was made
     */
    public long runOfCall(long madeIn) {
        enter();
        try {
            return runsOfBaselines.contains(madeIn) ? current : madeIn;
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Ends the current run: no call is carried out while the reset is. */
    public void next(Runnable reset) {
        lock.writeLock().lock();
        try {
            current = numbers.getAsLong();
            reset.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /**
     * Does something within the current run, which does not end meanwhile.
     *
     * @param claimed the value of {@link #HEADER}
     * @param action is told whether the run that is claimed is over
     */
    <T> T within(Optional<String> claimed, Function<Boolean, T> action) {
        enter();
        try {
            boolean over = !takeCalls || (claimed.isPresent() && !claimed.get().equals(Long.toString(current)));
            return action.apply(over);
        } finally {
            lock.readLock().unlock();
        }
    }
}
