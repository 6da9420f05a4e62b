package io.github.chimefake.internal.filter;

import io.github.chimefake.Operation;
import io.github.chimefake.Registration;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import io.github.chimefake.internal.lifetime.UserCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The definitions of one kind that are registered with a fake, in the order of registration, with counters of the calls
 * that they were applied to. Subclasses decide which of several definitions apply to a call. The lock of this object
 * guards all counters.
 *
 * @param <D> the type of the definitions, for example a fault, with a description in {@code toString()}
 */
public abstract class Registrations<D extends Registrations.Definition> {
    private final String noun;
    private final String entryPoint;
    private final UserCode userCode;
    private final FakeLifetime lifetime;
    private final SetupLog setups = new SetupLog();
    private volatile List<Registered<D>> registered = List.of();
    private volatile ByOperation<D> byOperation = new ByOperation<>(List.of());

    /** A definition to be registered, with the calls that it applies to. */
    public interface Definition {
        /** Returns the filter that selects the calls. */
        CallFilter filter();

        /** Returns the schedule, which decides which of the selected calls the definition applies to. */
        default Schedule schedule() {
            return new Schedule.Always();
        }

        /** Returns the number of calls that it has to apply to before it has ended; 1 if it need not end. */
        default int expectedCalls() {
            return schedule().expectedCalls();
        }

        /** Returns the number of attempts of one call that it has to apply to before it has ended. */
        default int expectedAttempts() {
            return 1;
        }

        /** Returns whether calls of this operation can matter to the definition. */
        default boolean concerns(Operation operation) {
            return filter().selects(operation);
        }

        /**
         * Returns what it applies to instead of calls, for example {@code connect}; empty if it applies to calls. The journal does not
         * explain then why it has never applied.
         */
        default Optional<String> subject() {
            return Optional.empty();
        }

        /**
         * Checks that the definition can select any call.
         *
         * @throws IllegalArgumentException if it cannot
         */
        default void requireSatisfiable() {
            filter().requireSatisfiable();
        }
    }

    /** A definition and its counter, which is shared by definitions that were registered together. */
    public static final class Registered<D extends Definition> {
        private final D definition;
        private final Registrations<D>.Counter counter;

        private Registered(D definition, Registrations<D>.Counter counter) {
            this.definition = definition;
            this.counter = counter;
        }

        public D definition() {
            return definition;
        }

        /** Notes that another registration took its place. */
        public void replace() {
            counter.setup.replace();
        }

        /** Notes that it had its effect, although it may have applied to no call. */
        public void settle() {
            counter.setup.settle();
        }

        /** Returns what the method that registered the definition has returned. */
        public Registration registration() {
            return counter;
        }
    }

    /**
     * The registrations of one moment.
     *
     * @param setups what was set up and not used until then
     */
    public record Snapshot<D extends Definition>(List<Registered<D>> registered, List<Setup> setups) {}

    /** Counts the calls of one registration, once for all attempts of a call. */
    private final class Counter implements FilteredRegistration {
        private final List<D> definitions;
        private final RegisteredSetup setup;
        private final Decisions decisions = new Decisions();
        private int seen;
        private int applied;
        private boolean begun;

        private Counter(List<D> definitions, RegisteredSetup setup) {
            this.definitions = definitions;
            this.setup = setup;
        }

        private Registrations<D> owner() {
            return Registrations.this;
        }

        /** Returns which of the calls that the definition applies to this is, from 1; 0 if it does not apply to it. */
        private int decide(Call call, Schedule schedule, Selector selector, boolean applicable) {
            int ordinal = decisions.decided(call.attempt()).orElseGet(() -> {
                boolean applies = false;
                if (selector.selects(begun)) {
                    seen++;
                    applies = applicable && schedule.applies(seen, applied);
                    applied += applies ? 1 : 0;
                }
                int decided = applies ? applied : 0;
                decisions.decide(call.attempt(), decided);
                return decided;
            });
            setup.note(seen, ordinal, call.attempt().number());
            return ordinal;
        }

