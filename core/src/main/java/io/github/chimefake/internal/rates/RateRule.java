package io.github.chimefake.internal.rates;

import io.github.chimefake.Registration;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.filter.Invocations;
import java.util.List;
import java.util.stream.Collectors;

/** The limits that one sentence registered, and how often they struck. Guarded by its owner's lock. */
final class RateRule implements Registration {
    private final RateLimits owner;
    private final List<Meter> meters;
    private final Invocations<Boolean> struck = new Invocations<>();
    private int fired;

    /**
     * A limit and what was counted for it.
     *
     * @param rule where the limit belongs
     */
    record Meter(RateRule rule, RateLimit limit, Windows windows) {}

    RateRule(RateLimits owner, List<RateLimit> limits) {
        this.owner = owner;
        this.meters = limits.stream()
                .map(limit -> new Meter(this, limit, new Windows()))
                .toList();
    }

    List<Meter> meters() {
        return meters;
    }

    /** A rule with the same limits, and nothing counted. */
    RateRule copyFor(RateLimits other) {
        return new RateRule(other, meters.stream().map(Meter::limit).toList());
    }

    boolean belongsTo(RateLimits other) {
        return owner == other;
    }

    void strike(Call call) {
        if (struck.decided(call.attempt()).isEmpty()) {
            fired++;
            struck.decide(call.attempt(), true);
        }
    }

    void rewind() {
        meters.forEach(meter -> meter.windows().clear());
        struck.clear();
        fired = 0;
    }

    @Override
    public int timesApplied() {
        synchronized (owner) {
            return fired;
        }
    }

    @Override
    public void close() {
        owner.remove(this);
    }

    @Override
    public String toString() {
        return meters.stream().map(meter -> meter.limit().toString()).collect(Collectors.joining("; "));
    }
}
