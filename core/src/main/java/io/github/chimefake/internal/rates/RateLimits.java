package io.github.chimefake.internal.rates;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
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
 * The registered rate limits and their counters. A call that several limits apply to must be within all of them. A call
 * that exceeds a limit is not counted; all others are, even if they fail later. Both are assumptions: AWS does not
 * publish which failed calls are counted.
 */
public final class RateLimits extends Registrations<RateLimit> {
    private final Clock clock;
    private final Map<Registered<RateLimit>, Windows> windows = new HashMap<>();
    private volatile List<Meter> active = List.of();

    /** A limit and its counters. */
    private record Meter(Registered<RateLimit> registered, Windows windows) {
        RateLimit limit() {
            return registered.definition();
        }
    }

    /**
     * Creates an empty list.
     *
     * @param clock returns the time of calls
     */
    public RateLimits(Clock clock, UserCode userCode, FakeLifetime lifetime) {
        super("rate limit", "rates()", userCode, lifetime);
        this.clock = clock;
    }

    /** Returns the error if the call exceeds a limit; otherwise empty. */
    public Optional<ServiceError> check(Call call) {
        return active.isEmpty() ? Optional.empty() : checkAndCount(call, counters(call), clock.instant());
    }

    /** Returns the error if the connect of a user exceeds the limit of connects; otherwise counts it. */
    public Optional<ServiceError> checkConnect(Call connect) {
        List<Counter> counters = counters(connect, CountedPer.CONNECTING_USER);
        return counters.isEmpty() ? Optional.empty() : checkAndCount(connect, counters, clock.instant());
    }

    /**
     * Returns the error if a user who connects has as many connections as the limit allows.
     *
     * @param connections those that are open
     */
    public Optional<ServiceError> checkConnections(Call connect, int connections) {
        for (Counter counter : counters(connect, CountedPer.CONNECTED_USER)) {
            RateLimit limit = counter.meter().limit();
            counter.meter().registered().settle();
            if (connections >= limit.perSecond()) {
                apply(counter.meter().registered(), connect, true);
                return Optional.of(ServiceError.of(
                        Layer.RATE_LIMIT,
                        ChimeError.THROTTLED_CLIENT,
                        counter.subject() + " has " + connections + " connections, and may have " + limit.perSecond()
                                + (limit.provenance() == Provenance.DOCUMENTED ? ", the documented default" : "")
                                + ". Close one, or remove the limits with chime.rates().clear().",
                        limit.provenance()));
            }
        }
        return Optional.empty();
    }

    private List<Counter> counters(Call connect, CountedPer per) {
        return active.stream()
                .filter(meter -> meter.limit().per() == per)
                .flatMap(meter -> connect.bearer().stream().map(user -> new Counter(meter, user.text())))
                .toList();
    }

    /**
     * A limit that applies to a call.
     *
     * @param subject what the call is counted for; see {@link CountedPer#subject}
     */
    private record Counter(Meter meter, String subject) {
        Optional<Window> full(Instant now) {
            return meter.windows()
                    .current(subject, now)
                    .filter(window -> window.calls() >= meter.limit().perSecond());
        }
    }

    /** Returns the counters of the call. Called without the lock, because predicates may wait or call the fake. */
    private List<Counter> counters(Call call) {
        List<Counter> counters = new ArrayList<>();
        for (Meter meter : active) {
            if (matches(meter.limit(), call)) {
                meter.limit().per().subject(call).ifPresent(subject -> counters.add(new Counter(meter, subject)));
            }
        }
        return counters;
    }

    private synchronized Optional<ServiceError> checkAndCount(Call call, List<Counter> matching, Instant now) {
        // Limits may have been removed in the meantime.
        List<Counter> counters = matching.stream()
                .filter(counter -> active.contains(counter.meter()))
                .toList();
        counters.forEach(counter -> counter.meter().registered().settle()); // A limit that no call exceeds is in use.
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
                Layer.RATE_LIMIT,
                ChimeError.THROTTLED_CLIENT,
                "The rate limit is " + limit.perSecond() + " calls a second per " + limit.per()
                        + (limit.provenance() == Provenance.DOCUMENTED ? ", the documented default" : "") + ", for "
                        + limit.filter() + ". " + subject + " made " + window.calls() + " since " + window.started()
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
            meters.removeIf(earlier -> isReplaced(earlier, each));
            meters.add(new Meter(each, windows.computeIfAbsent(each, added -> new Windows())));
        }
        active = List.copyOf(meters);
    }

    private static boolean isReplaced(Meter earlier, Registered<RateLimit> later) {
        boolean replaced = later.definition().replaces(earlier.limit());
        if (replaced) {
            earlier.registered().replace();
        }
        return replaced;
    }

    @Override
    public synchronized void restore(Snapshot<RateLimit> snapshot) {
        windows.clear();
        super.restore(snapshot);
    }
}