        private void reset() {
            seen = 0;
            applied = 0;
            begun = false;
            decisions.clear();
        }

        @Override
        public List<CallFilter> filters() {
            return definitions.stream().map(Definition::filter).distinct().toList();
        }

        @Override
        public boolean lasts() {
            synchronized (owner()) {
                return registered.stream()
                        .filter(each -> each.counter == this)
                        .anyMatch(each -> !each.definition.schedule().isUsedUp(seen, applied));
            }
        }

        @Override
        public int timesApplied() {
            catchUp();
            synchronized (owner()) {
                return applied;
            }
        }

        @Override
        public void close() {
            catchUp();
            synchronized (owner()) {
                register(
                        registered.stream().filter(each -> each.counter != this).toList());
            }
        }

        @Override
        public String toString() {
            return definitions.stream().map(D::toString).collect(Collectors.joining("; "));
        }
    }

    /**
     * Creates an empty list.
     *
     * @param noun the term for a definition in messages, for example {@code fault}
     * @param entryPoint the method of the fake that returns the entry point, for example {@code faults()}
     * @param userCode runs the predicates of filters
     * @param lifetime the lifetime of the fake, which ends the registration of definitions
     */
    protected Registrations(String noun, String entryPoint, UserCode userCode, FakeLifetime lifetime) {
        this.noun = noun;
        this.entryPoint = entryPoint;
        this.userCode = userCode;
        this.lifetime = lifetime;
    }

    /** Returns what was set up here. */
    public final SetupLog setups() {
        return setups;
    }

    /**
     * Starts a sentence, which a test finishes with one of these methods.
     *
     * @param verbs for example {@code deny() or allow()}
     */
    public final Sentence sentence(String verbs) {
        return Sentence.start(setups, entryPoint, verbs);
    }

    /** Returns the registered definitions, in the order of registration. */
    protected final List<Registered<D>> registered() {
        return registered;
    }

    /** Returns what the methods that registered the current definitions have returned, in the order of registration, each once. */
    public final List<FilteredRegistration> registrations() {
        return registered.stream()
                .map(each -> (FilteredRegistration) each.counter)
                .distinct()
                .toList();
    }

    /** Returns the registered definitions that calls of this operation can matter to, in the order of registration. */
    protected final List<Registered<D>> concernedBy(Operation operation) {
        return byOperation.get(operation);
    }

    /**
     * Returns whether the definition selects this call. Must not be called while holding a lock, because it runs user
     * code.
     */
    protected boolean matches(D definition, Call call) {
        return definition.filter().matches(call, userCode, () -> "the " + describe(definition));
    }

    /**
     * Returns whether the definition may apply to this call. The decision for an earlier attempt remains valid,
     * whatever the predicate returns now. Predicates run without the lock, because they may wait or call the fake. A
     * definition with a schedule never applies to a call that no schedule counts.
     */
    protected final boolean selects(Registered<D> each, Call call) {
        if (!call.http().sender().meetsFaults()) {
            return each.definition.schedule() instanceof Schedule.Always && matches(each.definition, call);
        }
        synchronized (this) {
            Optional<Integer> decided = each.counter.decisions.decided(call.attempt());
            if (decided.isPresent() || each.definition.schedule().isUsedUp(each.counter.seen, each.counter.applied)) {
                return decided.orElse(0) > 0;
            }
        }
        return matches(each.definition, call);
    }

    /**
     * Counts a selected call, unless the registration was closed in the meantime, and returns whether the definition
     * applies to the call.
     *
     * @param applicable whether the definition may apply; if not, the call is counted as one that it was not applied to
     */
    protected final synchronized boolean apply(Registered<D> each, Call call, boolean applicable) {
        return ordinal(each, call, begun -> true, applicable) > 0 && applicable;
    }

