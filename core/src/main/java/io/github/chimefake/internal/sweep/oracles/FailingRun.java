package io.github.chimefake.internal.sweep.oracles;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.failures.SweptFailures;
import io.github.chimefake.internal.sweep.calls.CanonicalState;
import io.github.chimefake.internal.sweep.calls.SweptCall;
import io.github.chimefake.sweep.InjectedFailure;
import io.github.chimefake.sweep.SweepSite;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A run with a failure.
 *
 * @param injected the failure, the last one if there are several
 * @param clean the run without it
 * @param calls the calls of the code
 * @param before the state when the code began
 * @param after the state when it ended
 * @param exception what the code threw
 * @param value what it returned, in canonical form
 * @param testFailed whether an assertion of the test failed after the code had returned
 * @param delivered the exceptions that the code got because of the failure
 * @param withoutLast how the run with all failures but the last one ended; empty if there is only one, or that is not known any more
 * @param again what running the code a second time did; empty if that was not tried
 * @param hung why it counts as hung
 * @param output what the code wrote
 * @param confidential the secrets and texts in its requests
 * @param bestEffort the operations that the code may fail to call
 * @param codeThread the id of the thread that ran the code
 * @param testCode which frames belong to the test, and not to the code under test
 */
public record FailingRun(
        InjectedFailure injected,
        CleanRun clean,
        List<SweptCall> calls,
        CanonicalState before,
        CanonicalState after,
        Optional<Throwable> exception,
        Optional<String> value,
        boolean testFailed,
        List<Throwable> delivered,
        Optional<Ending> withoutLast,
        Optional<SecondTry> again,
        Optional<String> hung,
        String output,
        Set<String> confidential,
        Set<Operation> bestEffort,
        long codeThread,
        TestCode testCode) {
    /** The state and the value, in canonical form, that a run ended with. */
    public record Ending(CanonicalState after, Optional<String> value) {}

    public FailingRun {
        calls = List.copyOf(calls);
        delivered = List.copyOf(delivered);
    }

    /** Returns whether neither the code nor the test failed. */
    boolean passed() {
        return exception.isEmpty() && !testFailed;
    }

    boolean isDenial() {
        return injected.failure().isDenial();
    }

    /** Returns whether the code could see the failure: it got an exception, or a response that reports it. */
    boolean reachedCode() {
        return SweptFailures.isOfBatchMember(injected.failure())
                || (!delivered.isEmpty() && fromFailureOn().stream().limit(1).anyMatch(SweptCall::failed));
    }

    /** Returns this run with what running the code again did. */
    public FailingRun withSecondTry(SecondTry second) {
        return new FailingRun(
                injected,
                clean,
                calls,
                before,
                after,
                exception,
                value,
                testFailed,
                delivered,
                withoutLast,
                Optional.of(second),
                hung,
                output,
                confidential,
                bestEffort,
                codeThread,
                testCode);
    }

    /** Returns whether the code failed and left a state that is neither that before it nor that of the clean run. */
    boolean failedInBetween() {
        return hasFailedByItself() && clean.stableState() && !after.equals(before) && !after.equals(clean.after());
    }

    /** Returns whether the code failed and left the state as it was. */
    boolean failedWithoutEffect() {
        return hasFailedByItself() && after.equals(before);
    }

    private boolean hasFailedByItself() {
        return exception.isPresent() && hung.isEmpty();
    }

    private int firstInjected() {
        return IntStream.range(0, calls.size())
                .filter(index -> calls.get(index).injected().isPresent()
                        && SweptCall.identity(calls.get(index).site()).equals(SweptCall.identity(injected.site())))
                .findFirst()
                .orElse(calls.size());
    }

    /** Returns the call that met the failure, and those after it. */
    List<SweptCall> fromFailureOn() {
        return calls.subList(firstInjected(), calls.size());
    }

    /** Returns the calls from the first one on that met a failure and that the one that met the last failure repeats, from the same line. */
    List<SweptCall> fromFirstAttemptOn() {
        List<SweptCall> rest = fromFailureOn();
        if (rest.isEmpty()) {
            return rest;
        }
        SweptCall last = rest.get(0);
        return calls.stream()
                .dropWhile(call -> call.injected().isEmpty()
                        || !call.repeats(last)
                        || !call.site().lines().equals(last.site().lines()))
                .toList();
    }

    /** Returns the calls before the one that met the failure. */
    List<SweptCall> beforeFailure() {
        return calls.subList(0, firstInjected());
    }

    /** Returns calls after the failure that the clean run does not make. */
    List<SweptCall> additionalCalls() {
        Map<String, Long> expected = new HashMap<>(clean.subjects());
        beforeFailure().forEach(call -> expected.merge(call.subject(), -1L, Long::sum));
        return fromFailureOn().stream()
                .filter(call -> expected.merge(call.subject(), -1L, Long::sum) < 0)
                .toList();
    }

    /** Returns how many calls like the failed one the clean run makes later. */
    long repetitionsOfCleanRun(SweptCall failed) {
        String request = failed.canonicalRequest();
        List<SweptCall> before =
                calls.stream().takeWhile(call -> !call.equals(failed)).toList();
        return Math.max(0, count(request, clean.calls()) - count(request, before) - 1);
    }

    private static long count(String request, List<SweptCall> in) {
        return in.stream()
                .filter(call -> call.canonicalRequest().equals(request))
                .count();
    }

    /** Returns whether state and value are those of the clean run. */
    boolean endsAsTheCleanRun() {
        return hasStateOfCleanRun() && hasValueOfCleanRun();
    }

    /** Returns whether the last failure made no difference, as the run with the others ended with the same state and value. */
    boolean endsAsWithoutLast() {
        return withoutLast.filter(new Ending(after, value)::equals).isPresent();
    }

    /**
     * Returns whether the test that is swept expects a failure, and may have got this one instead or as well: a call that fails in the clean
     * run, or in part, is not made any more, is the one that failed, or comes from its line.
     */
    boolean mayBeExpected() {
        return testCode.sweepsWholeTest()
                && clean.calls().stream()
                        .filter(call -> call.failed() || call.failedInPart())
                        .anyMatch(call -> isAt(call, injected.site())
                                || SweptCall.haveSameLines(call.site(), injected.site())
                                || calls.stream().noneMatch(made -> isAt(made, call.site())));
    }

    private static boolean isAt(SweptCall call, SweepSite site) {
        return SweptCall.identity(call.site()).equals(SweptCall.identity(site));
    }

    /** Returns whether the state is that of the clean run, as far as that is always the same. */
    public boolean hasStateOfCleanRun() {
        return !clean.stableState() || after.equals(clean.after());
    }

    /** Returns whether the value is that of the clean run, as far as that is always the same. */
    public boolean hasValueOfCleanRun() {
        return !clean.stableValue() || value.equals(clean.value());
    }
}
