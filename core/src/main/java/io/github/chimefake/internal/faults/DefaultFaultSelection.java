package io.github.chimefake.internal.faults;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.ChimeError;
import io.github.chimefake.Registration;
import io.github.chimefake.faults.FaultSelection;
import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.internal.filter.CallSelection;
import io.github.chimefake.internal.filter.Schedule;
import java.time.Duration;

/** Selects calls for the faults of a plan. */
@CheckReturnValue
class DefaultFaultSelection extends CallSelection<DefaultFaultSelection> implements FaultSelection {
    private static final Duration SHORTEST_DELAY = Duration.ofMillis(1);
    private static final Duration LONGEST_DELAY = Duration.ofHours(24);

    final FaultPlan plan;
    private final Schedule schedule;
    private final int attempts;

    DefaultFaultSelection(FaultPlan plan, CallFilter filter, Schedule schedule, int attempts) {
        super(filter);
        this.plan = plan;
        this.schedule = schedule;
        this.attempts = attempts;
    }

    @Override
    protected DefaultFaultSelection with(CallFilter other) {
        return new DefaultFaultSelection(plan, other, schedule, attempts);
    }

    private DefaultFaultSelection with(Schedule other) {
        return new DefaultFaultSelection(plan, filter(), other, attempts);
    }

    @Override
    public DefaultFaultSelection once() {
        return calls(1);
    }

    @Override
    public DefaultFaultSelection calls(int count) {
        return with(new Schedule.Next(atLeastOne("calls", count)));
    }

    @Override
    public DefaultFaultSelection nthCall(int n) {
        return with(new Schedule.Nth(atLeastOne("nthCall", n)));
    }

    @Override
    public DefaultFaultSelection fromCall(int n) {
        return with(new Schedule.From(atLeastOne("fromCall", n)));
    }

    @Override
    public DefaultFaultSelection attempts(int count) {
        return new DefaultFaultSelection(plan, filter(), schedule, atLeastOne("attempts", count));
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
        FaultRule rule = new FaultRule(plan, filter().requireSatisfiable(), schedule, attempts, fault);
        plan.add(rule);
        return rule;
    }

    private static int atLeastOne(String word, int count) {
        if (count < 1) {
            throw new IllegalArgumentException(word + "(" + count + "): the number must be at least 1");
        }
        return count;
    }
}
