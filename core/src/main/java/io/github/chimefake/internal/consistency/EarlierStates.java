package io.github.chimefake.internal.consistency;

import io.github.chimefake.internal.exchange.Call;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The states before the latest writes, for reads that miss a number of them. States are immutable and share unchanged
 * parts, so that earlier ones need little memory.
 *
 * @param <S> the type of the state
 */
public final class EarlierStates<S> {
    private final Deque<S> latestFirst = new ArrayDeque<>();

    /** Creates an empty list. */
    public EarlierStates() {}

    /** Keeps the state before a write that has changed it. */
    public synchronized void written(S before, S after) {
        if (before != after) {
            latestFirst.addFirst(before);
            if (latestFirst.size() > Call.MAX_MISSED_WRITES) {
                latestFirst.removeLast();
            }
        }
    }

    /**
     * Returns the state before a number of the latest writes; before the earliest known one if there were fewer.
     *
     * @param current is returned if no write is known
     */
    public synchronized S before(int writes, S current) {
        return latestFirst.stream()
                .limit(writes)
                .reduce((later, earlier) -> earlier)
                .orElse(current);
    }

    /** Makes all writes visible to all reads. */
    public synchronized void clear() {
        latestFirst.clear();
    }
}
