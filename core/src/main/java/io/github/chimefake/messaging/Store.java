package io.github.chimefake.messaging;

import io.github.chimefake.call.Call;
import io.github.chimefake.consistency.StaleReads;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.pcollections.TreePMap;

/** Holds the one reference to the state: writes happen one after the other, reads take what is there. */
final class Store {
    private final Clock clock;
    private final StaleReads<State> staleReads;
    private final Object writeLock = new Object();
    private volatile State state;

    Store(Clock clock, long seed, State state) {
        this.clock = clock;
        this.staleReads = new StaleReads<>(seed);
        this.state = state;
    }

    /** In whole milliseconds, which is all that the wire format carries. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The current state, without what has expired by now. */
    State state() {
        reapIfAnything();
        return state;
    }

    StaleReads<State> staleReads() {
        return staleReads;
    }

    /**
     * The state as a read of messaging sees it, which may miss the latest writes if a test asked for that; but users are
     * known as they are, for no delay of theirs was ever seen.
     */
    State seenBy(Call call, Instant now) {
        State seen = staleFor(call, now);
        TreePMap<String, TreePMap<String, String>> tags = seen.directory().tags();
        return seen.withUnsettled(state.directory().withAllTags(tags));
    }

    /** The state as a read sees it that is of the directory itself. */
    State staleFor(Call call, Instant now) {
        reap(now);
        return staleReads.seenBy(call, () -> state, now);
    }

    /** What a write makes: the state after it, and what it was for. */
    record Written<T>(State state, T result) {}

    /** Applies a write of a call. What it throws, it has not done. */
    <T> T write(BiFunction<State, Instant, Written<T>> write) {
        synchronized (writeLock) {
            Instant now = now();
            reap(now);
            State before = state;
            Written<T> written = write.apply(before, now);
            state = AbandonedChannels.clean(written.state());
            staleReads.written(before, state, now);
            return written.result();
        }
    }

    /** Applies what a test does by itself, which every later read sees. */
    State change(UnaryOperator<State> change) {
        synchronized (writeLock) {
            reapIfAnything();
            state = change.apply(state);
            staleReads.settle();
            return state;
        }
    }

    /** Looks at the clock only if anything ever expires, because a test's may go on with every look. */
    private void reapIfAnything() {
        State before = state;
        if (!before.chores().expirations().isEmpty() || before.directory().expires()) {
            reap(now());
        }
    }

    /** Deletes the channels and users that have expired by now. */
    private void reap(Instant now) {
        if (Expirations.anyDue(state, now) || state.directory().anyExpired(now)) {
            synchronized (writeLock) {
                State rest = Expirations.reap(state, now);
                state = rest.with(rest.directory().expired(now));
            }
        }
    }
}
