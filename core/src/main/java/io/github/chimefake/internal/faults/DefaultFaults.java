package io.github.chimefake.internal.faults;

import io.github.chimefake.faults.Faults;
import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.internal.filter.FilteredRegistration;
import io.github.chimefake.internal.filter.RegistrationList;
import io.github.chimefake.internal.filter.Schedule;
import java.util.List;

/** Entry point for faults. */
public final class DefaultFaults extends DefaultFaultSelection implements Faults, RegistrationList {
    /** Creates the entry point of a plan. */
    public DefaultFaults(FaultPlan plan) {
        super(
                plan.sentence("fail(…) or another effect"),
                plan,
                CallFilter.ANY,
                FaultConditions.NONE,
                new Schedule.Always(),
                Integer.MAX_VALUE);
    }

    @Override
    public List<FilteredRegistration> registrations() {
        return plan.registrations();
    }

    @Override
    public void clear() {
        plan.clear();
    }
}
