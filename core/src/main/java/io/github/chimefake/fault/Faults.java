package io.github.chimefake.fault;

import io.github.chimefake.call.CallFilter;

/** The door to the faults of a fake: starts a sentence about any call, and lifts all faults at once. */
public final class Faults extends FaultSelection {
    /** Sentences that register their faults with the plan. */
    public Faults(FaultPlan plan) {
        super(plan, CallFilter.ANY, new Schedule.Always(), Integer.MAX_VALUE);
    }

    /** Lifts every fault, those of the baseline included, until the next reset. */
    public void clear() {
        plan.clear();
    }
}
