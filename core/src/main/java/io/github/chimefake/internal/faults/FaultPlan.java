package io.github.chimefake.internal.faults;

import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.internal.filter.Registrations;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import io.github.chimefake.internal.lifetime.UserCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The faults that are registered. Of those that end a call, the first one that is due does; all others that are due apply. */
public final class FaultPlan extends Registrations<ScheduledFault> {
    /** Creates a plan without faults. */
    public FaultPlan(UserCode userCode, FakeLifetime lifetime) {
        super("fault", "faults()", userCode, lifetime);
    }

    /** Carries out the call with every fault that applies to it. */
    public CallResult carryOut(Call call, Supplier<CallResult> proceed) {
        if (registered().isEmpty()) {
            return proceed.get(); // Without the lock, at which all calls would meet.
        }
        // All predicates are run before any fault counts the call, as one of them may throw.
        List<Registered<ScheduledFault>> selecting =
                registered().stream().filter(each -> selects(each, call)).toList();
        Supplier<CallResult> answer = proceed;
        for (Fault fault : due(call, selecting)) {
            Supplier<CallResult> inner = answer;
            answer = () -> fault.applyTo(call, inner);
        }
        return answer.get();
    }

    private synchronized List<Fault> due(Call call, List<Registered<ScheduledFault>> selecting) {
        List<Fault> due = new ArrayList<>();
        boolean free = true;
        for (Registered<ScheduledFault> each : selecting) {
            Fault fault = each.definition().fault();
            if (apply(each, call, free)
                    && call.attempt().number() <= each.definition().attempts()) {
                // The one that ends the call goes innermost, so that a delay holds back its response too.
                due.add(fault.endsTheCall() ? 0 : due.size(), fault);
                free = !fault.endsTheCall();
            }
        }
        return due;
    }
}
