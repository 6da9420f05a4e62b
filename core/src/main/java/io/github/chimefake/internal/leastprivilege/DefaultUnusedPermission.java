package io.github.chimefake.internal.leastprivilege;

import io.github.chimefake.iam.PolicyDecision.MatchedStatement;
import io.github.chimefake.iam.PolicyKind;
import io.github.chimefake.internal.iam.evaluation.DefaultMatchedStatement;
import io.github.chimefake.internal.iam.policy.Effect;
import io.github.chimefake.internal.iam.policy.NamedPolicy;
import io.github.chimefake.internal.iam.policy.Statement;
import io.github.chimefake.internal.iam.policy.StatementElement;
import io.github.chimefake.leastprivilege.UsedPermissions.UnusedPermission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The part of a policy statement that no call used.
 *
 * @param principals the ARNs of the users and roles that have the policy, in order
 * @param policy the name of the policy
 * @param statement the index of the statement in the policy, from 0
 * @param sid the id of the statement
 * @param isWholeStatement whether the statement never applied
 * @param actions the values of {@code Action} that no call used
 * @param resources the values of {@code Resource} that no call used
 */
record DefaultUnusedPermission(
        List<String> principals,
        String policy,
        int statement,
        Optional<String> sid,
        boolean isWholeStatement,
        List<String> actions,
        List<String> resources)
        implements UnusedPermission, Comparable<DefaultUnusedPermission> {
    private static final Comparator<DefaultUnusedPermission> ORDER = Comparator.comparing(
                    DefaultUnusedPermission::policy)
            .thenComparingInt(DefaultUnusedPermission::statement)
            .thenComparing(DefaultUnusedPermission::toString);

    DefaultUnusedPermission {
        principals = List.copyOf(principals);
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
    }

    static List<DefaultUnusedPermission> of(
            Set<String> principals, NamedPolicy policy, Map<UsedPermission, Set<MatchedStatement>> used) {
        List<DefaultUnusedPermission> unused = new ArrayList<>();
        List<Statement> statements = policy.document().statements();
        for (int index = 0; index < statements.size(); index++) {
            Statement statement = statements.get(index);
            if (statement.effect() == Effect.ALLOW) {
                DefaultUnusedPermission ofStatement = of(principals, policy.name(), index, statement, used);
                if (!ofStatement.actions.isEmpty()
                        || !ofStatement.resources.isEmpty()
                        || ofStatement.isWholeStatement) {
                    unused.add(ofStatement);
                }
            }
        }
        return unused;
    }

    private static DefaultUnusedPermission of(
            Set<String> principals,
            String policy,
            int index,
            Statement statement,
            Map<UsedPermission, Set<MatchedStatement>> used) {
        MatchedStatement asMatched = DefaultMatchedStatement.of(PolicyKind.IDENTITY, policy, index, statement);
        List<UsedPermission> applied = used.entrySet().stream()
                .filter(entry -> entry.getValue().contains(asMatched))
                .map(Map.Entry::getKey)
                .toList();
        // A pattern stands for many resources, so none of them is known to be unused.
        boolean hasPattern = applied.stream().anyMatch(UsedPermission::isPattern);
        return new DefaultUnusedPermission(
                principals.stream().sorted().toList(),
                policy,
                index,
                statement.sid(),
                applied.isEmpty(),
                unused(
                        statement.action(),
                        applied.stream().map(UsedPermission::action).toList()),
                hasPattern
                        ? List.of()
                        : unused(
                                statement.resource(),
                                applied.stream().map(UsedPermission::resource).toList()));
    }

    /**
     * Returns the unused patterns of an element. NotAction and NotResource exclude values, so they cannot be unused.
     */
    private static List<String> unused(StatementElement element, List<String> needed) {
        if (element.name() == StatementElement.Name.NOT_ACTION
                || element.name() == StatementElement.Name.NOT_RESOURCE) {
            return List.of();
        }
        List<String> rest = new ArrayList<>(element.patterns());
        needed.forEach(value -> rest.removeAll(element.patternsMatching(value)));
        return rest;
    }

    /** Orders by policy and statement. */
    @Override
    public int compareTo(DefaultUnusedPermission other) {
        return ORDER.compare(this, other);
    }

    /**
     * Returns a description, for example {@code statement 0 ("Send") of policy "backend" of PRINCIPAL: chime:Delete*
     * was never used}.
     */
    @Override
    public String toString() {
        List<String> values = new ArrayList<>(actions);
        values.addAll(resources);
        return "statement " + statement + sid.map(id -> " (\"" + id + "\")").orElse("") + " of policy \"" + policy
                + "\" of " + String.join(" and ", principals)
                + (isWholeStatement ? "" : ": " + String.join(", ", values))
                + (isWholeStatement || values.size() == 1 ? " was" : " were")
                + " never used";
    }
}
