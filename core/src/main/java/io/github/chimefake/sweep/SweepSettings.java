package io.github.chimefake.sweep;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Experimental;
import io.github.chimefake.Operation;
import io.github.chimefake.failures.OperationFailure;
import io.github.chimefake.faults.FaultEffect;
import io.github.chimefake.internal.failures.OwnFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The settings of a sweep. Immutable: each method with a parameter returns other settings.
 *
 * <pre>{@code
 * SweepSettings.defaults().bestEffort(SEND_CHANNEL_MESSAGE).depth(1)
 * }</pre>
 *
 * @since 0.1
 */
@Experimental
public final class SweepSettings {
    private static final int DEPTH = 2;
    private static final int LIMIT = 2_000;
    private static final Duration TIME_LIMIT = Duration.ofSeconds(20);

    private Optional<Predicate<? super OperationFailure>> failures = Optional.empty();
    private Set<ChimeError> furtherErrors = Set.of();
    private List<OperationFailure> ownFailures = List.of();
    private Set<SweepOracle> oracles = Set.of(SweepOracle.values());
    private Set<Operation> bestEffort = Set.of();
    private int depth = DEPTH;
    private boolean pairs;
    private int limit = LIMIT;
    private OptionalLong seed = OptionalLong.empty();
    private Duration timeLimit = TIME_LIMIT;
    private boolean onTestThread;
    private Optional<String> onlyRun = Optional.empty();

    private SweepSettings() {}

    /** Returns these settings after a change. */
    private SweepSettings with(Consumer<SweepSettings> change) {
        SweepSettings changed = new SweepSettings();
        changed.failures = failures;
        changed.furtherErrors = furtherErrors;
        changed.ownFailures = ownFailures;
        changed.oracles = oracles;
        changed.bestEffort = bestEffort;
        changed.depth = depth;
        changed.pairs = pairs;
        changed.limit = limit;
        changed.seed = seed;
        changed.timeLimit = timeLimit;
        changed.onTestThread = onTestThread;
        changed.onlyRun = onlyRun;
        change.accept(changed);
        return changed;
    }

    /** Returns the default settings. */
    public static SweepSettings defaults() {
        return new SweepSettings();
    }

    /**
     * Selects the failures that are injected, of those that each operation can meet in production. The condition gets
     * each of them. By default, these are injected: an unregistered bearer, for one call and from it on; a role or a resource that
     * does not allow the call; no IAM policy that allows it; throttling; a response that is lost, always and once; one member of a batch
     * that fails.
     */
    public SweepSettings failures(Predicate<? super OperationFailure> condition) {
        return with(changed -> changed.failures = Optional.of(condition));
    }

    /**
     * Injects these errors, too, into the calls that can meet them, for example {@code EXPIRED_TOKEN}, in addition to those that were
     * named already.
     */
    public SweepSettings furtherErrors(ChimeError first, ChimeError... more) {
        Set<ChimeError> all = EnumSet.of(first, more);
        all.addAll(furtherErrors);
        return with(changed -> changed.furtherErrors = Collections.unmodifiableSet(all));
    }

    /**
     * Injects a failure of the team's own, too, into the calls of these operations:
     *
     * <pre>{@code
     * settings.ownFailure("empty page", call -> FaultResponse.of(ListChannelsResponse.builder().build()), LIST_CHANNELS)
     * }</pre>
     *
     * @param name what runs are named by
     * @param effect what a call meets; code of the test
     * @throws IllegalArgumentException if the name is blank
     */
    public SweepSettings ownFailure(String name, FaultEffect effect, Operation first, Operation... more) {
        if (name.isBlank()) {
            throw new IllegalArgumentException(
                    "ownFailure(\"" + name + "\", …): expected a name, for example \"empty page\"");
        }
        List<OperationFailure> all = new ArrayList<>(ownFailures);
        EnumSet.of(first, more).forEach(operation -> all.add(new OwnFailure(operation, name, effect)));
        return with(changed -> changed.ownFailures = List.copyOf(all));
    }

    /** Removes oracles, in addition to those that were removed already. */
    public SweepSettings withoutOracles(SweepOracle first, SweepOracle... more) {
        Set<SweepOracle> rest = EnumSet.noneOf(SweepOracle.class);
        rest.addAll(oracles);
        EnumSet.of(first, more).forEach(rest::remove);
        return with(changed -> changed.oracles = Collections.unmodifiableSet(rest));
    }

    /** Allows the code under test to fail to call these operations, in addition to those that were named already. */
    public SweepSettings bestEffort(Operation first, Operation... more) {
        return bestEffort(EnumSet.of(first, more));
    }

