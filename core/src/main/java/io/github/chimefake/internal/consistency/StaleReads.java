package io.github.chimefake.internal.consistency;

import io.github.chimefake.internal.consistency.Staleness.Moment;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.internal.lifetime.UserCode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Which state a read sees: the current one, or, while reads are stale, an older one. States are immutable and share what did
 * not change, so that keeping the older ones costs little; and there are never more than {@link #MOST_HELD_BACK} of them.
 *
 * @param <S> a state
 */
public final class StaleReads<S> {
    /** How many writes at most reads can lag behind; of more, the oldest are seen early. */
    static final int MOST_HELD_BACK = 1_000;

    private final long seed;
    private final UserCode userCode;
    private volatile Optional<StaleReadRule> rule = Optional.empty();
    private final Deque<Write<S>> heldBack = new ArrayDeque<>();
    private SplittableRandom random;
    private long reads;

    /** A write that some read may still miss, and the state that such a read sees instead. */
    private record Write<S>(S before, Moment moment) {}

    /** The rule at one moment, to go back to. */
    public static final class Snapshot {
        private final Optional<StaleReadRule> rule;

        private Snapshot(Optional<StaleReadRule> rule) {
            this.rule = rule;
        }
    }

    /**
     * Every read sees the current state, until a rule says otherwise.
     *
     * @param seed decides which reads miss something where only some do; the same seed and the same reads give the same
     * @param userCode runs the predicates of rules
     */
    public StaleReads(long seed, UserCode userCode) {
        this.seed = seed;
        this.userCode = userCode;
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
        Optional<StaleReadRule> asked = rule;
        return asked.isPresent() && asked.get().means(call, userCode) ? look(asked.get(), current, now) : current.get();
    }

    private synchronized S look(StaleReadRule asked, Supplier<S> current, Instant now) {
        S newest = current.get();
        if (rule.isEmpty() || rule.get() != asked) { // It was closed or replaced meanwhile.
            return newest;
        }
        Staleness staleness = asked.staleness();
        reads++;
        boolean struck = staleness.strikes(random);
        Moment read = new Moment(now, reads);
        while (!heldBack.isEmpty() && !staleness.hides(heldBack.getFirst().moment(), read)) {
            heldBack.removeFirst();
        }
        if (!struck || heldBack.isEmpty()) {
            return newest;
        }
        asked.fire();
        return heldBack.getFirst().before();
    }

    /** Notes a write, which reads may miss for some time. */
    public void written(S before, S after, Instant now) {
        if (rule.isPresent() && before != after) {
            holdBack(before, now);
        }
    }

    private synchronized void holdBack(S before, Instant now) {
        if (rule.isEmpty()) {
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

    synchronized StaleReadRule replaceRule(CallFilter filter, Staleness staleness) {
        StaleReadRule added = new StaleReadRule(this, filter, staleness);
        rule = Optional.of(added);
        return added;
    }

    synchronized void remove(StaleReadRule closed) {
        if (rule.isPresent() && rule.get() == closed) {
            clear();
        }
    }

    synchronized void clear() {
        rule = Optional.empty();
        heldBack.clear();
    }

    /** The rule as it is now. */
    public synchronized Snapshot snapshot() {
        return new Snapshot(rule);
    }

    /** Goes back to the rule of the snapshot, with nothing counted, and nothing left that reads miss. */
    public synchronized void restore(Snapshot snapshot) {
        rule = snapshot.rule.map(former -> former.belongsTo(this) ? former : former.copyFor(this));
        rule.ifPresent(StaleReadRule::rewind);
        heldBack.clear();
        random = new SplittableRandom(seed);
        reads = 0;
    }
}
