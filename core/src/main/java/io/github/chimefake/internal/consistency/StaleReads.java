package io.github.chimefake.internal.consistency;

import io.github.chimefake.internal.consistency.Staleness.Moment;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.filter.Registrations;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import io.github.chimefake.internal.lifetime.UserCode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Decides which state a read sees: the current one, or an older one while reads are stale. States are immutable and
 * share unchanged parts, so that older states need little memory; at most {@link #MAX_PENDING_WRITES} are kept.
 *
 * @param <S> the type of the state
 */
public final class StaleReads<S> extends Registrations<StaleRead> {
    /** The maximum number of writes that reads can miss. If there are more, the oldest become visible early. */
    static final int MAX_PENDING_WRITES = 1_000;

    private final long seed;
    private final Deque<Write<S>> pendingWrites = new ArrayDeque<>();
    private SplittableRandom random;
    private long reads;

    /** A write that reads may still miss, and the state that such reads see. */
    private record Write<S>(S before, Moment moment) {}

    /**
     * Creates an empty list, with which all reads see the current state.
     *
     * @param seed determines which reads are stale if only some are; the same seed and the same reads give the same
     *     result
     */
    public StaleReads(long seed, UserCode userCode, FakeLifetime lifetime) {
        super("stale reads", "consistency()", userCode, lifetime);
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    /**
     * Returns the state that a read sees.
     *
     * @param call the read
     * @param current supplies the current state
     * @param now the time of the call
     */
    public S seenBy(Call call, Supplier<S> current, Instant now) {
        for (Registered<StaleRead> only : registered()) {
            if (call.http().sender().meetsFaults() && matches(only.definition(), call)) {
                return stateFor(only, call, current, now);
            }
        }
        return current.get();
    }

    private synchronized S stateFor(Registered<StaleRead> registration, Call call, Supplier<S> current, Instant now) {
        S newest = current.get();
        if (!registered().contains(registration)) { // It was closed or replaced in the meantime.
            return newest;
        }
        registration.settle(); // Whether the read misses a write depends on the writes.
        Staleness staleness = registration.definition().staleness();
        reads++;
        boolean stale = staleness.isStale(random);
        Moment read = new Moment(now, reads);
        while (!pendingWrites.isEmpty()
                && !staleness.hides(pendingWrites.getFirst().moment(), read)) {
            pendingWrites.removeFirst();
        }
        if (!stale || pendingWrites.isEmpty()) {
            return newest;
        }
        apply(registration, call, true);
        return pendingWrites.getFirst().before();
    }

    /** Registers a write, which reads may miss for some time. */
    public void written(S before, S after, Instant now) {
        if (!registered().isEmpty() && before != after) {
            addPending(before, now);
        }
    }

    private synchronized void addPending(S before, Instant now) {
        if (registered().isEmpty()) {
            return; // It was closed in the meantime.
        }
        pendingWrites.addLast(new Write<>(before, new Moment(now, reads)));
        if (pendingWrites.size() > MAX_PENDING_WRITES) {
            pendingWrites.removeFirst();
        }
    }

    /** Makes all writes visible to all reads. */
    public synchronized void settle() {
        pendingWrites.clear();
    }

    @Override
    protected List<Registered<StaleRead>> remaining() {
        return List.of();
    }

    @Override
    protected void changed() {
        if (registered().isEmpty()) {
            settle();
        }
    }

    /** Restores the snapshot, resets the counters, and makes all writes visible. */
    @Override
    public synchronized void restore(Snapshot<StaleRead> snapshot) {
        super.restore(snapshot);
        settle();
        random = new SplittableRandom(seed);
        reads = 0;
    }
}
