package io.github.chimefake.internal.faults;

import io.github.chimefake.internal.exchange.Answer;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import io.github.chimefake.internal.lifetime.UserCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The faults that are registered, in the order in which they were. */
public final class FaultPlan {
    private final UserCode userCode;
    private final FakeLifetime lifetime;
    private volatile List<FaultRule> rules = List.of();

    /**
     * Creates a plan without faults.
     *
     * @param userCode runs the predicates of faults
     */
    public FaultPlan(UserCode userCode) {
        this(userCode, new FakeLifetime());
    }

    /** Creates a plan without faults, which can be changed while its fake runs. */
    public FaultPlan(UserCode userCode, FakeLifetime lifetime) {
        this.userCode = userCode;
        this.lifetime = lifetime;
    }

    /** A plan at one moment, to go back to. */
    public static final class Snapshot {
        private final List<FaultRule> rules;

        private Snapshot(List<FaultRule> rules) {
            this.rules = rules;
        }
    }

    /** Carries out the call with every fault that strikes it. Of the faults that end a call, the first one does. */
    public Answer carryOut(Call call, Supplier<Answer> proceed) {
        List<FaultRule> registered = rules;
        if (registered.isEmpty()) {
            return proceed.get(); // Without the lock, at which all calls would meet.
        }
        // Predicates are asked before the lock is taken: they may wait, or call the fake.
        List<FaultRule> meant =
                registered.stream().filter(rule -> rule.means(call, userCode)).toList();
        Supplier<Answer> struck = proceed;
        for (Fault fault : striking(call, meant)) {
            Supplier<Answer> inner = struck;
            struck = () -> fault.strike(call, inner);
        }
        return struck.get();
    }

    private synchronized List<Fault> striking(Call call, List<FaultRule> meant) {
        List<Fault> striking = new ArrayList<>();
        boolean taken = false;
        for (FaultRule rule : meant) {
            if (rules.contains(rule) && rule.strikes(call, taken)) { // It may have been closed meanwhile.
                // The one that ends the call goes innermost, so that a delay holds back its answer too.
                striking.add(rule.fault().endsTheCall() ? 0 : striking.size(), rule.fault());
                taken |= rule.fault().endsTheCall();
            }
        }
        return striking;
    }

    synchronized void add(FaultRule rule) {
        lifetime.requireRunning("A fault cannot be injected");
        List<FaultRule> more = new ArrayList<>(rules);
        more.add(rule);
        rules = List.copyOf(more);
    }

    synchronized void remove(FaultRule rule) {
        rules = rules.stream().filter(other -> other != rule).toList();
    }

    /** Lifts every fault. */
    public synchronized void clear() {
        lifetime.requireRunning("faults().clear()");
        rules = List.of();
    }

    /** The faults as they are registered now. */
    public synchronized Snapshot snapshot() {
        return new Snapshot(rules);
    }

    /** Registers again the faults of the snapshot, as if none had struck yet. */
    public synchronized void restore(Snapshot snapshot) {
        rules = snapshot.rules.stream()
                .map(rule -> rule.belongsTo(this) ? rule : rule.copyFor(this))
                .toList();
        rules.forEach(FaultRule::rewind);
    }
}
