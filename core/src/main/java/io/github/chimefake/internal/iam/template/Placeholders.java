package io.github.chimefake.internal.iam.template;

import io.github.chimefake.internal.iam.syntax.MessageValues;
import io.github.chimefake.internal.iam.syntax.PolicyErrors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The placeholders of a policy template, and what a test puts in their place.
 *
 * @param changes the replacements, applied in this order
 */
record Placeholders(List<UnaryOperator<String>> changes) {
    private static final String OPENING = "${";
    private static final Pattern IN_SUBSTITUTION = Pattern.compile("\\$\\{([^{}]*)\\}");

    /** Many times the length that IAM accepts for a whole policy. */
    private static final int LONGEST_TEXT = 100_000;

    /** The Serverless Framework's sources of values, whose placeholders look like policy variables. */
    private static final Set<String> SOURCES_OF_DEPLOYMENTS = Set.of("self", "opt", "env", "sls", "cf", "param");

    Placeholders {
        changes = List.copyOf(changes);
    }

    /** Returns the text with the replacements made, which may leave placeholders. */
    String replaced(String text) {
        String replaced = text;
        for (UnaryOperator<String> change : changes) {
            replaced = change.apply(replaced);
        }
        return replaced;
    }

    /** Returns the text with the replacements made. A placeholder that is left over is an error. */
    String required(String text, String path) {
        String replaced = replaced(text);
        firstIn(replaced).ifPresent(placeholder -> {
            throw PolicyErrors.at(
                    path,
                    "received " + MessageValues.quoted(placeholder)
                            + ", which is replaced at deployment. Give its value:" + " policy(…).replacing("
                            + MessageValues.quoted(placeholder) + ", …)");
        });
        return replaced;
    }

    /** Returns whether the text has a placeholder; variables of IAM do not count. */
    static boolean isOneIn(String text) {
        return firstIn(text).isPresent();
    }

    private static Optional<String> firstIn(String text) {
        int from = 0;
        for (int closing = text.indexOf('}'); closing >= 0; closing = text.indexOf('}', from)) {
            String section = text.substring(from, closing);
            int opening = section.lastIndexOf(OPENING); // The innermost one, because the text around it is read by IAM.
            from = closing + 1;
            if (opening >= 0 && isPlaceholder(section.substring(opening + OPENING.length()))) {
                return Optional.of(section.substring(opening) + "}");
            }
        }
        return Optional.empty();
    }

    /** Policy variables are not placeholders: they name a context key, with one colon after the service, or are an escape. */
    private static boolean isPlaceholder(String inner) {
        if (inner.equals("*") || inner.equals("?") || inner.equals("$")) {
            return false;
        }
        String key = inner.contains(",") ? inner.substring(0, inner.indexOf(',')) : inner;
        int colon = key.indexOf(':');
        return colon <= 0
                || key.startsWith("::", colon)
                || key.startsWith("Token[")
                || SOURCES_OF_DEPLOYMENTS.contains(key.substring(0, colon));
    }

    /** Replaces in one pass, as {@code Fn::Sub} does, because values are not templates. Placeholders without a value stay. */
    static String substituted(String text, Map<String, String> values, String path) {
        StringBuilder substituted = new StringBuilder();
        Matcher placeholder = IN_SUBSTITUTION.matcher(text);
        while (placeholder.find()) {
            String name = placeholder.group(1);
            String value = name.startsWith("!")
                    ? "${" + name.substring(1) + "}"
                    : values.getOrDefault(name, placeholder.group());
            placeholder.appendReplacement(substituted, Matcher.quoteReplacement(value));
            checkLength(substituted.length(), path);
        }
        return placeholder.appendTail(substituted).toString();
    }

    /** Bounds the length, because values can be functions, each of which may double the text. */
    static void checkLength(int length, String path) {
        if (length > LONGEST_TEXT) {
            throw PolicyErrors.at(
                    path,
                    "received a text that is longer than " + LONGEST_TEXT
                            + " characters once substituted, expected one that fits into a policy. Use fewer"
                            + " placeholders, or shorter values");
        }
    }
}
