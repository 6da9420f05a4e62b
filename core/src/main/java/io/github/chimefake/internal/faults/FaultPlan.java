package io.github.chimefake.internal.faults;

import io.github.chimefake.faults.FaultEffect;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.internal.faults.effects.FaultTools;
import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.internal.filter.Registrations;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The registered faults. A call goes through those that are due, in the order of registration; the first that does not
 * let the call proceed ends it, and later ones do not apply.
 */
public final class FaultPlan extends Registrations<ScheduledFault> {
    private final FaultTools tools;
    private final AtomicReference<@Nullable CallHook> hook = new AtomicReference<>();
    private final LongAdder calls = new LongAdder();

    /** Creates a plan without faults. */
    public FaultPlan(FaultTools tools, FakeLifetime lifetime) {
        super("fault", "faults()", tools.userCode(), lifetime);
        this.tools = tools;
    }

    FaultTools tools() {
        return tools;
    }

    /**
     * Lets calls go through a hook before any fault, until {@link #unhook}. Not a fault of the test, so a reset keeps it.
     *
     * @throws IllegalStateException if they go through another hook
     */
    public void hook(CallHook other) {
        if (!hook.compareAndSet(null, other)) {
            throw new IllegalStateException(
                    "Two sweeps use this fake at the same time, and each would fail the calls of the other. Run them one after"
                            + " the other, or give each test its own fake");
        }
    }

    /** Ends {@link #hook}. Does nothing if calls go through another hook. */
    public void unhook(CallHook other) {
        hook.compareAndSet(other, null);
    }

    /** Returns whether calls go through a hook. */
    public boolean isHooked() {
        return hook.get() != null;
    }

    /** Returns how many attempts were received since the fake was started. */
    public long callsSoFar() {
        return calls.sum();
    }

    /** Processes the call with all faults that apply to it. */
    public CallResult carryOut(Call call, Function<Call, CallResult> proceed) {
        if (!call.http().sender().meetsFaults()) { // An actor, who is no code under test.
            return proceed.apply(call);
        }
        calls.increment();
        CallHook first = hook.get();
        return first == null
                ? applyFaults(call, proceed)
                : first.around(call, tools, other -> applyFaults(other, proceed));
    }

    private CallResult applyFaults(Call call, Function<Call, CallResult> proceed) {
        List<Registered<ScheduledFault>> faults = concernedBy(call.operation());
        if (faults.isEmpty()) {
            return proceed.apply(call); // Does not take the lock, so that calls do not wait for each other.
        }
        // All predicates run before any fault counts the call, because one of them may throw.
        List<Registered<ScheduledFault>> selecting = faults.stream()
                .filter(each -> each.definition().conditions().names(call.request()))
                .filter(each -> selects(each, call))
                .toList();
        List<Registered<ScheduledFault>> awaiting =
                faults.stream().filter(each -> awaits(each, call)).toList();
        CallResult result = new FaultChain(this, call, selecting, now(selecting), proceed).process();
        awaiting.forEach(this::begin); // From the next call on.
        return result;
    }

    /** Returns the time on the fake's clock, which may be code of the test, if a fault depends on it. */
    private Optional<Instant> now(List<Registered<ScheduledFault>> faults) {
        return faults.stream()
                        .anyMatch(
                                each -> each.definition().conditions().window().isPresent())
                ? Optional.of(tools.clock().instant())
                : Optional.empty();
    }

    private boolean awaits(Registered<ScheduledFault> each, Call call) {
        Optional<CallFilter> after = each.definition().conditions().after();
        return after.isPresent()
                && !hasBegun(each)
                && after.get().matches(call, tools.userCode(), () -> "the fault \"" + each.definition() + "\"");
    }

    /**
     * Returns the effect of the fault on the call, and counts the call; empty if the fault does not apply to it.
     *
     * @param now the time of the call, if one of its faults depends on it
     * @param ended whether an earlier fault has ended the call, so that this one does not apply
     */
    Optional<FaultEffect> due(Registered<ScheduledFault> fault, Call call, Optional<Instant> now, boolean ended) {
        ScheduledFault definition = fault.definition();
        int attempt = call.attempt().number();
        boolean applicable = !ended && attempt <= definition.attempts();
        int ordinal = ordinal(fault, call, begun -> selects(fault, call, begun, now), applicable);
        if (ordinal > 0 && definition.conditions().first().isPresent()) {
            begin(fault);
        }
        return ordinal == 0 ? Optional.empty() : definition.effect(ordinal, attempt);
    }

    private boolean selects(Registered<ScheduledFault> fault, Call call, boolean begun, Optional<Instant> now) {
        FaultConditions conditions = fault.definition().conditions();
        return (begun || conditions.after().isEmpty())
                && (begun || conditions.first().stream().allMatch(call.operation()::equals))
                && conditions.window().stream()
                        .allMatch(window -> now.filter(window::contains).isPresent())
                && (conditions.probability() == 1 || isDrawn(fault, conditions.probability()));
    }

    private boolean isDrawn(Registered<ScheduledFault> fault, double probability) {
        fault.settle(); // A test cannot tell which calls are drawn.
        return tools.random().nextDouble() < probability;
    }

    @Override
    public synchronized void restore(Snapshot<ScheduledFault> snapshot) {
        super.restore(snapshot);
        tools.restartRandom();
    }
}
