package io.github.chimefake.internal.protocol;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The constraints of the service model on a value. The value has the type of the AWS SDK; an enum is a string. */
sealed interface Shape {
    /** The maximum of values that have none in the model. */
    int UNBOUNDED = Integer.MAX_VALUE;

    /** Returns the shape's name in the service model. */
    String name();

    /**
     * Returns AWS's text for the first constraint of this shape that the value breaks. Parts of the value are not
     * checked.
     */
    Optional<String> brokenConstraint(Object value);

    /**
     * Text. Lengths count Unicode code points; the model does not say whether it counts characters or bytes.
     *
     * @param restriction a constraint that the model does not have
     */
    record Text(
            String name, int minLength, int maxLength, Optional<TextPattern> pattern, Optional<Restriction> restriction)
            implements Shape {

        /** Returns this shape with a constraint that AWS documents outside the model. */
        Text restricted(String requirement, Predicate<String> allowed) {
            return new Text(name, minLength, maxLength, pattern, Optional.of(new Restriction(requirement, allowed)));
        }

        @Override
        public Optional<String> brokenConstraint(Object value) {
            String text = (String) value;
            // The length is checked first, so that the pattern is not applied to a megabyte.
            Optional<String> brokenLength =
                    brokenBound("length", text.codePointCount(0, text.length()), minLength, maxLength);
            return brokenLength
                    .or(() -> pattern.filter(wanted -> !wanted.matches(text))
                            .map(wanted -> "Member must satisfy regular expression pattern: " + wanted.model()))
                    .or(() -> restriction
                            .filter(wanted -> !wanted.allowed().test(text))
                            .map(Restriction::requirement));
        }
    }

    /**
     * A constraint on a text that is in AWS's documentation and not in the model.
     *
     * @param requirement the constraint, for a message of the form that those of the model have
     * @param allowed returns whether a text satisfies it
     */
    record Restriction(String requirement, Predicate<String> allowed) {}

    /**
     * A pattern that the whole text must match.
     *
     * @param model the pattern as in the service model
     * @param test returns whether a text matches
     */
    record TextPattern(String model, Predicate<String> test) {
        static TextPattern of(String model) {
            return new TextPattern(model, test(model));
        }

        /**
         * Returns a test for the pattern. The patterns that apply to nearly every request do not use regular
         * expressions, which would take most of the time of the checks.
         */
        private static Predicate<String> test(String model) {
            return switch (model) {
                case "[\\s\\S]*" -> anything -> true;
                case IdentifierPattern.MODEL -> IdentifierPattern::matches;
                case ArnPattern.MODEL -> ArnPattern::matches;
                default -> expression(model).asMatchPredicate();
            };
        }

        /** Returns the pattern as a regular expression of the JDK. */
        static Pattern expression(String model) {
            // The JDK would read the model's escape as the character U+1000, followed by a zero.
            return Pattern.compile(model.replace("\\u10000-\\u10FFFF", "\\x{10000}-\\x{10FFFF}"));
        }

        boolean matches(String text) {
            return test.test(text);
        }
    }

    /** One of the values of an enum. */
    record Choice(String name, List<String> values) implements Shape {
        @Override
        public Optional<String> brokenConstraint(Object value) {
            return values.contains((String) value)
                    ? Optional.empty()
                    : Optional.of("Member must satisfy enum value set: " + values);
        }
    }

    /** A whole number. */
    record WholeNumber(String name, int minimum, int maximum) implements Shape {
        @Override
        public Optional<String> brokenConstraint(Object value) {
            return brokenBound("value", (Integer) value, minimum, maximum);
        }
    }

    /** A list. Its items have their own shape. */
    record ListOf(String name, Shape item, int minSize, int maxSize) implements Shape {
        @Override
        public Optional<String> brokenConstraint(Object value) {
            return brokenBound("length", ((List<?>) value).size(), minSize, maxSize);
        }
    }

    /** A map. Its keys and values have their own shapes. */
    record MapOf(String name, Text key, Shape value) implements Shape {
        @Override
        public Optional<String> brokenConstraint(Object map) {
            return Optional.empty();
        }
    }

    /** A structure with members in the order of the service model, which have their own shapes. */
    record Structure(String name, List<Member> members) implements Shape {
        @Override
        public Optional<String> brokenConstraint(Object value) {
            return Optional.empty();
        }
    }

    /** A member of a structure. */
    record Member(String name, Shape shape, boolean isRequired) {}

    /** A boolean or a timestamp, of which every value is allowed. */
    record Unconstrained(String name) implements Shape {
        @Override
        public Optional<String> brokenConstraint(Object value) {
            return Optional.empty();
        }
    }

    private static Optional<String> brokenBound(String what, int actual, int minimum, int maximum) {
        if (actual < minimum) {
            return Optional.of("Member must have " + what + " greater than or equal to " + minimum);
        }
        return actual > maximum
                ? Optional.of("Member must have " + what + " less than or equal to " + maximum)
                : Optional.empty();
    }
}
