package io.github.chimefake.internal.filter;

import io.github.chimefake.internal.exchange.Call;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers for each call whether something applied to its first attempt, so that its retries get the same. Bounded: the decision
 * for a very old call is forgotten. An attempt without an invocation id is a call by itself.
 */
final class Decisions {
    private static final int REMEMBERED = 1_000;

    private final Map<String, Boolean> byInvocationId = new LinkedHashMap<>();

    /** Returns what was decided for the call that this attempt belongs to, if it is known. */
    Optional<Boolean> decided(Call.Attempt attempt) {
        return attempt.invocationId().map(byInvocationId::get);
    }

    /** Remembers what is decided for the call that this attempt belongs to. */
    void decide(Call.Attempt attempt, boolean applies) {
        attempt.invocationId().ifPresent(id -> {
            byInvocationId.put(id, applies);
            if (byInvocationId.size() > REMEMBERED) {
                byInvocationId.remove(byInvocationId.keySet().iterator().next());
            }
        });
    }

    void clear() {
        byInvocationId.clear();
    }
}
