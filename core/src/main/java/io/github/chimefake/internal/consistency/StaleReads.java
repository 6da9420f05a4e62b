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
 * Which state a read sees: the current one, or, while reads are stale, an older one. States are immutable and share what did
 * not change, so that keeping the older ones costs little; and there are never more than {@link #MOST_HELD_BACK} of them.
 *
 * @param <S> a state
 */
public final class StaleReads<S> extends Registrations<StaleRead> {
    /** How many writes at most reads can lag behind; of more, the oldest are seen early. */
    static final int MOST_HELD_BACK = 1_000;

    private final long seed;
    private final Deque<Write<S>> heldBack = new ArrayDeque<>();
    private SplittableRandom random;
    private long reads;

    /** A write that some read may still miss, and the state that such a read sees instead. */
    private record Write<S>(S before, Moment moment) {}

    /**
     * Creates a list under which every read sees the current state, until something is registered.
     *
     * @param seed decides which reads miss something where only some do; the same seed and the same reads give the same
     */
    public StaleReads(long seed, UserCode userCode, FakeLifetime lifetime) {
        super("stale reads", "consistency()", userCode, lifetime);
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    /**
     * The state that a read sees.
     *
     * @param call the read
     * @param current gives the current state
     * @param now the time of the call
     */
    public S seenBy(Call call, Supplier<S> current, Instant now) {
        for (Registered<StaleRead> only : registered()) {
            if (matches(only.definition(), call)) {
                return look(only, call, current, now);
            }
        }
        return current.get();
    }

    private synchronized S look(Registered<StaleRead> asked, Call call, Supplier<S> current, Instant now) {
        S newest = current.get();
        if (!registered().contains(asked)) { // It was closed or replaced meanwhile.
            return newest;
        }
        Staleness staleness = asked.definition().staleness();
        reads++;
        boolean stale = staleness.isStale(random);
        Moment read = new Moment(now, reads);
        while (!heldBack.isEmpty() && !staleness.hides(heldBack.getFirst().moment(), read)) {
            heldBack.removeFirst();
        }
        if (!stale || heldBack.isEmpty()) {
            return newest;
        }
        apply(asked, call, true);
        return heldBack.getFirst().before();
    }

    /** Notes a write, which reads may miss for some time. */
    public void written(S before, S after, Instant now) {
        if (!registered().isEmpty() && before != after) {
            holdBack(before, now);
        }
    }

    private synchronized void holdBack(S before, Instant now) {
        if (registered().isEmpty()) {
            return; // It was closed meanwhile.
        }
        heldBack.addLast(new Write<>(before, new Moment(now, reads)));
        if (heldBack.size() > MOST_HELD_BACK) {
            heldBack.removeFirst();
        }
    }

    /** Lets every read see all that was written so far. */
    public synchronized void settle() {
        heldBack.clear();
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

    /** Goes back to what the snapshot holds, with nothing counted, and nothing left that reads miss. */
    @Override
    public synchronized void restore(List<Registered<StaleRead>> snapshot) {
        super.restore(snapshot);
        settle();
        random = new SplittableRandom(seed);
        reads = 0;
    }
}
