package io.github.chimefake.internal.sweep.oracles;

import io.github.chimefake.internal.sweep.calls.CanonicalState;
import io.github.chimefake.internal.sweep.calls.SweptCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A run without a failure.
 *
 * @param value what the code returned, in canonical form; empty for nothing, and for what differs from one clean run to the next
 * @param stableValue whether two clean runs return the same
 * @param stableState whether two clean runs leave the same state
 * @param again what running the code a second time did; empty if that was not tried
 * @param output what the code wrote
 * @param confidential the secrets and texts in its requests
 */
public record CleanRun(
        List<SweptCall> calls,
        CanonicalState before,
        CanonicalState after,
        Optional<String> value,
        boolean stableValue,
        boolean stableState,
        Optional<SecondTry> again,
        String output,
        Set<String> confidential) {
    public CleanRun {
        calls = List.copyOf(calls);
        confidential = Set.copyOf(confidential);
    }

    /** Returns this run with other calls. */
    public CleanRun withCalls(List<SweptCall> other) {
        return new CleanRun(other, before, after, value, stableValue, stableState, again, output, confidential);
    }

    /** Returns how many calls there are about each subject. */
    Map<String, Long> subjects() {
        return calls.stream().collect(Collectors.groupingBy(SweptCall::subject, Collectors.counting()));
    }

    /** Returns whether running the code twice has the same effect as running it once. */
    boolean isRepeatable() {
        return again.filter(
                        second -> second.exception().isEmpty() && second.after().equals(after))
                .isPresent();
    }

    /** Returns whether running the code a second time fails with such an exception, so that this says nothing about a failure before. */
    boolean failsAgainWith(Throwable exception) {
        return again.flatMap(SecondTry::exception)
                .filter(failure -> failure.getClass() == exception.getClass())
                .isPresent();
    }

    /** Returns whether running the code a second time returns this. */
    boolean returnsAgain(Optional<String> other) {
        return again.filter(
                        second -> second.exception().isEmpty() && second.value().equals(other))
                .isPresent();
    }

    /** Returns whether running the code once or twice leaves this state. */
    boolean leaves(CanonicalState state) {
        return state.equals(after)
                || again.filter(second -> second.after().equals(state)).isPresent();
    }
}
