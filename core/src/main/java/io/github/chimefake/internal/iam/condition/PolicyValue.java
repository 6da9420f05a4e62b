package io.github.chimefake.internal.iam.condition;

import io.github.chimefake.internal.iam.pattern.WildcardPattern;
import io.github.chimefake.internal.iam.syntax.UnreadableValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A value of a policy, which may contain variables and escapes.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">Variables and tags</a>
 */
public final class PolicyValue {
    private static final String OPENING = "${";
    private static final String EXAMPLE = ", for example \"${aws:username}\" or \"${aws:PrincipalTag/team, 'none'}\"";

    private final String text;
    private final List<Part> parts;

    private sealed interface Part permits Plain, Escaped, Variable {}

    /** Text in which wildcards are wildcards, if the operator supports them. */
    private record Plain(String text) implements Part {}

    /** A wildcard or dollar sign that matches itself. */
    private record Escaped(String character) implements Part {}

    private record Variable(String name, String foldedKey, Optional<String> defaultValue) implements Part {}

    private PolicyValue(String text, List<Part> parts) {
        this.text = text;
        this.parts = List.copyOf(parts);
    }

    /** Creates a value without variables, for elements and versions of the policy language that have none. */
    public static PolicyValue plain(String text) {
        return new PolicyValue(text, List.of(new Plain(text)));
    }

    /**
     * Parses a value in which {@code ${…}} is a variable or an escape.
     *
     * @throws UnreadableValueException if a variable is malformed
     */
    public static PolicyValue withVariables(String text) throws UnreadableValueException {
        List<Part> parts = new ArrayList<>();
        int plainFrom = 0;
        for (int opening = text.indexOf(OPENING); opening >= 0; opening = text.indexOf(OPENING, plainFrom)) {
            parts.add(new Plain(text.substring(plainFrom, opening)));
            int closing = closing(text, opening);
            parts.add(variable(text.substring(opening + OPENING.length(), closing)));
            plainFrom = closing + 1;
        }
        parts.add(new Plain(text.substring(plainFrom)));
        return new PolicyValue(text, parts);
    }

    /** Ignores braces between the quotes of a default value. */
    private static int closing(String text, int opening) throws UnreadableValueException {
        boolean quoted = false;
        for (int at = opening; at < text.length(); at++) {
            if (text.charAt(at) == '\'') {
                quoted = !quoted;
            } else if (text.charAt(at) == '}' && !quoted) {
                return at;
            }
        }
        throw new UnreadableValueException(
                quoted
                        ? "a default value that ends with a single quote" + EXAMPLE
                        : "a closing brace behind each \"${\"" + EXAMPLE);
    }

    private static Part variable(String inner) throws UnreadableValueException {
        if (inner.equals("*") || inner.equals("?") || inner.equals("$")) {
            return new Escaped(inner);
        }
        int comma = inner.indexOf(',');
        String key = comma < 0 ? inner : inner.substring(0, comma);
        if (key.contains(OPENING)) {
            throw new UnreadableValueException(
                    "a variable whose name is written out, as IAM does not substitute a variable within another"
                            + EXAMPLE + "; compare the tag in a condition, or write its key");
        }
        if (key.chars().anyMatch(Character::isWhitespace)) {
            throw new UnreadableValueException("a variable without spaces in its name" + EXAMPLE);
        }
        if (key.indexOf(':') <= 0) {
            throw new UnreadableValueException(
                    "a variable that names a context key, which begins with a service and a colon" + EXAMPLE
                            + "; replace the placeholder of a deployment tool by its value");
        }
        Optional<String> defaultValue =
                comma < 0 ? Optional.empty() : Optional.of(defaultValue(inner.substring(comma + 1)));
        return new Variable(key, RequestContext.folded(key), defaultValue);
    }

    private static String defaultValue(String afterComma) throws UnreadableValueException {
        String quoted = afterComma.strip();
        if (quoted.length() < 2 || !quoted.startsWith("'") || !quoted.endsWith("'")) {
            throw new UnreadableValueException("a default value between single quotes" + EXAMPLE);
        }
        return quoted.substring(1, quoted.length() - 1);
    }

    /** Returns the text as it is written in the policy. */
    public String text() {
        return text;
    }

    /** Returns whether there are variables, so that the value depends on the request. */
    public boolean hasVariables() {
        return parts.stream().anyMatch(Variable.class::isInstance);
    }

    /** Returns the plain text before the first variable or escape. */
    public String beginning() {
        return ((Plain) parts.get(0)).text();
    }

    /** Returns whether there are neither variables nor escapes. */
    public boolean isPlain() {
        return parts.size() == 1;
    }

    /** Returns the text with the values of its variables, without wildcards; empty if a variable has no value. */
    Optional<String> literal(EvaluationContext context) {
        StringBuilder literal = new StringBuilder();
        for (Part part : parts) {
            Optional<String> value = literal(part, context);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            literal.append(value.get());
        }
        return Optional.of(literal.toString());
    }

    private static Optional<String> literal(Part part, EvaluationContext context) {
        if (part instanceof Variable variable) {
            return value(variable, context);
        }
        return Optional.of(part instanceof Plain plain ? plain.text() : ((Escaped) part).character());
    }

    /** Returns the pattern with the values of its variables, which match literally; empty if a variable has no value. */
    public Optional<WildcardPattern> pattern(EvaluationContext context) {
        WildcardPattern.Builder pattern = new WildcardPattern.Builder();
        for (Part part : parts) {
            if (part instanceof Plain plain) {
                pattern.pattern(plain.text());
                continue;
            }
            Optional<String> value = literal(part, context);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            pattern.literal(value.get());
        }
        return Optional.of(pattern.build());
    }

    /** Returns the pattern with {@code *} in the place of each variable. */
    public WildcardPattern withAnyValues() {
        WildcardPattern.Builder pattern = new WildcardPattern.Builder();
        for (Part part : parts) {
            if (part instanceof Escaped escaped) {
                pattern.literal(escaped.character());
            } else {
                pattern.pattern(part instanceof Plain plain ? plain.text() : "*");
            }
        }
        return pattern.build();
    }

    private static Optional<String> value(Variable variable, EvaluationContext context) {
        return context.variable(variable.foldedKey()).or(variable::defaultValue);
    }

    /** Returns the names of the variables that have no value in this context. */
    public List<String> variablesWithoutValue(EvaluationContext context) {
        return parts.stream()
                .filter(part -> part instanceof Variable variable
                        && value(variable, context).isEmpty())
                .map(part -> ((Variable) part).name())
                .toList();
    }
}
