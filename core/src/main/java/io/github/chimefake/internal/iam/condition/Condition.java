package io.github.chimefake.internal.iam.condition;

import io.github.chimefake.internal.iam.condition.ConditionOperator.Quantifier;
import io.github.chimefake.internal.iam.condition.ValueTest.Match;
import io.github.chimefake.internal.iam.syntax.Quoted;
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
    private final List<PolicyText> values;
    private final List<ValueTest> tests;

    private Condition(ConditionOperator operator, String key, List<PolicyText> values, List<ValueTest> tests) {
        this.operator = operator;
        this.key = key;
        this.foldedKey = RequestContext.folded(key);
        this.values = List.copyOf(values);
        this.tests = List.copyOf(tests);
    }

    /** Collects the values of a condition. */
    public static final class Builder {
        private final ConditionOperator operator;
        private final String key;
        private final List<PolicyText> values = new ArrayList<>();
        private final List<ValueTest> tests = new ArrayList<>();

        public Builder(ConditionOperator operator, String key) {
            this.operator = operator;
            this.key = key;
        }

        /** Adds a value, refusing one that is not of the operator's type. */
        public void add(PolicyText value) throws UnreadableValueException {
            if (operator.comparison() == Comparison.NULL && !ValueTests.isBool(value.text())) {
                throw new UnreadableValueException(
                        "\"true\", for a key that is absent, or \"false\", for one that is there");
            }
            tests.add(operator.comparison().test(value));
            values.add(value);
        }

        public Condition build() {
            return new Condition(operator, key, values, tests);
        }
    }

    /** The operator's name, for example {@code ForAnyValue:StringLikeIfExists}. */
    public String operator() {
        return operator.jsonName();
    }

    /** The context key as it stands in the policy, for example {@code aws:ResourceTag/team}. */
    public String key() {
        return key;
    }

    /** The values as they stand in the policy. */
    public List<String> values() {
        return values.stream().map(PolicyText::text).toList();
    }

    /** Whether the condition holds for the request. */
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
     * Of such a set, {@code ForAllValues} is true and {@code ForAnyValue} false.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html">
     *     Set operators</a>
     */
    private static boolean isNullDataSet(List<String> received) {
        return received.stream().allMatch(String::isEmpty);
    }

    /** Whether the condition fails because it compares several values as if they were one. */
    public boolean needsSetOperator(List<String> received) {
        return received.size() > 1
                && operator.quantifier() == Quantifier.ONE
                && operator.comparison() != Comparison.NULL;
    }

    /** A negated operator passes what none of its values matches, the others what one of them does. */
    private boolean passes(String received, EvaluationContext context) {
        boolean matches = false;
        for (ValueTest test : tests) {
            Match match = test.test(received, context);
            if (match == Match.NOT_COMPARABLE) {
                return false;
            }
            matches |= match == Match.YES;
        }
        return matches != operator.comparison().isNegated();
    }

    /** Whether the request's values cannot even be compared, not being of the operator's type. */
    public boolean isNotComparable(List<String> received, EvaluationContext context) {
        return operator.comparison() != Comparison.NULL
                && received.stream()
                        .anyMatch(value ->
                                tests.stream().anyMatch(test -> test.test(value, context) == Match.NOT_COMPARABLE));
    }

    /** What the request holds under the key. */
    public List<String> received(EvaluationContext context) {
        return context.values(foldedKey);
    }

    /** The variables in the values that stand for nothing in this request. */
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

    /** In words, for example {@code StringEquals aws:ResourceTag/team "red"}. */
    @Override
    public String toString() {
        return operator() + " " + key + " " + Quoted.list(values());
    }
}
