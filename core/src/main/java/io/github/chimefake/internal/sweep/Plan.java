package io.github.chimefake.internal.sweep;

import io.github.chimefake.failures.FailurePlacement;
import io.github.chimefake.failures.OperationFailure;
import io.github.chimefake.internal.failures.SweptFailures;
import io.github.chimefake.internal.sweep.calls.LastingFailure;
import io.github.chimefake.internal.sweep.calls.SweptCall;
import io.github.chimefake.internal.sweep.report.RunName;
import io.github.chimefake.sweep.InjectedFailure;
import io.github.chimefake.sweep.SweepSettings;
import io.github.chimefake.sweep.SweepSite;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which runs are still to be made. Each is a list of failures, of which all but the last one lead to the call of the last one. */
final class Plan {
    private static final int MOST_HUNG = 2;

    /** How many calls of one line are swept that only a failure has caused. */
    private static final int MOST_OF_LINE = 3;

    private final SweepSettings settings;
    private final Map<String, SweepSite> known = new LinkedHashMap<>();
    private final Set<SweepSite> sitesOfCleanRun = new HashSet<>();
    private final Set<String> places = new HashSet<>();
    private final Deque<List<InjectedFailure>> runs = new ArrayDeque<>();
    private final Set<List<InjectedFailure>> meetOnlyOneCall = new HashSet<>();
    private final Map<String, Integer> newOfLines = new HashMap<>();
    private final Map<SweepSite, Integer> hung = new HashMap<>();
    private final Set<String> unwanted = new TreeSet<>();
    private final Set<List<InjectedFailure>> lasts = new HashSet<>();
    private Repetitions repetitions = new Repetitions(List.of());
    private int taken;
    private boolean takenOnlyRun;
    private int equivalent;
    private int beyondLimit;
    private int afterHung;

    Plan(SweepSettings settings) {
        this.settings = settings;
    }

    /** Adds the calls of the clean run. */
    void addClean(List<SweptCall> calls, List<SweepSite> sites) {
        calls.forEach(call -> places.add(call.place()));
        repetitions = new Repetitions(calls);
        List<List<InjectedFailure>> added = new ArrayList<>();
        for (SweepSite site : sites) {
            known.put(SweptCall.identity(site), site);
            sitesOfCleanRun.add(site);
            failures(site).forEach(failure -> added.add(List.of(failure)));
        }
        settings.seed().ifPresent(seed -> Collections.shuffle(added, new Random(seed)));
        runs.addAll(added);
    }

    private List<InjectedFailure> failures(SweepSite site) {
        return SelectedFailures.of(site.operation(), settings).stream()
                .<InjectedFailure>map(failure -> new DefaultInjectedFailure(site, failure))
                .toList();
    }

    /** Takes what a run has reached into account: calls that no other run has made are swept, too. */
    void ended(List<InjectedFailure> injected, List<SweptCall> calls) {
        if (!meetsFurtherCalls(injected, calls)) {
            meetOnlyOneCall.add(injected);
        }
        List<List<InjectedFailure>> added = new ArrayList<>();
        calls.stream()
                .filter(call -> !call.failed()) // By the failure of this run, or by itself.
                .filter(this::isNew)
                .filter(call -> injected.size() < settings.depth())
                .filter(this::isAmongFirstOfLine)
                .forEach(call -> added.addAll(then(injected, call.site())));
        repeated(injected)
                .filter(lasting ->
                        repetitions.isRepeated(injected.get(injected.size() - 1).site(), calls))
                .filter(lasts::add)
                .ifPresent(added::add);
        Collections.reverse(added);
        added.forEach(runs::addFirst);
        if (settings.hasPairs() && injected.size() == 1) {
            after(injected.get(0), calls)
                    .filter(call -> !call.failed())
                    .filter(call -> sitesOfCleanRun.contains(call.site()))
                    .flatMap(call -> Optional.ofNullable(known.get(SweptCall.identity(call.site()))).stream())
                    .forEach(site -> runs.addAll(then(injected, site)));
        }
    }

    /** Returns the failures of a run in which the last one does not pass; empty if it meets a repetition, as that would be the same run. */
    private static Optional<List<InjectedFailure>> repeated(List<InjectedFailure> injected) {
        InjectedFailure last = injected.get(injected.size() - 1);
        boolean isRepetition = injected.stream()
                .limit(injected.size() - 1L)
                .anyMatch(before -> SweptCall.subject(before.site()).equals(SweptCall.subject(last.site())));
        return (isRepetition ? Optional.<OperationFailure>empty() : SweptFailures.repeated(last.failure()))
                .map(failure -> Stream.concat(
                                injected.stream().limit(injected.size() - 1L),
                                Stream.<InjectedFailure>of(new DefaultInjectedFailure(last.site(), failure)))
                        .toList());
    }