    /**
     * Counts a call that the filter of the definition has selected, unless the registration was closed in the meantime.
     *
     * @param selector a further condition; a call that it does not select is not counted
     * @param applicable whether the definition may apply; if not, the call is counted as one that it was not applied to
     * @return which of the calls that the definition applies to this is, from 1; 0 if it does not apply to it
     */
    protected final synchronized int ordinal(Registered<D> each, Call call, Selector selector, boolean applicable) {
        if (!registered.contains(each)) {
            return 0;
        }
        if (!call.http().sender().meetsFaults()) {
            each.settle(); // It had an effect on the test, so it is not reported as unused.
            return 1;
        }
        return each.counter.decide(call, each.definition.schedule(), selector, applicable);
    }

    /** A condition that is neither part of a filter nor of a schedule. Runs with the lock held. */
    @FunctionalInterface
    protected interface Selector {
        /**
         * Returns whether a call is selected.
         *
         * @param begun whether {@link #begin} was called
         */
        boolean selects(boolean begun);
    }

    /** Marks the registration as begun, until the next reset. */
    protected final synchronized void begin(Registered<D> each) {
        each.counter.begun = true;
    }

    protected final synchronized boolean hasBegun(Registered<D> each) {
        return each.counter.begun;
    }

    /**
     * Registers the definitions together.
     *
     * @throws IllegalArgumentException if one of them cannot select any call
     * @throws IllegalStateException if the fake is closed
     */
    public final Registration add(List<D> definitions) {
        definitions.forEach(Definition::requireSatisfiable);
        lifetime.requireRunning("The " + describe(definitions.get(0)) + " cannot be registered");
        RegisteredSetup setup = new RegisteredSetup(
                definitions, () -> describe(definitions.get(0)), SourceLine.current(), setups.declaration());
        setups.add(setup);
        catchUp();
        return register(new Counter(definitions, setup));
    }

    private String describe(D definition) {
        return noun + " \"" + definition + "\"";
    }

    private synchronized Registration register(Counter counter) {
        List<Registered<D>> kept = remaining();
        if (kept != registered) { // Usually all of them are kept.
            registered.stream().filter(each -> !kept.contains(each)).forEach(Registered::replace);
        }
        List<Registered<D>> more = new ArrayList<>(kept);
        counter.definitions.forEach(definition -> more.add(new Registered<>(definition, counter)));
        register(more);
        return counter;
    }

    private void register(List<Registered<D>> others) {
        registered = List.copyOf(others);
        byOperation = new ByOperation<>(registered);
        changed();
    }

    /** Returns the registrations that remain when another one is added. */
    protected List<Registered<D>> remaining() {
        return registered;
    }

    /** Called with the lock held after a registration was added or removed. */
    protected void changed() {}

    /** Called without a lock before the test changes or reads registrations: what happened before is to be counted by then. */
    protected void catchUp() {}

    /** Removes all registrations. */
    public final void clear() {
        lifetime.requireRunning(entryPoint + ".clear()");
        catchUp();
        beforeClear();
        synchronized (this) {
            register(List.of());
        }
    }

    /** Called without a lock before all registrations are removed. */
    protected void beforeClear() {}

    /** Returns the current registrations, to be restored here or in another fake. */
    public final Snapshot<D> snapshot() {
        return new Snapshot<>(registered, setups.snapshot());
    }

    /** Restores the registrations of the snapshot, with all counters at zero. */
    public synchronized void restore(Snapshot<D> snapshot) {
        register(snapshot.registered().stream().map(this::own).toList());
        setups.restore(snapshot.setups());
        registered.forEach(each -> each.counter.reset());
    }

    private Registered<D> own(Registered<D> each) {
        return each.counter.owner() == this ? each : copy(copyOf(each.definition), each.counter.setup);
    }

    private Registered<D> copy(D definition, RegisteredSetup setup) {
        return new Registered<>(definition, new Counter(List.of(definition), setup));
    }

    /** Returns the definition for another fake, which shares nothing that changes with that of this one. */
    protected D copyOf(D definition) {
        return definition;
    }
}
