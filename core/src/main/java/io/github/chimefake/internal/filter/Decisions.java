package io.github.chimefake.internal.filter;

import io.github.chimefake.internal.exchange.Call;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers for each call whether a registration applied to its first attempt, and as which of the calls that it applied
 * to, so that its retries are treated in the same way. The number of decisions is bounded: that of a very old call is
 * removed. An attempt without an invocation id is a separate call.
 */
final class Decisions {
    private static final int CAPACITY = 1_000;

    private final Map<String, Integer> byInvocationId = new LinkedHashMap<>();

    /** Returns the decision for the call of this attempt, 0 for no; empty if there is none. */
    Optional<Integer> decided(Call.Attempt attempt) {
        return attempt.invocationId().map(byInvocationId::get);
    }

    /** Remembers the decision for the call of this attempt, 0 for no. */
    void decide(Call.Attempt attempt, int ordinal) {
        attempt.invocationId().ifPresent(id -> {
            byInvocationId.put(id, ordinal);
            if (byInvocationId.size() > CAPACITY) {
                byInvocationId.remove(byInvocationId.keySet().iterator().next());
            }
        });
    }

    void clear() {
        byInvocationId.clear();
    }
}
