package io.github.chimefake.internal.messaging.store;

import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.background.BackgroundWork;
import io.github.chimefake.internal.background.FinishedWork;
import io.github.chimefake.internal.common.Identifiers;
import io.github.chimefake.internal.consistency.EarlierStates;
import io.github.chimefake.internal.consistency.StaleReads;
import io.github.chimefake.internal.directory.Directory;
import io.github.chimefake.internal.events.DefaultEventLog;
import io.github.chimefake.internal.events.EmittedEvent;
import io.github.chimefake.internal.events.WriteCause;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import io.github.chimefake.internal.lifetime.UserCode;
import io.github.chimefake.internal.messaging.events.BackgroundEvents;
import io.github.chimefake.internal.messaging.events.ChannelDeleted;
import io.github.chimefake.internal.messaging.events.Moment;
import io.github.chimefake.internal.messaging.events.StateEvent;
import io.github.chimefake.internal.messaging.events.WrittenEvent;
import io.github.chimefake.internal.messaging.state.DeletedChannels;
import io.github.chimefake.internal.messaging.state.Expirations;
import io.github.chimefake.internal.messaging.state.Postponed;
import io.github.chimefake.internal.messaging.state.State;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * Holds the current state. Writes are serialized; reads do not lock.
 *
 * <p>What the write of a call has postponed is done after its response, in the background, or before that by whatever
 * reads or changes the state next. So all that happens after the response finds it done, without waiting for a thread.
 */
public final class Store {
    /** Limits the attempts, because a clock of the test may itself write to the fake. */
    private static final int MAX_ATTEMPTS = 10;

    private static final WriteCause EXPIRATION = WriteCause.of("the expiration of users");

    private final Clock clock;
    private final StaleReads<State> staleReads;
    private final EarlierStates<State> earlierStates = new EarlierStates<>();
    private final Object writeLock = new Object();
    private final BackgroundWork background;
    private final Consumer<FinishedWork> log;
    private volatile Runnable onChange = () -> {};
    private final DefaultEventLog events;
    private final Identifiers identifiers;
    private final List<Consumer<StateWrite>> writeListeners = new CopyOnWriteArrayList<>();
    private volatile State state;
    /** The work that the state leaves to be done, which the last call has caused. Guarded by the lock. */
    private @Nullable PostponedWork postponed;

    /**
     * Creates a store.
     *
     * @param background does what the writes of calls have postponed
     * @param log receives what has expired and what was done in the background, within the write
     * @param events receives the events of writes, within the write
     */
    public Store(
            Clock clock,
            long seed,
            State state,
            UserCode userCode,
            FakeLifetime lifetime,
            BackgroundWork background,
            Consumer<FinishedWork> log,
            DefaultEventLog events) {
        this.background = background;
        this.log = log;
        this.events = events;
        this.identifiers = new Identifiers(seed);
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
        finishPostponed();
        deleteExpiredIfAny();
        return Postponed.finish(state);
    }

    public StaleReads<State> staleReads() {
        return staleReads;
    }

    /**
     * Returns the state for a read of messaging, which may miss the latest writes if a test asked for stale reads. Users
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
        // Another thread may write at this moment. The lock must not be taken within that of the stale reads.
        State seen = call.missedWrites() > 0
                ? earlierStates.before(call.missedWrites(), state)
                : staleReads.seenBy(call, () -> state, now);
        return Postponed.finish(seen);
    }

    /** The new state after a write, the result of the write, and the events that it emits to users. */
    public record Written<T>(State state, T result, List<WrittenEvent> events) {}

    /**
     * Applies the write of a call. If it throws an exception, nothing changes.
     *
     * @param cause the call, as the cause of the events and of what is done in the background
     */
    public <T> T write(WriteCause cause, BiFunction<State, Instant, Written<T>> write) {
        return writeNow(now -> {
            State before = state;
            Written<T> written = write.apply(before, now);
            State after = DeletedChannels.clean(written.state());
            List<EmittedEvent> emitted = record(written.events(), before, after, now, cause);
            state = after;
            staleReads.written(before, after, now);
            earlierStates.written(before, after);
            postpone(cause, now);
            tell(before, after, emitted);
            return written.result();
        });
    }

    /** Adds the events to the log, before the new state is visible, because a thread that sees it does not wait for them. */
    private List<EmittedEvent> record(
            List<WrittenEvent> written, State before, State after, Instant now, WriteCause cause) {
        if (written.isEmpty()) {
            return List.of();
        }
        List<EmittedEvent> emitted = new ArrayList<>(written.size());
        for (WrittenEvent event : written) {
            Moment moment = Moment.of(event, before, after, identifiers);
            emitted.add(new StateEvent(events.nextNumber(), event, moment, now, cause));
        }
        events.add(emitted);
        return emitted;
    }

    private void postpone(WriteCause cause, Instant now) {
        Set<Arn> subjects = Postponed.of(state);
        if (!subjects.isEmpty()) {
            PostponedWork work = new PostponedWork(this, subjects, cause, now);
            postponed = work;
            // Its queue is separate, because a processor that hangs must not delay it. The state keeps the order.
            background.add(work, work);
        }
    }

