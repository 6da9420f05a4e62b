package io.github.chimefake.internal.faults;

import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.internal.filter.Registrations;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import io.github.chimefake.internal.lifetime.UserCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The registered faults. Of the faults that are due for a call, at most one that ends the call is applied, the first;
 * all others are applied.
 */
public final class FaultPlan extends Registrations<ScheduledFault> {
    /** Creates a plan without faults. */
    public FaultPlan(UserCode userCode, FakeLifetime lifetime) {
        super("fault", "faults()", userCode, lifetime);
    }

    /** Processes the call with all faults that apply to it. */
    public CallResult carryOut(Call call, Supplier<CallResult> proceed) {
        if (registered().isEmpty()) {
            return proceed.get(); // Does not take the lock, so that calls do not wait for each other.
        }
        // All predicates run before any fault counts the call, because one of them may throw.
        List<Registered<ScheduledFault>> selecting =
                registered().stream().filter(each -> selects(each, call)).toList();
        Supplier<CallResult> result = proceed;
        for (Fault fault : due(call, selecting)) {
            Supplier<CallResult> inner = result;
            result = () -> fault.applyTo(call, inner);
        }
        return result.get();
    }

    private synchronized List<Fault> due(Call call, List<Registered<ScheduledFault>> selecting) {
        List<Fault> due = new ArrayList<>();
        boolean applicable = true;
        for (Registered<ScheduledFault> each : selecting) {
            Fault fault = each.definition().fault();
            if (apply(each, call, applicable)
                    && call.attempt().number() <= each.definition().attempts()) {
                // The fault that ends the call is innermost, so that a delay also applies to its response.
                due.add(fault.endsTheCall() ? 0 : due.size(), fault);
                applicable = !fault.endsTheCall();
            }
        }
        return due;
    }
}
