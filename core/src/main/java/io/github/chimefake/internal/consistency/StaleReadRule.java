package io.github.chimefake.internal.consistency;

import io.github.chimefake.Registration;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.internal.lifetime.UserCode;

/** Which reads miss which writes, and how many have. Guarded by its owner's lock. */
final class StaleReadRule implements Registration {
    private final StaleReads<?> owner;
    private final CallFilter filter;
    private final Staleness staleness;
    private int fired;

    StaleReadRule(StaleReads<?> owner, CallFilter filter, Staleness staleness) {
        this.owner = owner;
        this.filter = filter;
        this.staleness = staleness;
    }

    /** The rule for another owner, with nothing counted. */
    StaleReadRule copyFor(StaleReads<?> other) {
        return new StaleReadRule(other, filter, staleness);
    }

    boolean belongsTo(StaleReads<?> other) {
        return owner == other;
    }

    /** Returns whether the rule is about this read. Runs code of the user, so that no lock may be held. */
    boolean means(Call call, UserCode userCode) {
        return filter.matches(call, userCode, () -> "the stale reads \"" + this + "\"");
    }

    Staleness staleness() {
        return staleness;
    }

    void fire() {
        fired++;
    }

    void rewind() {
        fired = 0;
    }

    @Override
    public int timesApplied() {
        synchronized (owner) {
            return fired;
        }
    }

    @Override
    public void close() {
        owner.remove(this);
    }

    @Override
    public String toString() {
        return filter + ": " + staleness;
    }
}