    /** Allows the code under test to fail to call these operations, in addition to those that were named already. */
    public SweepSettings bestEffort(Set<Operation> operations) {
        Set<Operation> all = EnumSet.noneOf(Operation.class);
        all.addAll(bestEffort);
        all.addAll(operations);
        return with(changed -> changed.bestEffort = Collections.unmodifiableSet(all));
    }

    /**
     * Sets how many failures of a run lead to each other: with 2, the default, calls that are only made after a failure are swept, too.
     *
     * @throws IllegalArgumentException if it is not from 1 to 3
     */
    public SweepSettings depth(int failuresOfARun) {
        if (failuresOfARun < 1 || failuresOfARun > 3) {
            throw new IllegalArgumentException("depth(" + failuresOfARun + "): expected 1, 2 or 3 failures of a run");
        }
        return with(changed -> changed.depth = failuresOfARun);
    }

    /**
     * Sets how many runs with a failure there are at most; 2,000 by default. The report says how many were left out.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public SweepSettings limit(int runs) {
        if (runs < 1) {
            throw new IllegalArgumentException("limit(" + runs + "): expected at least 1 run");
        }
        return with(changed -> changed.limit = runs);
    }

    /**
     * Sets whether there are runs with two failures at two calls of the code, whatever the depth is: after each failure, each later call that succeeds in spite of it meets each
     * failure that it can meet. By default, there are none. Their number grows with the square of the calls, so set a {@link #limit} and a {@link #seed}.
     */
    public SweepSettings pairs(boolean added) {
        return with(changed -> changed.pairs = added);
    }

    /** Sets the order of the runs to a random one, the same for each seed. With a limit, other seeds have other runs. By default, runs have the order of the calls. */
    public SweepSettings seed(long number) {
        return with(changed -> changed.seed = OptionalLong.of(number));
    }

    /**
     * Sets after how long the code under test counts as hung; 20 seconds by default, and always at least 5 times what it takes without a
     * failure. Its thread is interrupted then. If it does not end within 2 seconds, it is left behind as a daemon, and its further
     * calls fail. After a run that hung, later ones get 20 times what the code takes without a failure, at least 2 seconds, if that is less.
     *
     * <p>A run without a failure, and one in which each attempt of a repeated call fails, may take 3 times the time limit, at least 60 seconds.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public SweepSettings timeLimit(Duration ofTheCode) {
        if (ofTheCode.isNegative() || ofTheCode.isZero()) {
            throw new IllegalArgumentException(
                    "timeLimit(" + ofTheCode + "): expected more than zero, for example Duration.ofSeconds(20)");
        }
        return with(changed -> changed.timeLimit = ofTheCode);
    }

    /**
     * Sets whether the code always runs on the thread of the test. By default, after the first run, it runs on a separate thread, so that the sweep can go on if
     * it hangs. That thread has the context class loader and the inheritable thread locals of the test's. If the code does something else
     * there, or if Spring has begun a transaction on the thread of the test, the sweep goes back to the thread of the test by itself.
     */
    public SweepSettings onTestThread(boolean always) {
        return with(changed -> changed.onTestThread = always);
    }

    /**
     * Removes all runs with a failure but one, and those that lead to it.
     *
     * @param name the name of the run, as reports write it
     */
    public SweepSettings onlyRun(String name) {
        return with(changed -> changed.onlyRun = Optional.of(name));
    }

    /** Returns the condition that selects the failures; empty for the default ones. */
    public Optional<Predicate<? super OperationFailure>> failures() {
        return failures;
    }

    /** Returns the oracles that are on. */
    public Set<SweepOracle> oracles() {
        return oracles;
    }

    /** Returns the operations that the code under test may fail to call. */
    public Set<Operation> bestEffort() {
        return bestEffort;
    }

    /** Returns how many failures of a run may lead to each other. */
    public int depth() {
        return depth;
    }

    /** Returns how many runs with a failure there are at most. */
    public int limit() {
        return limit;
    }

    /** Returns the seed of the order; empty if runs have the order of the calls. */
    public OptionalLong seed() {
        return seed;
    }

    /** Returns after how long the code under test counts as hung. */
    public Duration timeLimit() {
        return timeLimit;
    }

    /** Returns the name of the only run with a failure; empty for all runs. */
    public Optional<String> onlyRun() {
        return onlyRun;
    }

    /** Returns the errors that are injected in addition. */
    public Set<ChimeError> furtherErrors() {
        return furtherErrors;
    }

    /** Returns the failures of the team's own. */
    public List<OperationFailure> ownFailures() {
        return ownFailures;
    }

    /** Returns whether there are runs with two failures at two calls that the code makes anyway. */
    public boolean hasPairs() {
        return pairs;
    }

    /** Returns whether the code always runs on the thread of the test. */
    public boolean isOnTestThread() {
        return onTestThread;
    }
}
