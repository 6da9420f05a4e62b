package io.github.chimefake.internal.sweep;

import io.github.chimefake.internal.sweep.calls.SiteIdentities;
import io.github.chimefake.internal.sweep.calls.SweptCall;
import io.github.chimefake.internal.sweep.oracles.CleanRun;
import io.github.chimefake.sweep.SweepSite;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Two runs without a failure, and what they have in common. */
final class CleanRuns {
    private final SiteIdentities identities;
    private final List<SweptCall> first;
    private final CleanRun second;

    CleanRuns(CleanRun first, CleanRun second) {
        this.identities = SiteIdentities.agreedBy(first.calls(), second.calls());
        this.first = identities.applyTo(first.calls());
        this.second = second.withCalls(numbered(identities.applyTo(second.calls())));
    }

    /** Returns whether two runs make the same calls, and leave and return the same. */
    static boolean areAlike(CleanRun first, CleanRun second) {
        return second.stableState() && second.stableValue() && places(first).equals(places(second));
    }

    private static Set<String> places(CleanRun run) {
        return run.calls().stream()
                .map(call -> call.place() + (call.failed() ? " failed" : ""))
                .collect(Collectors.toSet());
    }

    /** Gives calls about the same that ran in parallel numbers by their content, so that names of runs mean the same in each sweep. */
    private static List<SweptCall> numbered(List<SweptCall> calls) {
        Map<String, List<SweptCall>> subjects =
                calls.stream().collect(Collectors.groupingBy(SweptCall::subject, Collectors.toList()));
        Map<String, Integer> numbers = new HashMap<>();
        subjects.values().stream().filter(CleanRuns::overlap).forEach(parallel -> {
            List<SweptCall> sorted = new ArrayList<>(parallel);
            sorted.sort(Comparator.comparing(call -> call.content().canonical() + SweptCall.identity(call.site())));
            sorted.forEach(call -> numbers.put(SweptCall.identity(call.site()), sorted.indexOf(call) + 1));
        });
        return calls.stream()
                .map(call -> call.withOccurrence(numbers.getOrDefault(
                        SweptCall.identity(call.site()), call.site().occurrence())))
                .toList();
    }

    private static boolean overlap(List<SweptCall> calls) {
        return IntStream.range(0, calls.size())
                .anyMatch(
                        index -> calls.subList(index + 1, calls.size()).stream().anyMatch(calls.get(index)::overlaps));
    }

    SiteIdentities identities() {
        return identities;
    }

    /** Returns the run that others are compared with. */
    CleanRun toCompareWith() {
        return second;
    }

    /** Returns the sites that both runs have. Calls that fail in a clean run are no sites. */
    List<SweepSite> sites() {
        Set<String> ofFirst = identities(first);
        return second.calls().stream()
                .filter(call -> !call.failed())
                .map(SweptCall::site)
                .filter(site -> ofFirst.contains(SweptCall.identity(site)))
                .toList();
    }

    /** Returns what the reader should know. */
    List<String> notes() {
        Stream<String> unordered = Stream.concat(onlyIn(second.calls(), first), onlyIn(first, second.calls()))
                .map(site -> "unordered: not in both clean runs: " + site);
        Stream<String> failed = second.calls().stream()
                .filter(SweptCall::failed)
                .map(call -> "no site, because it fails without an injected failure: " + call.site());
        return Stream.concat(Stream.concat(unordered, failed), unstable()).toList();
    }

    private static Stream<SweepSite> onlyIn(List<SweptCall> calls, List<SweptCall> others) {
        Set<String> known = identities(others);
        return calls.stream().map(SweptCall::site).filter(site -> !known.contains(SweptCall.identity(site)));
    }

    private static Set<String> identities(List<SweptCall> calls) {
        return calls.stream()
                .map(SweptCall::site)
                .map((Function<SweepSite, String>) SweptCall::identity)
                .collect(Collectors.toSet());
    }

    private Stream<String> unstable() {
        List<String> notes = new ArrayList<>();
        if (!second.stableState()) {
            notes.add(
                    "two clean runs leave different states, so states are not compared. Give the code fixed names and texts");
        }
        if (!second.stableValue()) {
            notes.add("two clean runs return different values, so values are not compared");
        }
        return notes.stream();
    }
}
