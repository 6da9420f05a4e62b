package io.github.chimefake.sweep;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Experimental;
import io.github.chimefake.Operation;
import io.github.chimefake.failures.OperationFailure;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiPredicate;

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
    private static final Duration TIME_LIMIT = Duration.ofSeconds(10);

    private final Optional<BiPredicate<Operation, OperationFailure>> failures;
    private final Set<SweepOracle> oracles;
    private final Set<Operation> bestEffort;
    private final int depth;
    private final int limit;
    private final OptionalLong seed;
    private final Duration timeLimit;
    private final Optional<String> onlyRun;
    private final Set<ChimeError> furtherErrors;

    private SweepSettings(
            Optional<BiPredicate<Operation, OperationFailure>> failures,
            Set<SweepOracle> oracles,
            Set<Operation> bestEffort,
            int depth,
            int limit,
            OptionalLong seed,
            Duration timeLimit,
            Optional<String> onlyRun,
            Set<ChimeError> furtherErrors) {
        this.failures = failures;
        this.oracles = Collections.unmodifiableSet(oracles);
        this.bestEffort = Collections.unmodifiableSet(bestEffort);
        this.depth = depth;
        this.limit = limit;
        this.seed = seed;
        this.timeLimit = timeLimit;
        this.onlyRun = onlyRun;
        this.furtherErrors = Collections.unmodifiableSet(furtherErrors);
    }

    /** Returns the default settings. */
    public static SweepSettings defaults() {
        return new SweepSettings(
                Optional.empty(),
                EnumSet.allOf(SweepOracle.class),
                EnumSet.noneOf(Operation.class),
                DEPTH,
                LIMIT,
                OptionalLong.empty(),
                TIME_LIMIT,
                Optional.empty(),
                EnumSet.noneOf(ChimeError.class));
    }

    /**
     * Selects the failures that are injected, of those that each operation can meet in production. The condition gets the operation and
     * one of its failures. By default, these are injected: an unregistered bearer, for one call and from it on; a role or a resource that
     * does not allow the call; no IAM policy that allows it; throttling; a response that is lost, always and once; one member of a batch
     * that fails.
     */
    public SweepSettings failures(BiPredicate<Operation, OperationFailure> condition) {
        return new SweepSettings(
                Optional.of(condition), oracles, bestEffort, depth, limit, seed, timeLimit, onlyRun, furtherErrors);
    }

    /**
     * Injects these errors, too, into the calls that can meet them, for example {@code EXPIRED_TOKEN}, in addition to those that were
     * named already.
     */
    public SweepSettings furtherErrors(ChimeError first, ChimeError... more) {
        Set<ChimeError> all = EnumSet.of(first, more);
        all.addAll(furtherErrors);
        return new SweepSettings(failures, oracles, bestEffort, depth, limit, seed, timeLimit, onlyRun, all);
    }

    /** Switches oracles off, in addition to those that are off already. */
    public SweepSettings withoutOracles(SweepOracle first, SweepOracle... more) {
        Set<SweepOracle> rest = EnumSet.copyOf(oracles);
        EnumSet.of(first, more).forEach(rest::remove);
        return new SweepSettings(failures, rest, bestEffort, depth, limit, seed, timeLimit, onlyRun, furtherErrors);
    }

    /** Declares that the code under test may fail to call these operations, in addition to those that were declared already. */
    public SweepSettings bestEffort(Operation first, Operation... more) {
        return bestEffort(EnumSet.of(first, more));
    }

    /** Declares that the code under test may fail to call these operations, in addition to those that were declared already. */
    public SweepSettings bestEffort(Set<Operation> operations) {
        Set<Operation> all = EnumSet.noneOf(Operation.class);
        all.addAll(bestEffort);
        all.addAll(operations);
        return new SweepSettings(failures, oracles, all, depth, limit, seed, timeLimit, onlyRun, furtherErrors);
    }

    /**
     * Sets how many failures a run may inject: with 2, the default, calls that are only made after a failure are swept, too.
     *
     * @throws IllegalArgumentException if it is not from 1 to 3
     */
    public SweepSettings depth(int failuresOfARun) {
        if (failuresOfARun < 1 || failuresOfARun > 3) {
            throw new IllegalArgumentException("depth(" + failuresOfARun + "): expected 1, 2 or 3 failures of a run");
        }
        return new SweepSettings(
                failures, oracles, bestEffort, failuresOfARun, limit, seed, timeLimit, onlyRun, furtherErrors);
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
        return new SweepSettings(failures, oracles, bestEffort, depth, runs, seed, timeLimit, onlyRun, furtherErrors);
    }

    /** Sets the order of the runs to a random one, the same for each seed. With a limit, other seeds have other runs. By default, runs have the order of the calls. */
    public SweepSettings seed(long number) {
        return new SweepSettings(
                failures,
                oracles,
                bestEffort,
                depth,
                limit,
                OptionalLong.of(number),
                timeLimit,
                onlyRun,
                furtherErrors);
    }

    /**
     * Sets after how long the code under test counts as hung; 10 seconds by default. Its thread is interrupted then.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public SweepSettings timeLimit(Duration ofTheCode) {
        if (ofTheCode.isNegative() || ofTheCode.isZero()) {
            throw new IllegalArgumentException(
                    "timeLimit(" + ofTheCode + "): expected more than zero, for example Duration.ofSeconds(10)");
        }
        return new SweepSettings(failures, oracles, bestEffort, depth, limit, seed, ofTheCode, onlyRun, furtherErrors);
    }

    /**
     * Leaves out all runs with a failure but one, and those that lead to it.
     *
     * @param name the name of the run, as reports write it
     */
    public SweepSettings onlyRun(String name) {
        return new SweepSettings(
                failures, oracles, bestEffort, depth, limit, seed, timeLimit, Optional.of(name), furtherErrors);
    }

    /** Returns the condition that selects the failures; empty for the default ones. */
    public Optional<BiPredicate<Operation, OperationFailure>> failures() {
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

    /** Returns how many failures a run may inject. */
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
}
