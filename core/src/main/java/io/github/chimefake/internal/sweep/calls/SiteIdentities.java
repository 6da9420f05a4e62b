package io.github.chimefake.internal.sweep.calls;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What calls of one line about the same resource are told apart by: their content, so that parallel calls are not confused; or, if the
 * content differs from run to run, their number.
 */
public final class SiteIdentities {
    private final Optional<Set<String>> stable;

    private SiteIdentities(Optional<Set<String>> stable) {
        this.stable = stable;
    }

    /** Returns identities for a run that is yet to be compared with another one. */
    public static SiteIdentities byContent() {
        return new SiteIdentities(Optional.empty());
    }

    /** Returns the identities that two runs without a failure agree on. */
    public static SiteIdentities agreedBy(List<SweptCall> one, List<SweptCall> other) {
        Map<String, List<String>> ofOne = contents(one);
        Map<String, List<String>> ofOther = contents(other);
        Set<String> stable = new HashSet<>(ofOne.keySet());
        stable.removeIf(group -> !Objects.equals(ofOne.get(group), ofOther.get(group)));
        return new SiteIdentities(Optional.of(Set.copyOf(stable)));
    }

    private static Map<String, List<String>> contents(List<SweptCall> calls) {
        Map<String, List<String>> contents = new HashMap<>();
        calls.stream()
                .map(call -> (SiteOfCall) call.site())
                .forEach(site -> contents.computeIfAbsent(site.group(), group -> new ArrayList<>())
                        .add(site.content()));
        contents.values().forEach(each -> each.sort(null));
        return contents;
    }

    boolean areByContent(String group) {
        return stable.map(groups -> groups.contains(group)).orElse(true);
    }

    /** Returns the calls with sites that are recognized by these identities. */
    public List<SweptCall> applyTo(List<SweptCall> calls) {
        return calls.stream()
                .map(call -> call.at(((SiteOfCall) call.site()).identifiedBy(this)))
                .toList();
    }
}
