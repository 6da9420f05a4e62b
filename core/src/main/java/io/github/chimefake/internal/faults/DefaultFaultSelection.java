package io.github.chimefake.internal.faults;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.ChimeError;
import io.github.chimefake.Registration;
import io.github.chimefake.faults.FaultSelection;
import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.internal.filter.Schedule;
import io.github.chimefake.internal.filter.ScheduledSelection;
import java.time.Duration;
import java.util.List;

/** Selects calls for the faults of a plan. */
@CheckReturnValue
class DefaultFaultSelection extends ScheduledSelection<DefaultFaultSelection> implements FaultSelection {
    private static final Duration SHORTEST_DELAY = Duration.ofMillis(1);
    private static final Duration LONGEST_DELAY = Duration.ofHours(24);

    final FaultPlan plan;
    private final int attempts;

    DefaultFaultSelection(FaultPlan plan, CallFilter filter, Schedule schedule, int attempts) {
        super(filter, schedule);
        this.plan = plan;
        this.attempts = attempts;
    }

    @Override
    protected DefaultFaultSelection with(CallFilter filter, Schedule schedule) {
        return new DefaultFaultSelection(plan, filter, schedule, attempts);
    }

    @Override
    public DefaultFaultSelection attempts(int count) {
        return new DefaultFaultSelection(plan, filter(), schedule(), atLeastOne("attempts", count));
    }

    @CanIgnoreReturnValue
    @Override
    public Registration fail(ChimeError error) {
        return fail(error, error.defaultMessage());
    }

    @CanIgnoreReturnValue
    @Override
    public Registration fail(ChimeError error, String message) {
        return register(new Failure(error, message));
    }

    @CanIgnoreReturnValue
    @Override
    public Registration delay(Duration duration) {
        if (duration.compareTo(SHORTEST_DELAY) < 0 || duration.compareTo(LONGEST_DELAY) > 0) {
            throw new IllegalArgumentException("delay(" + duration + "): the delay must be from " + SHORTEST_DELAY
                    + " (1 ms) to " + LONGEST_DELAY + " (24 hours)");
        }
        return register(new Delay(duration));
    }

    @CanIgnoreReturnValue
    @Override
    public Registration loseResponse() {
        return register(new LostResponse());
    }

    @CanIgnoreReturnValue
    @Override
    public Registration loseRequest() {
        return register(new LostRequest());
    }

    private Registration register(Fault fault) {
        return plan.add(List.of(new ScheduledFault(filter(), schedule(), attempts, fault)));
    }
}
