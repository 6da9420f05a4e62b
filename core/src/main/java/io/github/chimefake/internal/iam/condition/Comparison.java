package io.github.chimefake.internal.iam.condition;

import io.github.chimefake.internal.iam.syntax.UnreadableValueException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * What a condition operator compares, without prefix and suffix. One that is negated holds where the other does not.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">
 *     Condition operators</a>
 */
enum Comparison {
    STRING_EQUALS("StringEquals", false, ValueTests::text),
    STRING_NOT_EQUALS("StringNotEquals", true, ValueTests::text),
    STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", false, ValueTests::textIgnoringCase),
    STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", true, ValueTests::textIgnoringCase),
    STRING_LIKE("StringLike", false, ValueTests::textWithWildcards),
    STRING_NOT_LIKE("StringNotLike", true, ValueTests::textWithWildcards),

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

    BOOL("Bool", false, ValueTests::bool),
    BINARY_EQUALS("BinaryEquals", false, ValueTests::binary),
    IP_ADDRESS("IpAddress", false, ValueTests::ipAddress),
    NOT_IP_ADDRESS("NotIpAddress", true, ValueTests::ipAddress),

    // The two pairs behave identically, and the first takes wildcards as well.
    ARN_EQUALS("ArnEquals", false, ValueTests::arn),
    ARN_LIKE("ArnLike", false, ValueTests::arn),
    ARN_NOT_EQUALS("ArnNotEquals", true, ValueTests::arn),
    ARN_NOT_LIKE("ArnNotLike", true, ValueTests::arn),

    /** Asks whether a key is absent. {@link Condition} answers that, as there are no values to compare. */
    NULL("Null", false, ValueTests::bool);

    private static final Map<String, Comparison> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(Comparison::jsonName, Function.identity()));

    private final String jsonName;
    private final boolean negated;
    private final Reader reader;

    /** Makes a test of a policy's value. */
    @FunctionalInterface
    private interface Reader {
        ValueTest read(PolicyText value) throws UnreadableValueException;
    }

    Comparison(String jsonName, boolean negated, Reader reader) {
        this.jsonName = jsonName;
        this.negated = negated;
        this.reader = reader;
    }

    private static Reader numeric(IntPredicate comparison) {
        return value -> ValueTests.number(value, comparison);
    }

    private static Reader date(IntPredicate comparison) {
        return value -> ValueTests.date(value, comparison);
    }

    /** The comparison of that name, which is case-sensitive. */
    static Optional<Comparison> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The name as it stands in a policy. */
    String jsonName() {
        return jsonName;
    }

    /** Whether the operator holds where none of its values matches. */
    boolean isNegated() {
        return negated;
    }

    /**
     * The test of one value that stands in a policy.
     *
     * @throws UnreadableValueException if it is not of the operator's type
     */
    ValueTest test(PolicyText value) throws UnreadableValueException {
        return reader.read(value);
    }
}