    /** A call of the clean run whose content a failure has changed is not one that only the failure has caused. */
    private boolean isNew(SweptCall call) {
        return places.add(call.place()) && !known.containsKey(SweptCall.identity(call.site()));
    }

    /** Code that polls makes calls for which the failures have the same effect. */
    private boolean isAmongFirstOfLine(SweptCall call) {
        boolean isAmongFirst = newOfLines.merge(call.group(), 1, Integer::sum) <= MOST_OF_LINE;
        if (isAmongFirst) {
            known.put(SweptCall.identity(call.site()), call.site());
        } else {
            equivalent += failures(call.site()).size();
        }
        return isAmongFirst;
    }

    private List<List<InjectedFailure>> then(List<InjectedFailure> injected, SweepSite site) {
        return failures(site).stream()
                .map(failure ->
                        Stream.concat(injected.stream(), Stream.of(failure)).toList())
                .toList();
    }

    private static Stream<SweptCall> after(InjectedFailure failure, List<SweptCall> calls) {
        return calls.stream().dropWhile(call -> !isOf(failure, call)).skip(1);
    }

    private static boolean isOf(InjectedFailure failure, SweptCall call) {
        return SweptCall.identity(call.site()).equals(SweptCall.identity(failure.site()));
    }

    /** Whether a call of another thread comes later is a matter of chance, so it counts as if it did. */
    private static boolean meetsFurtherCalls(List<InjectedFailure> injected, List<SweptCall> calls) {
        InjectedFailure last = injected.get(injected.size() - 1);
        return calls.stream().filter(call -> isOf(last, call)).anyMatch(failed -> {
            LastingFailure lasting = new LastingFailure(
                    last.failure(), failed.site(), failed.site().who(), failed.caller());
            Set<SweptCall> later = after(last, calls).collect(Collectors.toSet());
            return calls.stream()
                    .filter(call -> !isOf(last, call) && call.meets(lasting))
                    .anyMatch(call -> call.mayComeAfter(failed, later.contains(call)));
        });
    }

    /** Takes into account that a run with a failure at a site hung. Others there would take as long, and may leave threads behind. */
    void hung(SweepSite site) {
        hung.merge(site, 1, Integer::sum);
    }

    /** Returns the failures of the next run. */
    Optional<List<InjectedFailure>> next() {
        while (!runs.isEmpty()) {
            List<InjectedFailure> next = runs.removeFirst();
            if (!isWanted(next)) {
                unwanted.add(RunName.of(next));
            } else if (isEquivalent(next)) {
                equivalent++;
            } else if (hung.getOrDefault(next.get(next.size() - 1).site(), 0) >= MOST_HUNG) {
                afterHung++;
            } else if (taken >= settings.limit()) {
                beyondLimit++;
            } else {
                taken++;
                takenOnlyRun |= settings.onlyRun().equals(Optional.of(RunName.of(next)));
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    int expectedRuns() {
        return Math.min(taken + runs.size(), settings.limit());
    }

    boolean hasTakenOnlyRun() {
        return takenOnlyRun;
    }

    boolean isAtEnd() {
        return runs.isEmpty();
    }

    private boolean isWanted(List<InjectedFailure> injected) {
        return leadsToWanted(RunName.of(injected))
                || repeated(injected)
                        .map(RunName::of)
                        .filter(this::leadsToWanted)
                        .isPresent();
    }

    private boolean leadsToWanted(String name) {
        return settings.onlyRun().stream().allMatch(only -> only.equals(name) || only.startsWith(name + RunName.THEN));
    }

    /** A failure that lasts is the same as one that does not, if no later call meets it. */
    private boolean isEquivalent(List<InjectedFailure> injected) {
        InjectedFailure last = injected.get(injected.size() - 1);
        if (last.failure().placement() != FailurePlacement.FROM_HERE_ON) {
            return false;
        }
        List<InjectedFailure> once = new ArrayList<>(injected.subList(0, injected.size() - 1));
        return SweptFailures.placed(last.failure(), FailurePlacement.BEFORE_EXECUTION)
                .filter(failure -> once.add(new DefaultInjectedFailure(last.site(), failure)))
                .filter(failure -> meetOnlyOneCall.contains(once))
                .isPresent();
    }

    List<SweepSite> sites() {
        return List.copyOf(known.values());
    }

    /** Returns the names of runs that were left out because another one is wanted. */
    Set<String> unwanted() {
        return unwanted;
    }

    int skippedAsEquivalent() {
        return equivalent;
    }

    int skippedByLimit() {
        return beyondLimit;
    }

    /** Returns how many runs were left out because others at the same call hung. */
    int skippedAfterHung() {
        return afterHung;
    }
}
