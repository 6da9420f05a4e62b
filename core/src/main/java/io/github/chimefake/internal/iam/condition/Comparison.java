package io.github.chimefake.internal.iam.condition;

import io.github.chimefake.internal.iam.syntax.UnreadableValueException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * A condition operator without prefix and suffix. A negated operator is met if its counterpart is not.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">
 *     Condition operators</a>
 */
enum Comparison {
    STRING_EQUALS("StringEquals", false, ValueMatchers::text),
    STRING_NOT_EQUALS("StringNotEquals", true, ValueMatchers::text),
    STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", false, ValueMatchers::textIgnoringCase),
    STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", true, ValueMatchers::textIgnoringCase),
    STRING_LIKE("StringLike", false, ValueMatchers::textWithWildcards),
    STRING_NOT_LIKE("StringNotLike", true, ValueMatchers::textWithWildcards),

    NUMERIC_EQUALS("NumericEquals", false, numeric(order -> order == 0)),
    NUMERIC_NOT_EQUALS("NumericNotEquals", true, numeric(order -> order == 0)),
    NUMERIC_LESS_THAN("NumericLessThan", false, numeric(order -> order < 0)),
    NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", false, numeric(order -> order <= 0)),
    NUMERIC_GREATER_THAN("NumericGreaterThan", false, numeric(order -> order > 0)),
    NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals", false, numeric(order -> order >= 0)),

    DATE_EQUALS("DateEquals", false, date(order -> order == 0)),
    DATE_NOT_EQUALS("DateNotEquals", true, date(order -> order == 0)),
    DATE_LESS_THAN("DateLessThan", false, date(order -> order < 0)),
    DATE_LESS_THAN_EQUALS("DateLessThanEquals", false, date(order -> order <= 0)),
    DATE_GREATER_THAN("DateGreaterThan", false, date(order -> order > 0)),
    DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", false, date(order -> order >= 0)),

    BOOL("Bool", false, ValueMatchers::bool),
    BINARY_EQUALS("BinaryEquals", false, ValueMatchers::binary),
    IP_ADDRESS("IpAddress", false, ValueMatchers::ipAddress),
    NOT_IP_ADDRESS("NotIpAddress", true, ValueMatchers::ipAddress),

    // The two pairs behave identically, and the first takes wildcards as well.
    ARN_EQUALS("ArnEquals", false, ValueMatchers::arn),
    ARN_LIKE("ArnLike", false, ValueMatchers::arn),
    ARN_NOT_EQUALS("ArnNotEquals", true, ValueMatchers::arn),
    ARN_NOT_LIKE("ArnNotLike", true, ValueMatchers::arn),

    /** Checks whether a key is absent. {@link Condition} does that, because there are no values to compare. */
    NULL("Null", false, ValueMatchers::bool);

    private static final Map<String, Comparison> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(Comparison::jsonName, Function.identity()));

    private final String jsonName;
    private final boolean negated;
    private final Reader reader;

    /** Creates the matcher for a value of a policy. */
    @FunctionalInterface
    private interface Reader {
        ValueMatcher read(PolicyValue value) throws UnreadableValueException;
    }

    Comparison(String jsonName, boolean negated, Reader reader) {
        this.jsonName = jsonName;
        this.negated = negated;
        this.reader = reader;
    }

    private static Reader numeric(IntPredicate comparison) {
        return value -> ValueMatchers.number(value, comparison);
    }

    private static Reader date(IntPredicate comparison) {
        return value -> ValueMatchers.date(value, comparison);
    }

    /** Returns the comparison of that name, which is case-sensitive. */
    static Optional<Comparison> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** Returns the name as it is written in a policy. */
    String jsonName() {
        return jsonName;
    }

    /** Returns whether the operator is met if none of its values matches. */
    boolean isNegated() {
        return negated;
    }

    /**
     * Returns the matcher for one value of a policy.
     *
     * @throws UnreadableValueException if it is not of the operator's type
     */
    ValueMatcher matcher(PolicyValue value) throws UnreadableValueException {
        return reader.read(value);
    }
}
