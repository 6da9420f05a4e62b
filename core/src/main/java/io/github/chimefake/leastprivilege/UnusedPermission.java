package io.github.chimefake.leastprivilege;

import io.github.chimefake.iam.Effect;
import io.github.chimefake.iam.NamedPolicy;
import io.github.chimefake.iam.PolicyDecision.MatchedStatement;
import io.github.chimefake.iam.PolicyKind;
import io.github.chimefake.iam.Statement;
import io.github.chimefake.iam.StatementElement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What of a statement nobody needed.
 *
 * @param principals whose policy it is: the ARNs of users and roles, in order
 * @param policy the policy's name
 * @param statement the statement's place in it, from 0
 * @param sid the statement's id
 * @param whole whether the statement never applied
 * @param actions the values of {@code Action} that no call needed
 * @param resources the values of {@code Resource} that no call needed
 */
public record UnusedPermission(
        List<String> principals,
        String policy,
        int statement,
        Optional<String> sid,
        boolean whole,
        List<String> actions,
        List<String> resources)
        implements Comparable<UnusedPermission> {
    private static final Comparator<UnusedPermission> ORDER = Comparator.comparing(UnusedPermission::policy)
            .thenComparingInt(UnusedPermission::statement)
            .thenComparing(UnusedPermission::toString);

    public UnusedPermission {
        principals = List.copyOf(principals);
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
    }

    static List<UnusedPermission> of(Set<String> principals, NamedPolicy policy, Map<Use, Set<MatchedStatement>> uses) {
        List<UnusedPermission> unused = new ArrayList<>();
        List<Statement> statements = policy.document().statements();
        for (int index = 0; index < statements.size(); index++) {
            Statement statement = statements.get(index);
            if (statement.effect() == Effect.ALLOW) {
                UnusedPermission ofStatement = of(principals, policy.name(), index, statement, uses);
                if (!ofStatement.actions.isEmpty() || !ofStatement.resources.isEmpty() || ofStatement.whole) {
                    unused.add(ofStatement);
                }
            }
        }
        return unused;
    }

    private static UnusedPermission of(
            Set<String> principals,
            String policy,
            int index,
            Statement statement,
            Map<Use, Set<MatchedStatement>> uses) {
        MatchedStatement asMatched =
                new MatchedStatement(PolicyKind.IDENTITY, policy, index, statement.sid(), Effect.ALLOW);
        List<Use> applied = uses.entrySet().stream()
                .filter(use -> use.getValue().contains(asMatched))
                .map(Map.Entry::getKey)
                .toList();
        boolean alike = applied.stream().anyMatch(Use::isPattern); // Of many resources, none is known to be unused.
        return new UnusedPermission(
                principals.stream().sorted().toList(),
                policy,
                index,
                statement.sid(),
                applied.isEmpty(),
                unneeded(statement.action(), applied.stream().map(Use::action).toList()),
                alike
                        ? List.of()
                        : unneeded(
                                statement.resource(),
                                applied.stream().map(Use::resource).toList()));
    }

    /** What an element takes out of all there is cannot be unneeded. */
    private static List<String> unneeded(StatementElement element, List<String> needed) {
        if (element.name() == StatementElement.Name.NOT_ACTION
                || element.name() == StatementElement.Name.NOT_RESOURCE) {
            return List.of();
        }
        List<String> rest = new ArrayList<>(element.patterns());
        needed.forEach(value -> rest.removeAll(element.patternsMatching(value)));
        return rest;
    }

    /** In order of policies and statements. */
    @Override
    public int compareTo(UnusedPermission other) {
        return ORDER.compare(this, other);
    }

    /** In words, for example {@code statement 0 ("Send") of policy "backend" of PRINCIPAL: chime:Delete* was never used}. */
    @Override
    public String toString() {
        List<String> values = new ArrayList<>(actions);
        values.addAll(resources);
        return "statement " + statement + sid.map(id -> " (\"" + id + "\")").orElse("") + " of policy \"" + policy
                + "\" of " + String.join(" and ", principals)
                + (whole ? "" : ": " + String.join(", ", values)) + (whole || values.size() == 1 ? " was" : " were")
                + " never used";
    }
}
