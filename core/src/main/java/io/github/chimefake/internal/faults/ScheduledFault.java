package io.github.chimefake.internal.faults;

import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.internal.filter.Registrations;
import io.github.chimefake.internal.filter.Schedule;

/**
 * A fault and the calls that it applies to.
 *
 * @param attempts the number of attempts of each call that it applies to
 */
public record ScheduledFault(CallFilter filter, Schedule schedule, int attempts, Fault fault)
        implements Registrations.Definition {
    @Override
    public String toString() {
        return filter + ", " + schedule + (attempts == Integer.MAX_VALUE ? "" : ", first " + attempts + " attempts")
                + ": " + fault;
    }
}
