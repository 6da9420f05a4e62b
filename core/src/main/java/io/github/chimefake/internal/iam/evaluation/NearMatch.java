package io.github.chimefake.internal.iam.evaluation;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.iam.PolicyDecision.MatchedStatement;
import io.github.chimefake.internal.iam.condition.EvaluationContext;
import io.github.chimefake.internal.iam.policy.Effect;
import io.github.chimefake.internal.iam.policy.Statement;
import io.github.chimefake.internal.iam.policy.StatementElement;
import io.github.chimefake.internal.iam.syntax.MessageValues;
import java.util.List;
import java.util.Optional;

/**
 * A statement that would allow the request if its condition, its resource or its action matched.
 *
 * @param mismatch the part that does not match; statements are compared by it
 * @param where the statement, as explanations name it
 * @param statement the statement
 */
record NearMatch(Mismatch mismatch, MatchedStatement where, Statement statement) implements Comparable<NearMatch> {

    /** The part of a statement that does not match, in the order in which explanations list statements. */
    enum Mismatch {
        CONDITION,
        RESOURCE,
        ACTION;

        /**
         * Returns what keeps a statement from allowing the request; empty if it denies, or if neither its action nor its resource matches.
         *
         * @param foldedAction the action in lower case
         */
        static Optional<Mismatch> of(
                Statement statement, String foldedAction, String resource, EvaluationContext context) {
            if (statement.effect() == Effect.DENY) {
                return Optional.empty();
            }
            boolean actionMatches = statement.matchesAction(foldedAction);
            boolean resourceMatches = statement.resource().matches(resource, context);
            if (actionMatches) {
                return Optional.of(resourceMatches ? CONDITION : RESOURCE);
            }
            return resourceMatches ? Optional.of(ACTION) : Optional.empty();
        }
    }

    /** Returns what the statement allows, or why it does not apply. */
    String description(EvaluationContext context) {
        return switch (mismatch) {
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
        String values = MessageValues.list(element.patterns());
        return element.name().isNegated() ? "everything but " + values : values + " only";
    }

    private static String withoutValue(List<String> variables) {
        return variables.isEmpty()
                ? ""
                : ", where the request has no value for "
                        + MessageValues.list(variables.stream()
                                .map(name -> "${" + name + "}")
                                .toList());
    }

    @Override
    public int compareTo(NearMatch other) {
        return mismatch.compareTo(other.mismatch);
    }
}
