package io.github.chimefake.internal.sweep;

import io.github.chimefake.Operation;
import io.github.chimefake.failures.FailurePlacement;
import io.github.chimefake.failures.OperationFailure;
import io.github.chimefake.failures.OperationFailures;
import io.github.chimefake.internal.failures.SweptFailures;
import io.github.chimefake.internal.sweep.calls.SweptCall;
import io.github.chimefake.sweep.InjectedFailure;
import io.github.chimefake.sweep.SweepSettings;
import io.github.chimefake.sweep.SweepSite;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which runs are still to be made. Each is a list of failures, of which all but the last one lead to the call of the last one. */
final class Plan {
    private static final String THEN = ", then ";

    private final SweepSettings settings;
    private final Map<String, SweepSite> known = new LinkedHashMap<>();
    private final Deque<List<InjectedFailure>> runs = new ArrayDeque<>();
    private final Set<InjectedFailure> lastCalls = new HashSet<>();
    private int taken;
    private int equivalent;
    private int beyondLimit;

    Plan(SweepSettings settings) {
        this.settings = settings;
    }

    /** Adds the calls of the clean run. */
    void addClean(List<SweepSite> sites) {
        List<List<InjectedFailure>> added = new ArrayList<>();
        for (SweepSite site : sites) {
            known.put(identity(site), site);
            failures(site).forEach(failure -> added.add(List.of(failure)));
        }
        settings.seed().ifPresent(seed -> Collections.shuffle(added, new Random(seed)));
        runs.addAll(added);
    }

    private static String identity(SweepSite site) {
        return SweptCall.identity(site);
    }

    private List<InjectedFailure> failures(SweepSite site) {
        return select(site.operation()).stream()
                .<InjectedFailure>map(failure -> new DefaultInjectedFailure(site, failure))
                .toList();
    }

    private List<OperationFailure> select(Operation operation) {
        return Stream.concat(selected(operation).stream(), further(operation))
                .distinct()
                .toList();
    }

    private Stream<OperationFailure> further(Operation operation) {
        return OperationFailures.of(operation).placements(FailurePlacement.BEFORE_EXECUTION).stream()
                .filter(failure -> failure.error()
                        .filter(settings.furtherErrors()::contains)
                        .isPresent());
    }

    private List<OperationFailure> selected(Operation operation) {
        return settings.failures()
                .map(condition -> OperationFailures.of(operation).stream()
                        .filter(failure -> condition.test(operation, failure))
                        .toList())
                .orElseGet(() -> SweptFailures.defaults(operation));
    }

    /** Takes what a run has reached into account: calls that no other run has made are swept, too. */
    void ended(List<InjectedFailure> injected, List<SweptCall> calls) {
        InjectedFailure last = injected.get(injected.size() - 1);
        if (!hasLaterCallsMeeting(last, calls)) {
            lastCalls.add(last);
        }
        if (injected.size() >= settings.depth()) {
            return;
        }
        List<List<InjectedFailure>> added = new ArrayList<>();
        for (SweptCall call : calls) {
            if (call.failed()) { // By the failure of this run, or of its own accord.
                continue;
            }
            SweepSite before = known.putIfAbsent(identity(call.site()), call.site());
            if (before == null) {
                for (InjectedFailure failure : failures(call.site())) {
                    List<InjectedFailure> run = new ArrayList<>(injected);
                    run.add(failure);
                    added.add(List.copyOf(run));
                }
            }
        }
        Collections.reverse(added);
        added.forEach(runs::addFirst);
    }

    private static boolean hasLaterCallsMeeting(InjectedFailure failure, List<SweptCall> calls) {
        Set<Operation> lasting = SweptFailures.lasting(failure.failure());
        return calls.stream()
                .dropWhile(call -> !call.site().equals(failure.site()))
                .skip(1)
                .anyMatch(call -> lasting.contains(call.site().operation()));
    }

    /** Returns the failures of the next run. */
    Optional<List<InjectedFailure>> next() {
        while (!runs.isEmpty()) {
            List<InjectedFailure> next = runs.removeFirst();
            if (!isWanted(next)) {
                continue;
            }
            if (isEquivalent(next.get(next.size() - 1))) {
                equivalent++;
            } else if (taken >= settings.limit()) {
                beyondLimit++;
            } else {
                taken++;
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    /** Returns the name of a run with these failures. */
    static String name(List<InjectedFailure> injected) {
        return injected.stream().map(Object::toString).collect(Collectors.joining(THEN));
    }

    private boolean isWanted(List<InjectedFailure> injected) {
        String name = name(injected);
        return settings.onlyRun().stream().allMatch(only -> only.equals(name) || only.startsWith(name + THEN));
    }

    /** A failure that lasts is the same as one that does not, if no later call meets it. */
    private boolean isEquivalent(InjectedFailure injected) {
        return injected.failure().placement() == FailurePlacement.FROM_HERE_ON
                && SweptFailures.placed(injected.failure(), FailurePlacement.BEFORE_EXECUTION)
                        .map(once -> new DefaultInjectedFailure(injected.site(), once))
                        .filter(lastCalls::contains)
                        .isPresent();
    }

    List<SweepSite> sites() {
        return List.copyOf(known.values());
    }

    int skippedAsEquivalent() {
        return equivalent;
    }

    int skippedByLimit() {
        return beyondLimit;
    }
}
