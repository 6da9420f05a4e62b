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

/** An immutable set of used permissions. */
public final class DefaultUsedPermissions implements UsedPermissions {
    /** No permission was used. */
    public static final DefaultUsedPermissions NONE =
            new DefaultUsedPermissions(Map.of(), Set.of(), ResourceScope.APP_INSTANCE);

    private final Map<UsedPermission, Set<MatchedStatement>> used;
    private final Set<PolicyAttachment> attachments;
    private final ResourceScope scope;

    DefaultUsedPermissions(
            Map<UsedPermission, Set<MatchedStatement>> used, Set<PolicyAttachment> attachments, ResourceScope scope) {
        this.used = used;
        this.attachments = attachments;
        this.scope = scope;
    }

    @Override
    public DefaultUsedPermissions by(ChimeCaller caller) {
        return by(caller.principalArn());
    }

    @Override
    public DefaultUsedPermissions by(String principalArn) {
        Predicate<String> isSelected = Caller.identityArn(principalArn)::equals;
        Map<UsedPermission, Set<MatchedStatement>> selected = new HashMap<>(used);
        selected.keySet().removeIf(permission -> !isSelected.test(permission.principal()));
        return new DefaultUsedPermissions(
                selected,
                attachments.stream()
                        .filter(attachment -> isSelected.test(attachment.principal()))
                        .collect(toSet()),
                scope);
    }

    @Override
    public DefaultUsedPermissions generalizedTo(ResourceScope other) {
        return new DefaultUsedPermissions(used, attachments, other);
    }

    @Override
    public UsedPermissions plus(UsedPermissions other) {
        if (!(other instanceof DefaultUsedPermissions more)) {
            throw new IllegalArgumentException("plus(" + other
                    + "): these permissions were not recorded by a fake. Take them from chime.leastPrivilege()");
        }
        Map<UsedPermission, Set<MatchedStatement>> all = new HashMap<>(used);
        more.used.forEach((permission, statements) -> all.merge(permission, statements, DefaultUsedPermissions::union));
        return new DefaultUsedPermissions(all, union(attachments, more.attachments), scope);
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
        return used.keySet().stream()
                .filter(permission -> permission.pattern(scope).isPresent())
                .collect(groupingBy(
                        UsedPermission::action,
                        TreeMap::new,
                        mapping(
                                permission -> permission.pattern(scope).orElseThrow(),
                                collectingAndThen(
                                        toCollection(TreeSet::new), DefaultUsedPermissions::withoutCovered))));
    }

    private static Set<String> withoutCovered(Set<String> patterns) {
        return patterns.stream()
                .filter(pattern -> patterns.stream().noneMatch(wider -> covers(wider, pattern)))
                .collect(toCollection(TreeSet::new));
    }

    /**
     * Returns whether a pattern matches all that another matches, and more. Only patterns that end with a wildcard and
     * have no escapes can do so.
     */
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
        Map<NamedPolicy, Set<String>> principals = attachments.stream()
                .collect(groupingBy(PolicyAttachment::policy, mapping(PolicyAttachment::principal, toSet())));
        return principals.entrySet().stream()
                .flatMap(entry ->
                        DefaultUnusedPermission.of(entry.getValue(), entry.getKey(), usedBy(entry.getValue())).stream())
                .sorted()
                .map(UnusedPermission.class::cast)
                .toList();
    }

    private Map<UsedPermission, Set<MatchedStatement>> usedBy(Set<String> principals) {
        Map<UsedPermission, Set<MatchedStatement>> selected = new HashMap<>(used);
        selected.keySet().removeIf(permission -> !principals.contains(permission.principal()));
        return selected;
    }

    @Override
    public String toString() {
        Set<String> principals =
                used.keySet().stream().map(UsedPermission::principal).collect(toCollection(TreeSet::new));
        return resourcesByAction().size() + " actions of " + principals;
    }
}
