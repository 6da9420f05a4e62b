package io.github.chimefake.internal.iam.condition;

import io.github.chimefake.internal.iam.condition.ValueMatcher.Match;
import io.github.chimefake.internal.iam.pattern.WildcardPattern;
import io.github.chimefake.internal.iam.syntax.UnreadableValueException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/**
 * The comparisons of the families of condition operators. Values of a policy are parsed once, when the policy is read.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">
 *     Condition operators</a>
 */
final class ValueMatchers {
    private ValueMatchers() {}

    static Optional<ValueMatcher> text(PolicyValue expected) {
        return Optional.of(literal(expected, String::equals));
    }

    static Optional<ValueMatcher> textIgnoringCase(PolicyValue expected) {
        return Optional.of(literal(expected, String::equalsIgnoreCase));
    }

    private static ValueMatcher literal(PolicyValue expected, BiPredicate<String, String> equal) {
        if (expected.hasVariables()) {
            return (value, context) -> Match.of(expected.literal(context)
                    .filter(text -> equal.test(text, value))
                    .isPresent());
        }
        String fixed = withoutVariables(expected);
        return (value, context) -> Match.of(equal.test(fixed, value));
    }

    static Optional<ValueMatcher> textWithWildcards(PolicyValue expected) {
        return Optional.of(matching(expected, UnaryOperator.identity()));
    }

    static Optional<ValueMatcher> arn(PolicyValue expected) {
        String beginning = expected.beginning();
        boolean isArn = beginning.startsWith("arn:") || !expected.isPlain() || beginning.equals("*");
        boolean isComplete = !expected.isPlain() || beginning.endsWith("*") || beginning.split(":", 6).length == 6;
        if (!isArn || !isComplete) {
            return Optional.empty();
        }
        ValueMatcher matcher = matching(expected, WildcardPattern::forArnCondition);
        return Optional.of((value, context) -> isArn(value) ? matcher.match(value, context) : Match.NOT_COMPARABLE);
    }

    private static boolean isArn(String value) {
        return value.startsWith("arn:")
                && value.chars().filter(unit -> unit == ':').limit(5).count() == 5;
    }

    private static ValueMatcher matching(PolicyValue expected, UnaryOperator<WildcardPattern> scope) {
        if (expected.hasVariables()) {
            return (value, context) -> Match.of(expected.pattern(context)
                    .filter(filledIn -> scope.apply(filledIn).matches(value))
                    .isPresent());
        }
        WildcardPattern pattern =
                scope.apply(expected.pattern(EvaluationContext.EMPTY).orElseThrow());
        return (value, context) -> Match.of(pattern.matches(value));
    }

    /** The predicate receives the sign of comparing the request's number with the policy's, as from {@code compareTo}. */
    static Optional<ValueMatcher> number(PolicyValue expected, IntPredicate comparison)
            throws UnreadableValueException {
        return ordered(expected, Numbers::read, comparison);
    }

    /** The predicate receives the sign of comparing the request's date with the policy's, as from {@code compareTo}. */
    static Optional<ValueMatcher> date(PolicyValue expected, IntPredicate comparison) throws UnreadableValueException {
        return ordered(expected, Dates::read, comparison);
    }

    private static <T extends Comparable<T>> Optional<ValueMatcher> ordered(
            PolicyValue expected, Function<String, Optional<T>> reader, IntPredicate comparison)
            throws UnreadableValueException {
        return reader.apply(fixed(expected))
                .map(fixed -> (value, context) -> reader.apply(value)
                        .map(read -> Match.of(comparison.test(read.compareTo(fixed))))
                        .orElse(Match.NOT_COMPARABLE));
    }

    /** AWS's pages disagree on whether a variable is valid here; its value is compared. */
    static Optional<ValueMatcher> bool(PolicyValue expected) {
        if (!expected.hasVariables() && !isBool(expected.text())) {
            return Optional.empty();
        }
        ValueMatcher matcher = literal(expected, String::equalsIgnoreCase);
        return Optional.of((value, context) -> isBool(value) ? matcher.match(value, context) : Match.NOT_COMPARABLE);
    }

    /** The values of {@code Null}, with which no variable is valid. */
    static Optional<ValueMatcher> absence(PolicyValue expected) throws UnreadableValueException {
        fixed(expected);
        return bool(expected);
    }

    private static boolean isBool(String text) {
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    }

    static Optional<ValueMatcher> binary(PolicyValue expected) throws UnreadableValueException {
        return base64(fixed(expected))
                .map(fixed -> (value, context) -> base64(value)
                        .map(read -> Match.of(Arrays.equals(read, fixed)))
                        .orElse(Match.NOT_COMPARABLE));
    }

    private static Optional<byte[]> base64(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Optional<ValueMatcher> ipAddress(PolicyValue expected) throws UnreadableValueException {
        return IpRange.read(fixed(expected))
                .map(range -> (value, context) -> IpRange.address(value)
                        .map(address -> Match.of(range.contains(address)))
                        .orElse(Match.NOT_COMPARABLE));
    }

    private static String fixed(PolicyValue expected) throws UnreadableValueException {
        if (expected.hasVariables()) {
            throw new UnreadableValueException(
                    "a value without variables, which only the operators for strings and ARNs take");
        }
        return withoutVariables(expected);
    }

    private static String withoutVariables(PolicyValue text) {
        return text.literal(EvaluationContext.EMPTY).orElseThrow();
    }
}