    /**
     * Does what the last call has postponed, unless it is done. Reads one volatile field if nothing is left to be done.
     */
    public void finishPostponed() {
        if (!Postponed.of(state).isEmpty()) {
            synchronized (writeLock) {
                try {
                    finishNow();
                } catch (RuntimeException bug) {
                    // The work itself reports it, as does each call that needs the state.
                    return;
                }
            }
        }
    }

    /** Does the work, unless it is done, or the state was restored. */
    @SuppressWarnings("ReferenceEquality") // A later call may have caused work that is equal.
    void finish(PostponedWork work, BooleanSupplier wanted) {
        synchronized (writeLock) {
            if (postponed == work && wanted.getAsBoolean()) {
                finishNow();
            }
        }
    }

    /**
     * Does what is postponed. Registers no write that reads may miss: it belongs to the write of its call, so that no
     * read sees that without it.
     */
    private void finishNow() {
        PostponedWork work = postponed;
        if (work != null) {
            State before = state;
            State after = Postponed.finish(before);
            // Before the new state is visible, because a thread that sees it does not wait for the entries.
            LaterWork.finished(before, after, work.cause().call()).forEach(log);
            List<EmittedEvent> emitted =
                    record(BackgroundEvents.finished(before, after), before, after, work.since(), work.cause());
            postponed = null;
            state = after;
            tell(before, after, emitted);
        }
    }

    /** Tells of a write, within it. */
    private void tell(State before, State after, List<EmittedEvent> emitted) {
        events.tell(emitted);
        writeListeners.forEach(listener -> listener.accept(new StateWrite(before, after, emitted)));
    }

    /**
     * Adds a listener, which is told of each write of the service, but not of those of the test. Called within the write,
     * by one thread at a time; it must neither block nor call the service.
     */
    public void subscribe(Consumer<StateWrite> listener) {
        writeListeners.add(listener);
    }

    public void unsubscribe(Consumer<StateWrite> listener) {
        writeListeners.remove(listener);
    }

    /**
     * Writes under the lock, with a time that is read without it, because the clock may be the test's, which may wait
     * or call the fake. If another write occurs in between, its time may be later, so the time is read again.
     */
    private <T> T writeNow(Function<Instant, T> write) {
        T result = writeLocked(write);
        onChange.run();
        return result;
    }

    @SuppressWarnings("ReferenceEquality") // An equal state also results from a write in between.
    private <T> T writeLocked(Function<Instant, T> write) {
        finishPostponed(); // First, so that it does not count as a write in between.
        for (int attempt = 1; ; attempt++) {
            State seen = state;
            Instant now = now();
            synchronized (writeLock) {
                if (state == seen || attempt == MAX_ATTEMPTS) {
                    finishNow();
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
        State after;
        synchronized (writeLock) {
            finishNow();
            after = changed(change.apply(state));
        }
        onChange.run();
        return after;
    }

    /** Sets what runs after each write, without the lock, by the thread of the write. */
    public void onChange(Runnable action) {
        onChange = action;
    }

    /** Returns the directory. Does not read the clock, so it may contain users who have expired. */
    public Directory directory() {
        return state.directory();
    }

    /** Replaces the state by that of a snapshot. What the last call has postponed is not done. */
    public void restore(Snapshot snapshot) {
        synchronized (writeLock) {
            postponed = null;
            changed(snapshot.state());
        }
    }

    /** Keeps the state after a change by the test. No response follows, so nothing is left to the background. */
    private State changed(State after) {
        State finished = Postponed.finish(after);
        state = finished;
        staleReads.settle();
        earlierStates.clear();
        return finished;
    }

    /** Reads the clock only if a channel or user expires, because a clock of the test may advance with each reading. */
    private void deleteExpiredIfAny() {
        State before = state;
        if (!before.pendingDeletions().expirations().isEmpty()
                || before.directory().expires()) {
            deleteExpired(now());
        }
    }

    private record Caused(WrittenEvent event, WriteCause cause) {}

    /** Deletes expired channels and users. */
    private void deleteExpired(Instant now) {
        if (Expirations.anyDue(state, now) || state.directory().anyExpired(now)) {
            synchronized (writeLock) {
                finishNow();
                State before = state;
                List<FinishedWork> works = new ArrayList<>();
                List<Caused> written = new ArrayList<>();
                State rest = Expirations.deleteExpired(before, now, channel -> {
                    FinishedWork work = LaterWork.expired(channel);
                    works.add(work);
                    written.add(new Caused(ChannelDeleted.of(channel), WriteCause.of(work.cause())));
                });
                Directory directory = rest.directory().expired(now);
                State after = Postponed.finish(rest.with(directory));
                works.addAll(LaterWork.expiredUsers(before, directory, after));
                BackgroundEvents.expiredUsers(rest, after, directory.deleted())
                        .forEach(event -> written.add(new Caused(event, EXPIRATION)));
                works.forEach(log);
                List<EmittedEvent> emitted = new ArrayList<>();
                written.forEach(
                        caused -> emitted.addAll(record(List.of(caused.event()), before, after, now, caused.cause())));
                state = after;
                tell(before, after, emitted);
            }
        }
    }
}
