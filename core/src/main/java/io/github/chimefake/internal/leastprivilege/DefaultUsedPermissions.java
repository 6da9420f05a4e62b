package io.github.chimefake.internal.leastprivilege;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.iam.PolicyDecision.MatchedStatement;
import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.iam.policy.NamedPolicy;
import io.github.chimefake.leastprivilege.ResourceScope;
import io.github.chimefake.leastprivilege.UsedPermissions;
import io.github.chimefake.leastprivilege.UsedPermissions.UnusedPermission;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What calls used, as a value. */
public final class DefaultUsedPermissions implements UsedPermissions {
    /** Nothing was called. */
    public static final DefaultUsedPermissions NONE =
            new DefaultUsedPermissions(Map.of(), Set.of(), ResourceScope.APP_INSTANCE);

    private final Map<Use, Set<MatchedStatement>> uses;
    private final Set<Grant> grants;
    private final ResourceScope scope;

    DefaultUsedPermissions(Map<Use, Set<MatchedStatement>> uses, Set<Grant> grants, ResourceScope scope) {
        this.uses = uses;
        this.grants = grants;
        this.scope = scope;
    }

    @Override
    public DefaultUsedPermissions by(ChimeCaller caller) {
        return by(caller.principalArn());
    }

    @Override
    public DefaultUsedPermissions by(String principalArn) {
        Predicate<String> meant = Caller.identityArn(principalArn)::equals;
        Map<Use, Set<MatchedStatement>> own = new HashMap<>(uses);
        own.keySet().removeIf(use -> !meant.test(use.principal()));
        return new DefaultUsedPermissions(
                own,
                grants.stream().filter(grant -> meant.test(grant.principal())).collect(toSet()),
                scope);
    }

    @Override
    public DefaultUsedPermissions generalizedTo(ResourceScope other) {
        return new DefaultUsedPermissions(uses, grants, other);
    }

    @Override
    public UsedPermissions plus(UsedPermissions other) {
        if (!(other instanceof DefaultUsedPermissions more)) {
            throw new IllegalArgumentException("plus(" + other
                    + "): these permissions were not recorded by a fake. Take them from chime.leastPrivilege()");
        }
        Map<Use, Set<MatchedStatement>> all = new HashMap<>(uses);
        more.uses.forEach((use, statements) -> all.merge(use, statements, DefaultUsedPermissions::union));
        return new DefaultUsedPermissions(all, union(grants, more.grants), scope);
    }

    private static <T> Set<T> union(Set<T> some, Set<T> others) {
        Set<T> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    @Override
    public boolean isEmpty() {
        return resourcesByAction().isEmpty();
    }

    @Override
    public String toJson() {
        Map<String, Set<String>> resourcesByAction = resourcesByAction();
        if (resourcesByAction.isEmpty()) {
            throw new IllegalStateException(
                    "No permission was used, and a policy must allow something. Check isEmpty() before toJson()");
        }
        return PolicyWriter.write(resourcesByAction);
    }

    private Map<String, Set<String>> resourcesByAction() {
        return uses.keySet().stream()
                .filter(use -> use.pattern(scope).isPresent())
                .collect(groupingBy(
                        Use::action,
                        TreeMap::new,
                        mapping(
                                use -> use.pattern(scope).orElseThrow(),
                                collectingAndThen(
                                        toCollection(TreeSet::new), DefaultUsedPermissions::withoutCovered))));
    }

    private static Set<String> withoutCovered(Set<String> patterns) {
        return patterns.stream()
                .filter(pattern -> patterns.stream().noneMatch(wider -> covers(wider, pattern)))
                .collect(toCollection(TreeSet::new));
    }

    /** Whether one pattern means all that the other does, and more. Those that do end with a wildcard and escape none. */
    private static boolean covers(String wide, String narrow) {
        if (wide.equals(narrow) || !wide.endsWith("*") || wide.contains("${")) {
            return false;
        }
        int position = 0;
        for (String part : wide.split("\\*", -1)) {
            int found = narrow.indexOf(part, position);
            if (found < 0 || (position == 0 && found > 0)) {
                return false;
            }
            position = found + part.length();
        }
        return true;
    }

    @Override
    public List<UnusedPermission> unused() {
        Map<NamedPolicy, Set<String>> principals =
                grants.stream().collect(groupingBy(Grant::policy, mapping(Grant::principal, toSet())));
        return principals.entrySet().stream()
                .flatMap(entry ->
                        DefaultUnusedPermission.of(entry.getValue(), entry.getKey(), usesOf(entry.getValue())).stream())
                .sorted()
                .map(UnusedPermission.class::cast)
                .toList();
    }

    private Map<Use, Set<MatchedStatement>> usesOf(Set<String> principals) {
        Map<Use, Set<MatchedStatement>> theirs = new HashMap<>(uses);
        theirs.keySet().removeIf(use -> !principals.contains(use.principal()));
        return theirs;
    }

    @Override
    public String toString() {
        Set<String> principals = uses.keySet().stream().map(Use::principal).collect(toCollection(TreeSet::new));
        return resourcesByAction().size() + " actions of " + principals;
    }
}
