package io.github.chimefake.iam;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.iam.PolicyDecision.MatchedStatement;
import java.util.List;
import java.util.Optional;

/**
 * A statement that allows nearly what was requested.
 *
 * @param distance how far it is from allowing the request; statements are compared by it
 * @param description what it allows, or what keeps it from applying
 */
record NearMiss(Distance distance, String description) implements Comparable<NearMiss> {

    /** From near to far. */
    enum Distance {
        CONDITION,
        RESOURCE,
        ACTION
    }

    /** Empty if the statement allows nothing, or neither the action nor the resource. */
    static Optional<NearMiss> of(
            Statement statement, MatchedStatement where, String action, String resource, EvaluationContext context) {
        if (statement.effect() == Effect.DENY) {
            return Optional.empty();
        }
        boolean means = statement.meansAction(RequestContext.folded(action));
        boolean covers = statement.resource().matches(resource, context);
        if (means && covers) {
            return Optional.of(
                    new NearMiss(Distance.CONDITION, where + " would, but " + conditions(statement, context)));
        }
        if (means) {
            return Optional.of(new NearMiss(
                    Distance.RESOURCE,
                    where + " allows it on " + values(statement.resource())
                            + withoutValue(statement.resource().variablesWithoutValue(context))));
        }
        return covers
                ? Optional.of(new NearMiss(
                        Distance.ACTION, where + " covers this resource, but allows " + values(statement.action())))
                : Optional.empty();
    }

    private static String conditions(Statement statement, EvaluationContext context) {
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
