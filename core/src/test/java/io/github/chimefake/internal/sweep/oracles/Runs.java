package io.github.chimefake.internal.sweep.oracles;

import static io.github.chimefake.internal.sweep.SweepValues.failure;
import static io.github.chimefake.internal.sweep.SweepValues.site;
import static io.github.chimefake.internal.sweep.SweepValues.state;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.failures.SweptFailures;
import io.github.chimefake.internal.sweep.SweepValues;
import io.github.chimefake.internal.sweep.calls.CanonicalState;
import io.github.chimefake.internal.sweep.calls.Moment;
import io.github.chimefake.internal.sweep.calls.RequestContent;
import io.github.chimefake.internal.sweep.calls.SweptCall;
import io.github.chimefake.sweep.InjectedFailure;
import io.github.chimefake.sweep.SweepOracle;
import io.github.chimefake.sweep.SweepSite;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes runs to be judged. Without more, the first of their calls fails, and code and test pass. */
final class Runs {
    static final long CODE = 1;

    private InjectedFailure injected;
    private final List<SweptCall> calls = new ArrayList<>();
    private final List<SweptCall> cleanCalls = new ArrayList<>();
    private final Map<Operation, Integer> occurrences = new HashMap<>();
    private CanonicalState before = state("general:");
    private CanonicalState after = before;
    private CanonicalState cleanAfter = before;
    private Optional<Throwable> exception = Optional.empty();
    private Optional<String> value = Optional.empty();
    private Optional<String> cleanValue = Optional.empty();
    private Optional<FailingRun.Ending> withoutLast = Optional.empty();
    private Optional<SecondTry> again = Optional.empty();
    private Optional<SecondTry> cleanAgain = Optional.empty();
    private Optional<String> hung = Optional.empty();
    private String output = "";
    private String cleanOutput = "";
    private Set<String> confidential = Set.of();
    private Set<Operation> bestEffort = Set.of();
    private Set<String> testTypes = Set.of("com.example.ChatTest");
    private boolean sweepsWholeTest;
    private Throwable delivered = new IllegalStateException("delivered");

    private Runs(InjectedFailure injected) {
        this.injected = injected;
    }

    /** Starts with the call that fails. */
    static Runs failing(Operation operation, String shortName, String content) {
        InjectedFailure injected = failure(site(operation, 1, "Chat.send(Chat.java:1)"), shortName);
        Runs run = new Runs(injected);
        run.cleanCalls.add(run.call(operation, content, false, 0, CODE));
        run.occurrences.clear();
        run.calls.add(run.call(operation, content, true, 0, CODE));
        return run;
    }

    /** The first call met the failure, and succeeded with another attempt of the SDK. */
    Runs succeedingInTheEnd() {
        SweptCall first = calls.get(0);
        calls.set(
                0,
                new SweptCall(
                        first.site(),
                        first.caller(),
                        first.content(),
                        first.injected(),
                        false,
                        Optional.empty(),
                        false,
                        false,
                        first.began(),
                        first.ended(),
                        first.period()));
        return this;
    }

    private SweptCall call(Operation operation, String content, boolean failed, long waits, long thread) {
        int occurrence = occurrences.merge(operation, 1, Integer::sum);
        return call(site(operation, occurrence, "Chat.send(Chat.java:1)"), content, failed, waits, thread);
    }

    private SweptCall call(SweepSite site, String content, boolean failed, long waits, long thread) {
        Moment moment = new Moment(thread, waits);
        return new SweptCall(
                site,
                "user/test",
                RequestContent.of(Map.of("Content", content)),
                failed ? Optional.of(injected.failure()) : Optional.empty(),
                failed,
                Optional.empty(),
                false,
                false,
                moment,
                moment,
                new SweptCall.Period(0, 0));
    }

    /** Adds a call to both runs. */
    Runs andAlways(Operation operation, String content) {
        cleanCalls.add(call(operation, content, false, 0, CODE));
        calls.add(cleanCalls.get(cleanCalls.size() - 1));
        return this;
    }

