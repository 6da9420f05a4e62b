package io.github.chimefake.iam;

import java.util.List;
import java.util.Locale;

/**
 * One of the elements that say what a statement applies to.
 *
 * @param name which element
 * @param patterns its values, of which one must match; they may hold the wildcards {@code *} and {@code ?}
 */
public record StatementElement(Name name, List<String> patterns) {

    public StatementElement {
        patterns = List.copyOf(patterns);
    }

    /** The elements' names. */
    public enum Name {
        /** The actions named. */
        ACTION("Action", false, false),
        /** All actions but those named. */
        NOT_ACTION("NotAction", false, true),
        /** The resources named. */
        RESOURCE("Resource", true, false),
        /** All resources but those named. */
        NOT_RESOURCE("NotResource", true, true);

        private final String jsonName;
        private final boolean caseSensitive;
        private final boolean negated;

        Name(String jsonName, boolean caseSensitive, boolean negated) {
            this.jsonName = jsonName;
            this.caseSensitive = caseSensitive;
            this.negated = negated;
        }

        /** The name as it stands in the policy. */
        String jsonName() {
            return jsonName;
        }

        /** Whether the element means all but what it names. */
        boolean isNegated() {
            return negated;
        }
    }

    /** Whether the element means this action or this resource. */
    boolean matches(String value) {
        return name.negated != patterns.stream().anyMatch(pattern -> matches(pattern, value));
    }

    private boolean matches(String pattern, String value) {
        return name.caseSensitive
                ? Wildcards.matches(pattern, value)
                : Wildcards.matches(pattern.toLowerCase(Locale.ROOT), value.toLowerCase(Locale.ROOT));
    }
}
