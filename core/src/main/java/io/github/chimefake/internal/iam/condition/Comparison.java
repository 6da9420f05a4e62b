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
    STRING_EQUALS("StringEquals", false, ValueType.TEXT, ValueMatchers::text),
    STRING_NOT_EQUALS("StringNotEquals", true, ValueType.TEXT, ValueMatchers::text),
    STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", false, ValueType.TEXT, ValueMatchers::textIgnoringCase),
    STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", true, ValueType.TEXT, ValueMatchers::textIgnoringCase),
    STRING_LIKE("StringLike", false, ValueType.TEXT, ValueMatchers::textWithWildcards),
    STRING_NOT_LIKE("StringNotLike", true, ValueType.TEXT, ValueMatchers::textWithWildcards),

    NUMERIC_EQUALS("NumericEquals", false, ValueType.NUMBER, numeric(order -> order == 0)),
    NUMERIC_NOT_EQUALS("NumericNotEquals", true, ValueType.NUMBER, numeric(order -> order == 0)),
    NUMERIC_LESS_THAN("NumericLessThan", false, ValueType.NUMBER, numeric(order -> order < 0)),
    NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", false, ValueType.NUMBER, numeric(order -> order <= 0)),
    NUMERIC_GREATER_THAN("NumericGreaterThan", false, ValueType.NUMBER, numeric(order -> order > 0)),
    NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals", false, ValueType.NUMBER, numeric(order -> order >= 0)),

    DATE_EQUALS("DateEquals", false, ValueType.DATE, date(order -> order == 0)),
    DATE_NOT_EQUALS("DateNotEquals", true, ValueType.DATE, date(order -> order == 0)),
    DATE_LESS_THAN("DateLessThan", false, ValueType.DATE, date(order -> order < 0)),
    DATE_LESS_THAN_EQUALS("DateLessThanEquals", false, ValueType.DATE, date(order -> order <= 0)),
    DATE_GREATER_THAN("DateGreaterThan", false, ValueType.DATE, date(order -> order > 0)),
    DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", false, ValueType.DATE, date(order -> order >= 0)),

    BOOL("Bool", false, ValueType.BOOL, ValueMatchers::bool),
    BINARY_EQUALS("BinaryEquals", false, ValueType.BINARY, ValueMatchers::binary),
    IP_ADDRESS("IpAddress", false, ValueType.IP_RANGE, ValueMatchers::ipAddress),
    NOT_IP_ADDRESS("NotIpAddress", true, ValueType.IP_RANGE, ValueMatchers::ipAddress),

    // The two pairs behave identically, and the first takes wildcards as well.
    ARN_EQUALS("ArnEquals", false, ValueType.ARN, ValueMatchers::arn),
    ARN_LIKE("ArnLike", false, ValueType.ARN, ValueMatchers::arn),
    ARN_NOT_EQUALS("ArnNotEquals", true, ValueType.ARN, ValueMatchers::arn),
    ARN_NOT_LIKE("ArnNotLike", true, ValueType.ARN, ValueMatchers::arn),

    /** Checks whether a key is absent. {@link Condition} compares the result instead of the values. */
    NULL("Null", false, ValueType.ABSENCE, ValueMatchers::absence);

    private static final Map<String, Comparison> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(Comparison::jsonName, Function.identity()));

    private final String jsonName;
    private final boolean negated;
    private final ValueType type;
    private final Reader reader;

    /** Creates the matcher for a value of a policy; empty if the value is not of the operator's type. */
    @FunctionalInterface
    private interface Reader {
        Optional<ValueMatcher> read(PolicyValue value) throws UnreadableValueException;
    }

    Comparison(String jsonName, boolean negated, ValueType type, Reader reader) {
        this.jsonName = jsonName;
        this.negated = negated;
        this.type = type;
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

    /** Returns the type of the operator's values. */
    ValueType type() {
        return type;
    }

    /**
     * Returns the matcher for one value of a policy; empty if it is not of the operator's type, so that it matches nothing.
     *
     * @throws UnreadableValueException if it has a variable, and the operator takes none
     */
    Optional<ValueMatcher> matcher(PolicyValue value) throws UnreadableValueException {
        return reader.read(value);
    }
}
