package io.github.chimefake.internal.filter;

import io.github.chimefake.internal.exchange.Call;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers, per invocation, what was decided for its first attempt, so that retries get the same. Bounded: of very old
 * invocations it knows nothing any more. An attempt without an invocation id counts as an invocation.
 *
 * @param <D> what is decided
 */
public final class Invocations<D> {
    private static final int REMEMBERED = 1_000;

    private final Map<String, D> decisions = new LinkedHashMap<>();

    /** What was decided for the invocation that this attempt belongs to, if it is known. */
    public Optional<D> decided(Call.Attempt attempt) {
        return attempt.invocationId().map(decisions::get);
    }

    /** Notes what is decided for the invocation that this attempt belongs to. */
    public void decide(Call.Attempt attempt, D decision) {
        attempt.invocationId().ifPresent(id -> {
            decisions.put(id, decision);
            if (decisions.size() > REMEMBERED) {
                decisions.remove(decisions.keySet().iterator().next());
            }
        });
    }

    /** Forgets everything. */
    public void clear() {
        decisions.clear();
    }
}
