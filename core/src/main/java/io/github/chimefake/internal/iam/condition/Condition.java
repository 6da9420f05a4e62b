package io.github.chimefake.internal.iam.condition;

import io.github.chimefake.internal.iam.condition.ConditionOperator.Quantifier;
import io.github.chimefake.internal.iam.condition.ValueMatcher.Match;
import io.github.chimefake.internal.iam.syntax.MessageValues;
import io.github.chimefake.internal.iam.syntax.UnreadableValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One condition of a statement: an operator, a context key, and the values that it is compared with.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html">Condition</a>
 */
public final class Condition {
    private final ConditionOperator operator;
    private final String key;
    private final String foldedKey;
    private final List<PolicyValue> values;
    private final List<ValueMatcher> matchers;

    private Condition(ConditionOperator operator, String key, List<PolicyValue> values, List<ValueMatcher> matchers) {
        this.operator = operator;
        this.key = key;
        this.foldedKey = RequestContext.folded(key);
        this.values = List.copyOf(values);
        this.matchers = List.copyOf(matchers);
    }

    /** Collects the values of a condition. */
    public static final class Builder {
        private final ConditionOperator operator;
        private final String key;
        private final List<PolicyValue> values = new ArrayList<>();
        private final List<ValueMatcher> matchers = new ArrayList<>();

        public Builder(ConditionOperator operator, String key) {
            this.operator = operator;
            this.key = key;
        }

        /**
         * Adds a value.
         *
         * @throws UnreadableValueException if it is not of the operator's type
         */
        public void add(PolicyValue value) throws UnreadableValueException {
            if (operator.comparison() == Comparison.NULL && !ValueMatchers.isBool(value.text())) {
                throw new UnreadableValueException(
                        "\"true\", for a key that is absent, or \"false\", for one that is there");
            }
            matchers.add(operator.comparison().matcher(value));
            values.add(value);
        }

        public Condition build() {
            return new Condition(operator, key, values, matchers);
        }
    }

    /** Returns the operator's name, for example {@code ForAnyValue:StringLikeIfExists}. */
    public String operator() {
        return operator.jsonName();
    }

    /** Returns the context key as it is written in the policy, for example {@code aws:ResourceTag/team}. */
    public String key() {
        return key;
    }

    /** Returns the values as they are written in the policy. */
    public List<String> values() {
        return values.stream().map(PolicyValue::text).toList();
    }

    /** Returns whether the condition is met. */
    public boolean isMet(EvaluationContext context) {
        List<String> received = context.values(foldedKey);
        if (operator.comparison() == Comparison.NULL) {
            String absent = String.valueOf(received.isEmpty());
            return values.stream().anyMatch(value -> value.text().equalsIgnoreCase(absent));
        }
        if (received.isEmpty() && operator.ifExists()) {
            return true;
        }
        return switch (operator.quantifier()) {
            case FOR_ALL_VALUES ->
                isNullDataSet(received) || received.stream().allMatch(value -> passes(value, context));
            case FOR_ANY_VALUE ->
                !isNullDataSet(received) && received.stream().anyMatch(value -> passes(value, context));
            case ONE ->
                received.isEmpty()
                        ? operator.comparison().isNegated()
                        : !needsSetOperator(received) && passes(received.get(0), context);
        };
    }

    /**
     * Returns whether the set is empty or holds only empty values: {@code ForAllValues} is true for it, {@code ForAnyValue} false.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html">
     *     Set operators</a>
     */
    private static boolean isNullDataSet(List<String> received) {
        return received.stream().allMatch(String::isEmpty);
    }

    /** Returns whether the condition is not met because the operator compares single values, and the request has several. */
    public boolean needsSetOperator(List<String> received) {
        return received.size() > 1
                && operator.quantifier() == Quantifier.ONE
                && operator.comparison() != Comparison.NULL;
    }

    /** A negated operator passes values that match none of the condition's values; the others pass values that match one. */
    private boolean passes(String received, EvaluationContext context) {
        boolean matches = false;
        for (ValueMatcher matcher : matchers) {
            Match match = matcher.match(received, context);
            if (match == Match.NOT_COMPARABLE) {
                return false;
            }
            matches |= match == Match.YES;
        }
        return matches != operator.comparison().isNegated();
    }

    /** Returns whether a value of the request cannot be compared because it is not of the operator's type. */
    public boolean isNotComparable(List<String> received, EvaluationContext context) {
        return operator.comparison() != Comparison.NULL
                && received.stream()
                        .anyMatch(value -> matchers.stream()
                                .anyMatch(matcher -> matcher.match(value, context) == Match.NOT_COMPARABLE));
    }

    /** Returns the request's values of the key. */
    public List<String> received(EvaluationContext context) {
        return context.values(foldedKey);
    }

    /** Returns the variables in the values that this request has no value for. */
    public List<String> variablesWithoutValue(EvaluationContext context) {
        return values.stream()
                .flatMap(value -> value.variablesWithoutValue(context).stream())
                .distinct()
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Condition condition
                && operator.equals(condition.operator)
                && key.equals(condition.key)
                && values().equals(condition.values());
    }

    @Override
    public int hashCode() {
        return Objects.hash(operator, key, values());
    }

    /** Returns for example {@code StringEquals aws:ResourceTag/team "red"}. */
    @Override
    public String toString() {
        return operator() + " " + key + " " + MessageValues.quotedList(values());
    }
}
