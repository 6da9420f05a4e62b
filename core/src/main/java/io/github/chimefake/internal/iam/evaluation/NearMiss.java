package io.github.chimefake.internal.iam.evaluation;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.iam.PolicyDecision.MatchedStatement;
import io.github.chimefake.internal.iam.condition.EvaluationContext;
import io.github.chimefake.internal.iam.policy.Effect;
import io.github.chimefake.internal.iam.policy.Statement;
import io.github.chimefake.internal.iam.policy.StatementElement;
import io.github.chimefake.internal.iam.syntax.Quoted;
import java.util.List;
import java.util.Optional;

/**
 * A statement that allows nearly what was requested.
 *
 * @param distance how far it is from allowing the request; statements are compared by it
 * @param where how the statement is told of
 * @param statement the statement
 */
record NearMiss(Distance distance, MatchedStatement where, Statement statement) implements Comparable<NearMiss> {

    /** From near to far. */
    enum Distance {
        CONDITION,
        RESOURCE,
        ACTION;

        /**
         * How far a statement is from allowing the request; empty if it denies, or means neither the action nor the resource.
         *
         * @param foldedAction the action in lower case
         */
        static Optional<Distance> of(
                Statement statement, String foldedAction, String resource, EvaluationContext context) {
            if (statement.effect() == Effect.DENY) {
                return Optional.empty();
            }
            boolean means = statement.meansAction(foldedAction);
            boolean covers = statement.resource().matches(resource, context);
            if (means) {
                return Optional.of(covers ? CONDITION : RESOURCE);
            }
            return covers ? Optional.of(ACTION) : Optional.empty();
        }
    }

    /** What the statement allows, or what keeps it from applying. */
    String description(EvaluationContext context) {
        return switch (distance) {
            case CONDITION -> where + " would, but " + conditions(context);
            case RESOURCE ->
                where + " allows it on " + values(statement.resource())
                        + withoutValue(statement.resource().variablesWithoutValue(context));
            case ACTION -> where + " covers this resource, but allows " + values(statement.action());
        };
    }

    private String conditions(EvaluationContext context) {
        return statement.conditions().stream()
                .filter(condition -> !condition.isMet(context))
                .map(condition -> ConditionExplanation.notMet(condition, context))
                .collect(joining(" and "));
    }

    private static String values(StatementElement element) {
        String values = Quoted.plainList(element.patterns());
        return element.name().isNegated() ? "everything but " + values : values + " only";
    }

    private static String withoutValue(List<String> variables) {
        return variables.isEmpty()
                ? ""
                : ", where the request has no value for "
                        + Quoted.plainList(variables.stream()
                                .map(name -> "${" + name + "}")
                                .toList());
    }

    @Override
    public int compareTo(NearMiss other) {
        return distance.compareTo(other.distance);
    }
}
