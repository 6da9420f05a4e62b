package io.github.chimefake.internal.faults;

import io.github.chimefake.faults.FaultEffect;
import io.github.chimefake.internal.exchange.AppliedFault;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.internal.faults.effects.BuiltInEffect;
import io.github.chimefake.internal.faults.effects.CallUnderFault;
import io.github.chimefake.internal.filter.Registrations.Registered;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The faults that select one call, in the order of registration, and then the service. */
final class FaultChain {
    private final FaultPlan plan;
    private final Call call;
    private final List<Registered<ScheduledFault>> faults;
    private final Optional<Instant> now;
    private final Function<Call, CallResult> service;

    FaultChain(
            FaultPlan plan,
            Call call,
            List<Registered<ScheduledFault>> faults,
            Optional<Instant> now,
            Function<Call, CallResult> service) {
        this.plan = plan;
        this.call = call;
        this.faults = faults;
        this.now = now;
        this.service = service;
    }

    CallResult process() {
        return processFrom(0, call);
    }

    /** Processes the call, whose request an earlier fault may have changed. Which faults apply depends on the original one. */
    private CallResult processFrom(int first, Call changed) {
        for (int index = first; index < faults.size(); index++) {
            Optional<FaultEffect> due = plan.due(faults.get(index), call, now, false);
            if (due.isPresent()) {
                return apply(faults.get(index), due.get(), index + 1, changed);
            }
        }
        return service.apply(changed);
    }

    private CallResult apply(Registered<ScheduledFault> fault, FaultEffect effect, int next, Call changed) {
        CallUnderFault faulted = new CallUnderFault(changed, plan.tools(), other -> processFrom(next, other));
        CallResult result =
                EffectOnCall.apply(effect, faulted, plan.tools(), "the fault \"" + fault.definition() + "\"");
        // Not if a late request has thrown: its faults count for the next test by then.
        if (faulted.result().isEmpty()) {
            faults.subList(next, faults.size()).forEach(later -> plan.due(later, call, now, true));
        }
        return result.withFaults(applied(fault, effect, faulted));
    }

    /** Returns the fault, and the later ones that applied when it let the call proceed, whatever it made of their response. */
    private static List<AppliedFault> applied(
            Registered<ScheduledFault> fault, FaultEffect effect, CallUnderFault faulted) {
        List<AppliedFault> later = faulted.result().map(CallResult::faults).orElseGet(List::of);
        return effect instanceof BuiltInEffect own && !own.changes(faulted)
                ? later
                : Stream.concat(Stream.of(new AppliedFault(fault.definition(), fault.registration())), later.stream())
                        .toList();
    }
}
