package io.github.chimefake.internal.faults;

import io.github.chimefake.faults.Faults;
import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.internal.filter.Schedule;

/** Registers its faults with a plan. */
public final class DefaultFaults extends DefaultFaultSelection implements Faults {
    /** Creates selections that register their faults with the plan. */
    public DefaultFaults(FaultPlan plan) {
        super(plan, CallFilter.ANY, new Schedule.Always(), Integer.MAX_VALUE);
    }

    @Override
    public void clear() {
        plan.clear();
    }
}