    Runs onlyClean(Operation operation, String content) {
        cleanCalls.add(call(operation, content, false, 0, CODE));
        return this;
    }

    Runs then(Operation operation, String content) {
        calls.add(call(operation, content, false, 0, CODE));
        return this;
    }

    /** Adds a call that the clean run does not make, about another channel or from another line. */
    Runs thenAt(Operation operation, String content, String channel, String line) {
        SweepSite site = new SweepValues.Site(operation, "alice", Optional.of(channel), List.of(), 1, List.of(line));
        calls.add(call(site, content, false, 0, CODE));
        return this;
    }

    /** Adds a repetition that fails, too. */
    Runs thenFails(Operation operation, String content, long waits, long thread) {
        calls.add(call(operation, content, true, waits, thread));
        return this;
    }

    /** The last failure is that of the last call so far, and not that of the first. */
    Runs lastFailureHere() {
        injected = failure(calls.get(calls.size() - 1).site(), SweptFailures.shortName(injected.failure()));
        return this;
    }

    Runs states(String beforeIt, String afterIt, String afterClean) {
        before = state(beforeIt);
        after = state(afterIt);
        cleanAfter = state(afterClean);
        return this;
    }

    Runs states(CanonicalState beforeIt, CanonicalState afterIt, CanonicalState afterClean) {
        before = beforeIt;
        after = afterIt;
        cleanAfter = afterClean;
        return this;
    }

    Runs values(String ofRun, String ofClean) {
        value = Optional.of(ofRun);
        cleanValue = Optional.of(ofClean);
        return this;
    }

    Runs throwing(Throwable thrown) {
        exception = Optional.of(thrown);
        return this;
    }

    Runs delivering(Throwable received) {
        delivered = received;
        return this;
    }

    /** The failure is the last of several, and the run with the others has ended so. */
    Runs afterOthersThatEnded(String state) {
        withoutLast = Optional.of(new FailingRun.Ending(state(state), value));
        return this;
    }

    /** The clean run makes a call that fails, and this run does not. */
    Runs expectingAFailureOf(Operation operation) {
        cleanCalls.add(call(operation, "expected to fail", true, 0, CODE));
        return this;
    }

    Runs again(CanonicalState left) {
        again = Optional.of(new SecondTry(Optional.empty(), cleanValue, left));
        return this;
    }

    Runs again(Throwable thrown, CanonicalState left) {
        again = Optional.of(new SecondTry(Optional.of(thrown), Optional.empty(), left));
        return this;
    }

    Runs cleanAgain(CanonicalState left) {
        cleanAgain = Optional.of(new SecondTry(Optional.empty(), cleanValue, left));
        return this;
    }

    Runs cleanAgain(Throwable thrown, CanonicalState left) {
        cleanAgain = Optional.of(new SecondTry(Optional.of(thrown), Optional.empty(), left));
        return this;
    }

    Runs printing(String ofRun, String ofClean, String... secrets) {
        output = ofRun;
        cleanOutput = ofClean;
        confidential = Set.of(secrets);
        return this;
    }

    Runs bestEffort(Operation... operations) {
        bestEffort = Set.of(operations);
        return this;
    }

    Runs hung() {
        hung = Optional.of("did not end");
        return this;
    }

    /** The test itself is what is swept, as in a suite. */
    Runs sweepingWholeTest() {
        testTypes = Set.of();
        sweepsWholeTest = true;
        return this;
    }

    FailingRun run() {
        CleanRun clean = new CleanRun(
                cleanCalls, before, cleanAfter, cleanValue, true, true, cleanAgain, cleanOutput, confidential);
        return new FailingRun(
                injected,
                clean,
                calls,
                before,
                after,
                exception,
                value,
                false,
                List.of(delivered),
                withoutLast,
                again,
                hung,
                output,
                confidential,
                bestEffort,
                CODE,
                new TestCode(testTypes, "test", sweepsWholeTest));
    }

    Set<SweepOracle> alarms() {
        return Oracles.judge(run(), EnumSet.allOf(SweepOracle.class)).keySet();
    }
}
