package io.github.chimefake.internal.filter;

import io.github.chimefake.Registration;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import io.github.chimefake.internal.lifetime.UserCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The definitions of one kind that are registered with a fake, in the order of registration, and how many calls each was applied
 * to. Which of several definitions apply to a call is decided by each kind. The lock of this object guards all counters.
 *
 * @param <D> what is defined, for example a fault; it describes itself in {@code toString()}
 */
public abstract class Registrations<D extends Registrations.Definition> {
    private final String noun;
    private final String entryPoint;
    private final UserCode userCode;
    private final FakeLifetime lifetime;
    private volatile List<Registered<D>> registered = List.of();

    /** Says which calls something is registered for. */
    public interface Definition {
        /** Returns what selects the calls. */
        CallFilter filter();

        /** Returns which of the selected calls it applies to. */
        default Schedule schedule() {
            return new Schedule.Always();
        }

        /**
         * Checks that some call can be selected.
         *
         * @throws IllegalArgumentException if none can
         */
        default void requireSatisfiable() {
            filter().requireSatisfiable();
        }
    }

    /** A definition and its counter, which definitions that were registered together have in common. */
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
    }

    /** Counts the calls of one registration, once for all attempts of a call. */
    private final class Counter implements Registration {
        private final List<D> definitions;
        private final Decisions decisions = new Decisions();
        private int seen;
        private int applied;

        private Counter(List<D> definitions) {
            this.definitions = definitions;
        }

        private Registrations<D> owner() {
            return Registrations.this;
        }

        private boolean decide(Call call, Schedule schedule, boolean free) {
            return decisions.decided(call.attempt()).orElseGet(() -> {
                seen++;
                boolean applies = free && schedule.applies(seen, applied);
                applied += applies ? 1 : 0;
                decisions.decide(call.attempt(), applies);
                return applies;
            });
        }

        private void rewind() {
            seen = 0;
            applied = 0;
            decisions.clear();
        }

        @Override
        public int timesApplied() {
            synchronized (owner()) {
                return applied;
            }
        }

        @Override
        public void close() {
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
     * @param noun what a definition is called in messages, for example {@code fault}
     * @param entryPoint the method of the server that leads here, for example {@code faults()}
     * @param userCode runs the predicates of filters
     * @param lifetime how long the list can be changed
     */
    protected Registrations(String noun, String entryPoint, UserCode userCode, FakeLifetime lifetime) {
        this.noun = noun;
        this.entryPoint = entryPoint;
        this.userCode = userCode;
        this.lifetime = lifetime;
    }

    /** Returns what is registered, in the order of registration. */
    protected final List<Registered<D>> registered() {
        return registered;
    }

    /** Returns whether the definition selects this call. Runs code of the user, so that no lock may be held. */
    protected boolean matches(D definition, Call call) {
        return definition.filter().matches(call, userCode, () -> "the " + described(definition));
    }

    /**
     * Returns whether it may apply to this call; what was decided for an earlier attempt holds, whatever a predicate says by now.
     * Predicates are run between two looks at the counter and not within one, as they may wait, or call the fake.
     */
    protected final boolean selects(Registered<D> each, Call call) {
        synchronized (this) {
            Optional<Boolean> decided = each.counter.decisions.decided(call.attempt());
            if (decided.isPresent() || each.definition.schedule().isUsedUp(each.counter.seen, each.counter.applied)) {
                return decided.orElse(false);
            }
        }
        return matches(each.definition, call);
    }

    /**
     * Counts a call that it selects, unless it was closed in the meantime, and returns whether it applies to the call.
     *
     * @param free whether it may apply; if not, the call counts as one that it was not applied to
     */
    protected final synchronized boolean apply(Registered<D> each, Call call, boolean free) {
        return registered.contains(each) && each.counter.decide(call, each.definition.schedule(), free) && free;
    }

    /**
     * Registers the definitions together.
     *
     * @throws IllegalArgumentException if one of them can select no call
     * @throws IllegalStateException if the fake is closed
     */
    public final Registration add(List<D> definitions) {
        definitions.forEach(Definition::requireSatisfiable);
        lifetime.requireRunning("The " + described(definitions.get(0)) + " cannot be registered");
        return register(new Counter(definitions));
    }

    private String described(D definition) {
        return noun + " \"" + definition + "\"";
    }

    private synchronized Registration register(Counter counter) {
        List<Registered<D>> more = new ArrayList<>(remaining());
        counter.definitions.forEach(definition -> more.add(new Registered<>(definition, counter)));
        register(more);
        return counter;
    }

    private void register(List<Registered<D>> others) {
        registered = List.copyOf(others);
        changed();
    }

    /** Returns which registrations remain when something is added to them. */
    protected List<Registered<D>> remaining() {
        return registered;
    }

    /** Is called with the lock held after something was registered or removed. */
    protected void changed() {}

    /** Removes everything. */
    public final synchronized void clear() {
        lifetime.requireRunning(entryPoint + ".clear()");
        register(List.of());
    }

    /** Returns what is registered now, to be restored here or in the list of another fake. */
    public final List<Registered<D>> snapshot() {
        return registered;
    }

    /** Registers again what the snapshot holds, as if it had not been applied yet. */
    public synchronized void restore(List<Registered<D>> snapshot) {
        register(snapshot.stream().map(this::own).toList());
        registered.forEach(each -> each.counter.rewind());
    }

    private Registered<D> own(Registered<D> each) {
        return each.counter.owner() == this
                ? each
                : new Registered<>(each.definition, new Counter(List.of(each.definition)));
    }
}
