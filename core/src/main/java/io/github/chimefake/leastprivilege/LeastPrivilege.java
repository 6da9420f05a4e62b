package io.github.chimefake.leastprivilege;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import io.github.chimefake.call.ChimeCaller;
import io.github.chimefake.iam.NamedPolicy;
import io.github.chimefake.iam.PolicyDecision.MatchedStatement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The smallest identity-based policy that allows what was called: every action on every resource that rules and policies let pass,
 * since the fake was started and across resets. What the service then made of a call does not matter, as IAM is asked first; calls
 * that a rule, a policy or a fault kept from getting that far need nothing. Calls that pass under
 * {@code permissions().softPolicies()} count, so that a suite can be run without a policy to find the one that it needs. A value: it
 * does not grow with further calls.
 *
 * <pre>{@code
 * Files.writeString(path, chime.leastPrivilege().toJson());
 * chime.leastPrivilege().by(backend).generalizedTo(EXACT).toJson();
 * assertThat(chime.leastPrivilege().unused()).isEmpty();
 * }</pre>
 */
public final class LeastPrivilege {
    /** Nothing was called. */
    public static final LeastPrivilege NONE = new LeastPrivilege(Map.of(), Set.of(), ResourceScope.APP_INSTANCE);

    private final Map<Use, Set<MatchedStatement>> uses;
    private final Set<Grant> grants;
    private final ResourceScope scope;

    LeastPrivilege(Map<Use, Set<MatchedStatement>> uses, Set<Grant> grants, ResourceScope scope) {
        this.uses = uses;
        this.grants = grants;
        this.scope = scope;
    }

    /**
     * Only what this caller needed, or another with the same principal. Sessions of one role count as one, as policies are attached
     * to the role.
     */
    public LeastPrivilege by(ChimeCaller caller) {
        return by(caller.principalArn());
    }

    /**
     * Only what this principal needed.
     *
     * @param principalArn for example {@code arn:aws:sts::111122223333:assumed-role/chat-backend/session}, where the session does
     *     not matter, or the role itself, {@code arn:aws:iam::111122223333:role/chat-backend}
     */
    public LeastPrivilege by(String principalArn) {
        Predicate<String> meant = ChimeCaller.identityArn(principalArn)::equals;
        Map<Use, Set<MatchedStatement>> own = new HashMap<>(uses);
        own.keySet().removeIf(use -> !meant.test(use.principal()));
        return new LeastPrivilege(
                own,
                grants.stream().filter(grant -> meant.test(grant.principal())).collect(toSet()),
                scope);
    }

    /** The same, with ARNs generalised so far; {@link ResourceScope#APP_INSTANCE} unless this is said. */
    public LeastPrivilege generalizedTo(ResourceScope other) {
        return new LeastPrivilege(uses, grants, other);
    }

    /** What this and the other needed together, for example of several fakes. ARNs are generalised as far as in this one. */
    public LeastPrivilege and(LeastPrivilege other) {
        Map<Use, Set<MatchedStatement>> all = new HashMap<>(uses);
        other.uses.forEach((use, statements) -> all.merge(use, statements, LeastPrivilege::union));
        return new LeastPrivilege(all, union(grants, other.grants), scope);
    }

    private static <T> Set<T> union(Set<T> some, Set<T> others) {
        Set<T> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    /** Whether nothing was let pass, so that there is no policy to write. */
    public boolean isEmpty() {
        return resourcesByAction().isEmpty();
    }

    /**
     * The policy, indented: actions that need the same resources share a statement, and nothing is allowed twice. An action on a
     * user and a channel is allowed on each user with each channel.
     *
     * @throws IllegalStateException if nothing was let pass: a policy must allow something
     */
    public String toJson() {
        Map<String, Set<String>> resourcesByAction = resourcesByAction();
        if (resourcesByAction.isEmpty()) {
            throw new IllegalStateException(
                    "No call was let pass, and there is no policy that allows nothing. Ask isEmpty() before");
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
                                collectingAndThen(toCollection(TreeSet::new), LeastPrivilege::withoutCovered))));
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

    /**
     * What of the attached identity-based policies nobody needed, by policy and in its order, with the users and roles that have it: statements that never applied, and of
     * the others the actions and resources that never did. Statements that deny are left out, as they grant nothing.
     */
    public List<UnusedPermission> unused() {
        Map<NamedPolicy, Set<String>> principals =
                grants.stream().collect(groupingBy(Grant::policy, mapping(Grant::principal, toSet())));
        return principals.entrySet().stream()
                .flatMap(entry ->
                        UnusedPermission.of(entry.getValue(), entry.getKey(), usesOf(entry.getValue())).stream())
                .sorted()
                .toList();
    }

    private Map<Use, Set<MatchedStatement>> usesOf(Set<String> principals) {
        Map<Use, Set<MatchedStatement>> theirs = new HashMap<>(uses);
        theirs.keySet().removeIf(use -> !principals.contains(use.principal()));
        return theirs;
    }

    /** How many actions on how many resources, and the principals. */
    @Override
    public String toString() {
        Set<String> principals = uses.keySet().stream().map(Use::principal).collect(toCollection(TreeSet::new));
        return resourcesByAction().size() + " actions of " + principals;
    }
}
