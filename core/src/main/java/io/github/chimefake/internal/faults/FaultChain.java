package io.github.chimefake.internal.faults;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.faults.FaultEffect;
import io.github.chimefake.faults.FaultResponse;
import io.github.chimefake.internal.exchange.AppliedFault;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.faults.effects.BuiltInEffect;
import io.github.chimefake.internal.faults.effects.CallUnderFault;
import io.github.chimefake.internal.faults.effects.DefaultFaultResponse;
import io.github.chimefake.internal.faults.effects.OwnResponse;
import io.github.chimefake.internal.filter.Registrations.Registered;
import io.github.chimefake.internal.lifetime.UserCodeException;
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
        CallResult result;
        try {
            result = effect instanceof BuiltInEffect own ? own.apply(faulted) : applyUsers(fault, effect, faulted);
        } finally {
            faulted.end();
        }
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

    private CallResult applyUsers(Registered<ScheduledFault> fault, FaultEffect effect, CallUnderFault faulted) {
        return plan.tools().userCode().run(() -> {
            try {
                return result(effect.applyTo(faulted), faulted);
            } catch (Throwable thrown) { // Includes AssertionError, which is not an error of the fake either.
                faulted.throwIfThrown();
                return CallResult.failure(ServiceError.of(
                        Layer.FAULT,
                        ChimeError.SERVICE_FAILURE,
                        "An effect that this test gave to a fault failed with " + UserCodeException.describe(thrown)
                                + ". It belongs to the fault \"" + fault.definition() + "\".",
                        Provenance.REQUESTED));
            }
        });
    }

    private CallResult result(FaultResponse response, CallUnderFault faulted) {
        if (!(response instanceof DefaultFaultResponse own)) {
            throw new IllegalArgumentException("received "
                    + (response == null ? "null" : response.getClass().getName())
                    + ", but an effect returns what call.proceed() or a static method of FaultResponse has returned");
        }
        own.response()
                .filter(given -> !OwnResponse.isOf(given, call.operation()))
                .ifPresent(given -> {
                    throw new IllegalArgumentException("received a "
                            + given.getClass().getSimpleName() + ", but the call is " + call.operation()
                            + ", which responds with " + call.operation().awsName() + "Response");
                });
        return faulted.result()
                .map(processed -> own.afterProcessing(processed))
                .orElseGet(own::withoutProcessing)
                .result();
    }
}
