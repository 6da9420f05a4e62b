package io.github.chimefake.internal.rates;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.filter.Registrations;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import io.github.chimefake.internal.lifetime.UserCode;
import io.github.chimefake.internal.rates.Windows.Window;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rate limits that are registered, and what they counted. A call that several limits mean must be within all of them. A
 * call that is refused here counts for none of them; one that is let through counts, whatever the gates behind make of it.
 * Both are assumptions: which denied calls count on AWS is not published.
 */
public final class RateLimits extends Registrations<RateLimit> {
    private final Clock clock;
    private final Map<Registered<RateLimit>, Windows> windows = new HashMap<>();
    private volatile List<Meter> inForce = List.of();

    /** A limit and what was counted for it. */
    private record Meter(Registered<RateLimit> registered, Windows windows) {
        RateLimit limit() {
            return registered.definition();
        }
    }

    /**
     * Creates a list without limits.
     *
     * @param clock tells when calls come
     */
    public RateLimits(Clock clock, UserCode userCode, FakeLifetime lifetime) {
        super("rate limit", "rates()", userCode, lifetime);
        this.clock = clock;
    }

    /** Why the call comes too soon; empty if it is within every limit. */
    public Optional<ServiceError> check(Call call) {
        return inForce.isEmpty() ? Optional.empty() : checkAndCount(call, counters(call), clock.instant());
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
            if (matches(meter.limit(), call)) {
                meter.limit().per().subject(call).ifPresent(subject -> counters.add(new Counter(meter, subject)));
            }
        }
        return counters;
    }

    private synchronized Optional<ServiceError> checkAndCount(Call call, List<Counter> asked, Instant now) {
        // Limits may have been lifted meanwhile.
        List<Counter> counters = asked.stream()
                .filter(counter -> inForce.contains(counter.meter()))
                .toList();
        for (Counter counter : counters) {
            Optional<Window> full = counter.full(now);
            if (full.isPresent()) {
                apply(counter.meter().registered(), call, true);
                return Optional.of(throttled(counter.meter().limit(), counter.subject(), full.get()));
            }
        }
        counters.forEach(counter -> counter.meter().windows().count(counter.subject(), now));
        return Optional.empty();
    }

    private static ServiceError throttled(RateLimit limit, String subject, Window window) {
        return ServiceError.of(
                ChimeError.THROTTLED_CLIENT,
                "The rate limit is " + limit.perSecond() + " calls a second per " + limit.per()
                        + (limit.provenance() == Provenance.DOCUMENTED ? ", the documented default" : "") + ", for "
                        + limit.filter() + ". " + subject + " made " + window.calls() + " since " + window.opened()
                        + ", and may call again from " + window.end()
                        + " on, by the fake's clock. Send fewer calls, retry later, or remove the limits with"
                        + " chime.rates().clear().",
                limit.provenance());
    }

    @Override
    protected void changed() {
        windows.keySet().retainAll(registered());
        List<Meter> meters = new ArrayList<>();
        for (Registered<RateLimit> each : registered()) {
            meters.removeIf(earlier -> each.definition().replaces(earlier.limit()));
            meters.add(new Meter(each, windows.computeIfAbsent(each, added -> new Windows())));
        }
        inForce = List.copyOf(meters);
    }

    @Override
    public synchronized void restore(List<Registered<RateLimit>> snapshot) {
        windows.clear();
        super.restore(snapshot);
    }
}
