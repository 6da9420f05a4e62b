package io.github.chimefake.internal.protocol;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the service model demands of a value. The value has the type that the AWS SDK gives it; an enum is a string. */
sealed interface Shape {
    /** The bound of what has none in the model. */
    int UNBOUNDED = Integer.MAX_VALUE;

    /** The shape's name in the service model. */
    String name();

    /** The first of this shape's own rules that the value breaks, in AWS's words; parts of the value are not looked at. */
    Optional<String> brokenRule(Object value);

    /** Text. Lengths count Unicode code points; the model does not say whether it counts characters or bytes. */
    record Text(String name, int minLength, int maxLength, Optional<TextPattern> pattern) implements Shape {
        @Override
        public Optional<String> brokenRule(Object value) {
            String text = (String) value;
            // The length first: it spares the pattern from looking at a megabyte.
            Optional<String> brokenLength =
                    brokenBound("length", text.codePointCount(0, text.length()), minLength, maxLength);
            if (brokenLength.isPresent() || pattern.isEmpty() || pattern.get().matches(text)) {
                return brokenLength;
            }
            return Optional.of("Member must satisfy regular expression pattern: "
                    + pattern.get().model());
        }
    }

    /**
     * A pattern that a whole text has to match.
     *
     * @param model the pattern as it stands in the service model
     * @param test whether a text matches it
     */
    record TextPattern(String model, Predicate<String> test) {
        static TextPattern of(String model) {
            return new TextPattern(model, test(model));
        }

        /** Those that nearly every request meets are not left to expressions, which would take most of the time of the checks. */
        private static Predicate<String> test(String model) {
            return switch (model) {
                case "[\\s\\S]*" -> anything -> true;
                case IdentifierPattern.MODEL -> IdentifierPattern::matches;
                case ArnPattern.MODEL -> ArnPattern::matches;
                default -> expression(model).asMatchPredicate();
            };
        }

        /** The pattern as an expression of the JDK's. */
        static Pattern expression(String model) {
            // The JDK would read 10000 here as the character U+1000, and a zero.
            return Pattern.compile(model.replace("\\u10000-\\u10FFFF", "\\x{10000}-\\x{10FFFF}"));
        }

        boolean matches(String text) {
            return test.test(text);
        }
    }

    /** One of the values of an enum. */
    record Choice(String name, List<String> values) implements Shape {
        @Override
        public Optional<String> brokenRule(Object value) {
            return values.contains((String) value)
                    ? Optional.empty()
                    : Optional.of("Member must satisfy enum value set: " + values);
        }
    }

    /** A whole number. */
    record WholeNumber(String name, int minimum, int maximum) implements Shape {
        @Override
        public Optional<String> brokenRule(Object value) {
            return brokenBound("value", (Integer) value, minimum, maximum);
        }
    }

    /** A list; its items have a shape of their own. */
    record ListOf(String name, Shape item, int minSize, int maxSize) implements Shape {
        @Override
        public Optional<String> brokenRule(Object value) {
            return brokenBound("length", ((List<?>) value).size(), minSize, maxSize);
        }
    }

    /** A map; its keys and values have shapes of their own. */
    record MapOf(String name, Text key, Shape value) implements Shape {
        @Override
        public Optional<String> brokenRule(Object map) {
            return Optional.empty();
        }
    }

    /** A structure; its members, in the order of the service model, have shapes of their own. */
    record Structure(String name, List<Member> members) implements Shape {
        @Override
        public Optional<String> brokenRule(Object value) {
            return Optional.empty();
        }
    }

    /** A member of a structure. */
    record Member(String name, Shape shape, boolean isRequired) {}

    /** A boolean or a timestamp, of which every value is allowed. */
    record Unconstrained(String name) implements Shape {
        @Override
        public Optional<String> brokenRule(Object value) {
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
