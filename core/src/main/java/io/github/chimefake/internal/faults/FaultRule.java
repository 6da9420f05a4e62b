package io.github.chimefake.internal.faults;

import io.github.chimefake.Registration;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.internal.filter.Invocations;
import io.github.chimefake.internal.filter.Schedule;
import io.github.chimefake.internal.lifetime.UserCode;

/** One registered fault: whom it means, when it strikes, and how often it has. Guarded by its plan's lock. */
final class FaultRule implements Registration {
    private final FaultPlan plan;
    private final CallFilter filter;
    private final Schedule schedule;
    private final int attempts;
    private final Fault fault;
    private final Invocations<Boolean> invocations = new Invocations<>();
    private int seen;
    private int struck;

    FaultRule(FaultPlan plan, CallFilter filter, Schedule schedule, int attempts, Fault fault) {
        this.plan = plan;
        this.filter = filter;
        this.schedule = schedule;
        this.attempts = attempts;
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }

    boolean belongsTo(FaultPlan other) {
        return plan == other;
    }

    /** A rule that does the same for another plan, and has not struck yet. */
    FaultRule copyFor(FaultPlan other) {
        return new FaultRule(other, filter, schedule, attempts, fault);
    }

    /** Returns whether the fault is about this call. Runs code of the user, so that no lock may be held. */
    boolean means(Call call, UserCode userCode) {
        return filter.matches(call, userCode, () -> "the fault \"" + this + "\"");
    }

    /**
     * Returns whether a call that the fault is about is struck.
     *
     * @param taken whether a fault before this one has ended the call already
     */
    boolean strikes(Call call, boolean taken) {
        boolean hit = invocations.decided(call.attempt()).orElseGet(() -> decide(call, taken));
        return hit && !taken && call.attempt().number() <= attempts;
    }

    private boolean decide(Call call, boolean taken) {
        seen++;
        boolean hit = !taken && schedule.applies(seen, struck);
        if (hit) {
            struck++;
        }
        invocations.decide(call.attempt(), hit);
        return hit;
    }

    void rewind() {
        seen = 0;
        struck = 0;
        invocations.clear();
    }

    @Override
    public int timesApplied() {
        synchronized (plan) {
            return struck;
        }
    }

    @Override
    public void close() {
        plan.remove(this);
    }

    @Override
    public String toString() {
        return filter + ", " + schedule + (attempts == Integer.MAX_VALUE ? "" : ", first " + attempts + " attempts")
                + ": " + fault;
    }
}
