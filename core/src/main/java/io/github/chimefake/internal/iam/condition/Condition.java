package io.github.chimefake.internal.iam.condition;

import io.github.chimefake.internal.iam.condition.ConditionOperator.Quantifier;
import io.github.chimefake.internal.iam.condition.ValueMatcher.Match;
import io.github.chimefake.internal.iam.syntax.MessageValues;
import io.github.chimefake.internal.iam.syntax.UnreadableValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One condition of a statement: an operator, a context key, and the values that it is compared with.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html">Condition</a>
 */
public final class Condition {
    private static final ValueMatcher MATCHES_NOTHING = (value, context) -> Match.NO;
    private static final ValueMatcher NOT_COMPARABLE = (value, context) -> Match.NOT_COMPARABLE;

    private final ConditionOperator operator;
    private final String key;
    private final String foldedKey;
    private final List<PolicyValue> values;
    private final List<ValueMatcher> matchers;
    private final List<Integer> mistyped;

    private Condition(Builder builder) {
        this.operator = builder.operator;
        this.key = builder.key;
        this.foldedKey = RequestContext.folded(key);
        this.values = List.copyOf(builder.values);
        this.matchers = List.copyOf(builder.matchers);
        this.mistyped = List.copyOf(builder.mistyped);
    }

    /** Collects the values of a condition. */
    public static final class Builder {
        private final ConditionOperator operator;
        private final String key;
        private final List<PolicyValue> values = new ArrayList<>();
        private final List<ValueMatcher> matchers = new ArrayList<>();
        private final List<Integer> mistyped = new ArrayList<>();

        public Builder(ConditionOperator operator, String key) {
            this.operator = operator;
            this.key = key;
        }

        /**
         * Adds a value. One that is not of the operator's type is kept and matches nothing.
         *
         * @throws UnreadableValueException if it has a variable, and the operator takes none
         */
        public void add(PolicyValue value) throws UnreadableValueException {
            Optional<ValueMatcher> matcher = operator.comparison().matcher(value);
            if (matcher.isEmpty()) {
                mistyped.add(values.size());
            }
            matchers.add(matcher.orElse(operator.comparison().isNegated() ? NOT_COMPARABLE : MATCHES_NOTHING));
            values.add(value);
        }

        public Condition build() {
            return new Condition(this);
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

    /** Returns the values, which may have variables. */
    public List<PolicyValue> policyValues() {
        return values;
    }

    /** Returns whether the condition is met. */
    public boolean isMet(EvaluationContext context) {
        List<String> received = context.values(foldedKey);
        if (received.isEmpty() && operator.ifExists()) {
            return true;
        }
        List<String> compared = compared(received);
        return switch (operator.quantifier()) {
            case FOR_ALL_VALUES ->
                isNullDataSet(compared) || compared.stream().allMatch(value -> passes(value, context));
            case FOR_ANY_VALUE ->
                !isNullDataSet(compared) && compared.stream().anyMatch(value -> passes(value, context));
            case ONE ->
                compared.isEmpty()
                        ? operator.comparison().isNegated() && !values.isEmpty()
                        : !needsSetOperator(received) && passes(compared.get(0), context);
        };
    }

    /**
     * Returns what is compared with the values: those of the request, but for {@code Null} whether they are absent. An empty value
     * counts as absent there, and set operators skip it.
     */
    private List<String> compared(List<String> received) {
        if (!isNullCheck()) {
            return received;
        }
        return operator.quantifier() == Quantifier.ONE
                ? List.of(String.valueOf(isNullDataSet(received)))
                : received.stream()
                        .filter(value -> !value.isEmpty())
                        .map(value -> "false")
                        .toList();
    }

    private boolean isNullCheck() {
        return operator.comparison() == Comparison.NULL;
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
        return received.size() > 1 && operator.quantifier() == Quantifier.ONE && !isNullCheck();
    }

    /**
     * A negated operator passes values that match none of the condition's values; the others pass values that match one. Nothing
     * passes an empty list.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-empty-array-condition-ifexists">
     *     Empty lists in conditions</a>
     */
    private boolean passes(String received, EvaluationContext context) {
        if (matchers.isEmpty()) {
            return false;
        }
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

    /** Returns whether a value of the request or of the condition is not of the operator's type, so that they cannot be compared. */
    public boolean isNotComparable(List<String> received, EvaluationContext context) {
        return !isNullCheck()
                && received.stream()
                        .anyMatch(value -> matchers.stream()
                                .anyMatch(matcher -> matcher.match(value, context) == Match.NOT_COMPARABLE));
    }

    /** Returns the indices of the values that are not of the operator's type, so that they match nothing. */
    public List<Integer> mistypedValues() {
        return mistyped;
    }

    /** Returns what the operator's values must be, with an example. */
    public String expectedValue() {
        return operator.comparison().type().description();
    }

    /** Returns whether an absent key meets the condition. */
    public boolean isMetByAbsentKey() {
        return isMet(EvaluationContext.EMPTY);
    }

    /** Returns whether the operator checks if a key is absent, with a prefix for sets, which leaves nothing to check. */
    public boolean isNullCheckOfSet() {
        return isNullCheck() && operator.quantifier() != Quantifier.ONE;
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
        return operator() + " " + key + " " + (values.isEmpty() ? "[]" : MessageValues.quotedList(values()));
    }
}
