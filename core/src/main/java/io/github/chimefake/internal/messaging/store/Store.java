package io.github.chimefake.internal.messaging.store;

import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.background.FinishedWork;
import io.github.chimefake.internal.consistency.StaleReads;
import io.github.chimefake.internal.directory.Directory;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import io.github.chimefake.internal.lifetime.UserCode;
import io.github.chimefake.internal.messaging.state.DeletedChannels;
import io.github.chimefake.internal.messaging.state.Expirations;
import io.github.chimefake.internal.messaging.state.State;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.pcollections.TreePMap;

/** Holds the current state. Writes are serialized; reads do not lock. */
public final class Store {
    /** Limits the attempts, because a clock of the test may itself write to the fake. */
    private static final int MAX_ATTEMPTS = 10;

    private final Clock clock;
    private final StaleReads<State> staleReads;
    private final Object writeLock = new Object();
    private final Consumer<FinishedWork> log;
    private volatile State state;

    /**
     * Creates a store.
     *
     * @param log receives what has expired and was deleted, within the write
     */
    public Store(
            Clock clock, long seed, State state, UserCode userCode, FakeLifetime lifetime, Consumer<FinishedWork> log) {
        this.log = log;
        this.clock = clock;
        this.staleReads = new StaleReads<>(seed, userCode, lifetime);
        this.state = state;
    }

    /** Returns the current time in whole milliseconds, because the wire format is limited to them. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Returns the setup, which does not expire. Does not read the clock. */
    public State.Setup setup() {
        return state.setup();
    }

    /** Returns the current state, without expired channels and users. */
    public State state() {
        deleteExpiredIfAny();
        return state;
    }

    public StaleReads<State> staleReads() {
        return staleReads;
    }

    /**
     * Returns the state for a read of messaging, which may miss the latest writes if a test enabled stale reads. Users
     * are always current, because no delay of theirs was observed.
     */
    public State seenBy(Call call, Instant now) {
        State seen = staleFor(call, now);
        TreePMap<Arn, TreePMap<String, String>> tags = seen.directory().tags();
        return seen.withDirectoryOnly(state.directory().withAllTags(tags));
    }

    /** Returns the state for a read of the directory itself. */
    State staleFor(Call call, Instant now) {
        deleteExpired(now);
        return staleReads.seenBy(call, () -> state, now);
    }

    /** The new state after a write, and the result of the write. */
    public record Written<T>(State state, T result) {}

    /** Applies the write of a call. If it throws an exception, nothing changes. */
    public <T> T write(BiFunction<State, Instant, Written<T>> write) {
        return writeNow(now -> {
            State before = state;
            Written<T> written = write.apply(before, now);
            state = DeletedChannels.clean(written.state());
            staleReads.written(before, state, now);
            return written.result();
        });
    }

    /**
     * Writes under the lock, with a time that is read without it, because the clock may be the test's, which may wait
     * or call the fake. If another write occurs in between, its time may be later, so the time is read again.
     */
    @SuppressWarnings("ReferenceEquality") // An equal state also results from a write in between.
    private <T> T writeNow(Function<Instant, T> write) {
        for (int attempt = 1; ; attempt++) {
            State seen = state;
            Instant now = now();
            synchronized (writeLock) {
                if (state == seen || attempt == MAX_ATTEMPTS) {
                    deleteExpired(now);
                    return write.apply(now);
                }
            }
        }
    }

    /** Applies a change by a fixture method at the current time, which all later reads see. */
    public State change(BiFunction<State, Instant, State> change) {
        return writeNow(now -> changed(change.apply(state, now)));
    }

    /**
     * Applies a change by the test that does not depend on the time, and which all later reads see. Does not read the
     * clock.
     */
    public State change(UnaryOperator<State> change) {
        synchronized (writeLock) {
            return changed(change.apply(state));
        }
    }

    private State changed(State after) {
        state = after;
        staleReads.settle();
        return after;
    }

    /** Reads the clock only if a channel or user expires, because a clock of the test may advance with each reading. */
    private void deleteExpiredIfAny() {
        State before = state;
        if (!before.pendingDeletions().expirations().isEmpty()
                || before.directory().expires()) {
            deleteExpired(now());
        }
    }

    /** Deletes expired channels and users. */
    private void deleteExpired(Instant now) {
        if (Expirations.anyDue(state, now) || state.directory().anyExpired(now)) {
            synchronized (writeLock) {
                State before = state;
                State rest = Expirations.deleteExpired(before, now, channel -> log.accept(LaterWork.expired(channel)));
                Directory directory = rest.directory().expired(now);
                state = rest.with(directory);
                LaterWork.expiredUsers(before, directory, state).forEach(log);
            }
        }
    }
}
