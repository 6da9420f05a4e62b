package io.github.chimefake.internal.iam.evaluation;

import io.github.chimefake.internal.iam.condition.Condition;
import io.github.chimefake.internal.iam.condition.EvaluationContext;
import io.github.chimefake.internal.iam.syntax.MessageValues;
import java.util.List;

/** Explains the result of a condition, with the values that it compared. */
final class ConditionExplanation {
    private ConditionExplanation() {}

    /** Explains a condition that is met. */
    static String met(Condition condition, EvaluationContext context) {
        return "its condition " + condition + " is met, where " + received(condition, context);
    }

    /** Explains a condition that is not met, and what would change that. */
    static String notMet(Condition condition, EvaluationContext context) {
        return "its condition " + condition + " is not met, where " + received(condition, context)
                + advice(condition, context);
    }

    private static String received(Condition condition, EvaluationContext context) {
        List<String> received = condition.received(context);
        return received.isEmpty()
                ? "the request has no such key"
                : "the request has " + MessageValues.quotedList(received);
    }

    private static String advice(Condition condition, EvaluationContext context) {
        List<String> received = condition.received(context);
        if (condition.needsSetOperator(received)) {
            return ", and several values are compared only with ForAllValues: or ForAnyValue: before the operator";
        }
        if (condition.values().isEmpty()) {
            return ", and an empty list of values matches none";
        }
        if (!condition.mistypedValues().isEmpty()) {
            return ", and "
                    + MessageValues.quotedList(condition.mistypedValues().stream()
                            .map(condition.values()::get)
                            .toList())
                    + " matches nothing, as this operator compares with " + condition.expectedValue();
        }
        if (condition.isNotComparable(received, context)) {
            return ", which this operator cannot compare";
        }
        List<String> variables = condition.variablesWithoutValue(context).stream()
                .map(name -> "${" + name + "}")
                .toList();
        return variables.isEmpty() ? "" : " and no value for " + MessageValues.list(variables);
    }
}
