package io.github.chimefake.internal.messaging.store;

import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.consistency.StaleReads;
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
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.pcollections.TreePMap;

/** Holds the one reference to the state: writes happen one after the other, reads take what is there. */
public final class Store {
    /** A clock that writes to the fake by itself must not be asked for ever. */
    private static final int MAX_ATTEMPTS = 10;

    private final Clock clock;
    private final StaleReads<State> staleReads;
    private final Object writeLock = new Object();
    private volatile State state;

    public Store(Clock clock, long seed, State state, UserCode userCode, FakeLifetime lifetime) {
        this.clock = clock;
        this.staleReads = new StaleReads<>(seed, userCode, lifetime);
        this.state = state;
    }

    /** In whole milliseconds, which is all that the wire format carries. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** What a test set up, which never expires. Does not look at the clock. */
    public State.Setup setup() {
        return state.setup();
    }

    /** The current state, without what has expired by now. */
    public State state() {
        deleteExpiredIfAny();
        return state;
    }

    public StaleReads<State> staleReads() {
        return staleReads;
    }

    /**
     * The state as a read of messaging sees it, which may miss the latest writes if a test asked for that; but users are
     * known as they are, for no delay of theirs was ever seen.
     */
    public State seenBy(Call call, Instant now) {
        State seen = staleFor(call, now);
        TreePMap<Arn, TreePMap<String, String>> tags = seen.directory().tags();
        return seen.withDirectoryOnly(state.directory().withAllTags(tags));
    }

    /** The state as a read sees it that is of the directory itself. */
    State staleFor(Call call, Instant now) {
        deleteExpired(now);
        return staleReads.seenBy(call, () -> state, now);
    }

    /** What a write makes: the state after it, and what it was for. */
    public record Written<T>(State state, T result) {}

    /** Applies a write of a call. What it throws, it has not done. */
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
     * Writes under the lock, at a time that was read without it: the clock may be a test's, which may wait, or call the fake. If
     * another write came in between, whose time may be later, the time is read anew.
     */
    @SuppressWarnings("ReferenceEquality") // A state that is merely equal tells of a write in between, too.
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

    /** Applies what a test does by itself at this moment, which every later read sees. */
    public State change(BiFunction<State, Instant, State> change) {
        return writeNow(now -> changed(change.apply(state, now)));
    }

    /** Applies what a test does by itself, whenever that is, and which every later read sees. Does not look at the clock. */
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

    /** Looks at the clock only if anything ever expires, because a test's may go on with every look. */
    private void deleteExpiredIfAny() {
        State before = state;
        if (!before.pendingDeletions().expirations().isEmpty()
                || before.directory().expires()) {
            deleteExpired(now());
        }
    }

    /** Deletes the channels and users that have expired by now. */
    private void deleteExpired(Instant now) {
        if (Expirations.anyDue(state, now) || state.directory().anyExpired(now)) {
            synchronized (writeLock) {
                State rest = Expirations.deleteExpired(state, now);
                state = rest.with(rest.directory().expired(now));
            }
        }
    }
}
