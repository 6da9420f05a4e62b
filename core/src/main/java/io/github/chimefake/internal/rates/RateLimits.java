package io.github.chimefake.internal.rates;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.Refusal;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import io.github.chimefake.internal.lifetime.UserCode;
import io.github.chimefake.internal.rates.RateRule.Meter;
import io.github.chimefake.internal.rates.Windows.Window;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rate limits that are registered, and what they counted. A call that several limits mean must be within all of them. A
 * call that is refused here counts for none of them; one that is let through counts, whatever the gates behind make of it.
 * Both are assumptions: which denied calls count on AWS is not published.
 */
public final class RateLimits {
    private final Clock clock;
    private final UserCode userCode;
    private final FakeLifetime lifetime;
    private volatile List<RateRule> rules = List.of();
    private volatile List<Meter> inForce = List.of();

    /** The limits at one moment, to go back to. */
    public static final class Snapshot {
        private final List<RateRule> rules;

        private Snapshot(List<RateRule> rules) {
            this.rules = rules;
        }
    }

    /**
     * Creates a list without limits.
     *
     * @param clock tells when calls come
     * @param userCode runs the predicates of limits
     */
    public RateLimits(Clock clock, UserCode userCode) {
        this(clock, userCode, new FakeLifetime());
    }

    /** Creates a list without limits, which can be changed while its fake runs. */
    public RateLimits(Clock clock, UserCode userCode, FakeLifetime lifetime) {
        this.clock = clock;
        this.userCode = userCode;
        this.lifetime = lifetime;
    }

    /** Why the call comes too soon; empty if it is within every limit. */
    public Optional<Refusal> check(Call call) {
        return rules.isEmpty() ? Optional.empty() : checkAndCount(call, counters(call), clock.instant());
    }

    /**
     * A limit that is about a call.
     *
     * @param subject whose calls it counts together with this one
     */
    private record Counter(Meter meter, String subject) {
        Optional<Window> full(Instant now) {
            return meter.windows()
                    .open(subject, now)
                    .filter(window -> window.calls() >= meter.limit().perSecond());
        }
    }

    /** Asks predicates and the clock before the lock is taken: they may wait, or call the fake. */
    private List<Counter> counters(Call call) {
        List<Counter> counters = new ArrayList<>();
        for (Meter meter : inForce) {
            RateLimit limit = meter.limit();
            if (limit.calls().matches(call, userCode, () -> "the rate limit \"" + limit + "\"")) {
                limit.per().subject(call).ifPresent(subject -> counters.add(new Counter(meter, subject)));
            }
        }
        return counters;
    }

    private synchronized Optional<Refusal> checkAndCount(Call call, List<Counter> asked, Instant now) {
        // Limits may have been lifted meanwhile.
        List<Counter> counters = asked.stream()
                .filter(counter -> inForce.contains(counter.meter()))
                .toList();
        for (Counter counter : counters) {
            Optional<Window> full = counter.full(now);
            if (full.isPresent()) {
                counter.meter().rule().strike(call);
                return Optional.of(throttled(counter.meter().limit(), counter.subject(), full.get()));
            }
        }
        counters.forEach(counter -> counter.meter().windows().count(counter.subject(), now));
        return Optional.empty();
    }

    private static Refusal throttled(RateLimit limit, String subject, Window window) {
        return Refusal.of(
                ChimeError.THROTTLED_CLIENT,
                "The rate limit is " + limit.perSecond() + " calls a second per " + limit.per()
                        + (limit.provenance() == Provenance.DOCUMENTED ? ", the documented default" : "") + ", for "
                        + limit.calls() + ". " + subject + " made " + window.calls() + " since " + window.opened()
                        + ", and may call again from " + window.end()
                        + " on, by the fake's clock. Send fewer calls, retry later, or remove the limits with"
                        + " chime.rates().clear().",
                limit.provenance());
    }

    synchronized RateRule add(List<RateLimit> limits) {
        lifetime.requireRunning("A rate limit cannot be registered");
        RateRule rule = new RateRule(this, limits);
        List<RateRule> more = new ArrayList<>(rules);
        more.add(rule);
        register(more);
        return rule;
    }

    synchronized void remove(RateRule rule) {
        register(rules.stream().filter(other -> other != rule).toList());
    }

    synchronized void clear() {
        lifetime.requireRunning("rates().clear()");
        register(List.of());
    }

    private void register(List<RateRule> registered) {
        rules = List.copyOf(registered);
        List<Meter> meters = new ArrayList<>();
        for (RateRule rule : rules) {
            for (Meter meter : rule.meters()) {
                meters.removeIf(earlier -> meter.limit().replaces(earlier.limit()));
                meters.add(meter);
            }
        }
        inForce = List.copyOf(meters);
    }

    /** The limits as they are registered now. */
    public synchronized Snapshot snapshot() {
        return new Snapshot(rules);
    }

    /** Registers again the limits of the snapshot, with nothing counted. */
    public synchronized void restore(Snapshot snapshot) {
        register(snapshot.rules.stream()
                .map(rule -> rule.belongsTo(this) ? rule : rule.copyFor(this))
                .toList());
        rules.forEach(RateRule::rewind);
    }
}
