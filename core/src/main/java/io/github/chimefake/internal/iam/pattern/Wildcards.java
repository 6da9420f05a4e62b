package io.github.chimefake.internal.iam.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Text with IAM's wildcards: {@code *} for any characters, {@code ?} for one. A character that means itself although it
 * looks like a wildcard, because it came from a variable or was escaped, is told apart here.
 */
public final class Wildcards {
    /** Stands for one character. All other negative numbers but {@link #MANY} are unused, the rest are UTF-16 units. */
    static final int ONE = -1;

    /** Stands for any number of characters, none included. */
    static final int MANY = -2;

    private static final char SEPARATOR = ':';

    private final int[] units;

    private Wildcards(int[] units) {
        this.units = units;
    }

    /** Collects text of both kinds. */
    public static final class Builder {
        private int[] units = new int[32];
        private int length;

        /** Adds text in which {@code *} and {@code ?} are wildcards. */
        public Builder pattern(String text) {
            text.chars().forEach(unit -> add(unit == '*' ? MANY : unit == '?' ? ONE : unit));
            return this;
        }

        /** Adds text that means itself. */
        public Builder literal(String text) {
            text.chars().forEach(this::add);
            return this;
        }

        private void add(int unit) {
            if (length == units.length) {
                units = Arrays.copyOf(units, length * 2);
            }
            units[length++] = unit;
        }

        public Wildcards build() {
            return new Wildcards(Arrays.copyOf(units, length));
        }
    }

    /** Text in which {@code *} and {@code ?} are wildcards. */
    public static Wildcards of(String pattern) {
        return new Builder().pattern(pattern).build();
    }

    /** Whether the text is nothing but one {@code *}. */
    public boolean isEverything() {
        return units.length == 1 && units[0] == MANY;
    }

    /** Whether there is no wildcard. */
    public boolean isLiteral() {
        return firstWildcard() == units.length;
    }

    /** The text, wildcards included, as it would stand in a policy. */
    public String text() {
        return text(0, units.length);
    }

    private String text(int start, int end) {
        StringBuilder text = new StringBuilder(end - start);
        for (int at = start; at < end; at++) {
            text.append(units[at] == MANY ? '*' : units[at] == ONE ? '?' : (char) units[at]);
        }
        return text.toString();
    }

    private int firstWildcard() {
        int at = 0;
        while (at < units.length && units[at] >= 0) {
            at++;
        }
        return at;
    }

    private int lastWildcard() {
        int at = units.length - 1;
        while (at >= 0 && units[at] >= 0) {
            at--;
        }
        return at;
    }

    /** Matches with wildcards that reach over every character, as those of actions and of {@code StringLike} do. */
    public TextMatcher anywhere() {
        return simple(new Glob(units, 0, units.length));
    }

    /**
     * Matches with wildcards that stay within a segment, that is between two colons; only a {@code *} at the end of a
     * segment reaches beyond.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">Using
     *     wildcards in resource ARNs</a>
     */
    public TextMatcher withinSegments() {
        return simple(new SegmentedGlob(segments(Integer.MAX_VALUE)));
    }

    /**
     * Matches ARNs component by component, of which the sixth holds whatever colons follow. Where components are missing, a
     * {@code *} at the end stands for them.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN">
     *     ARN condition operators</a>
     */
    public TextMatcher byArnComponent() {
        return new ArnGlob(segments(ArnGlob.COMPONENTS));
    }

    /** The cases that policies are full of need no search, and where one is needed, most texts differ at either end. */
    private TextMatcher simple(TextMatcher search) {
        int wildcard = firstWildcard();
        String prefix = text(0, wildcard);
        if (wildcard == units.length) {
            return prefix::equals;
        }
        if (wildcard == units.length - 1 && units[wildcard] == MANY) {
            return text -> startsWith(text, prefix, 0);
        }
        String suffix = text(lastWildcard() + 1, units.length);
        return text -> startsWith(text, prefix, 0) && text.endsWith(suffix) && search.matches(text);
    }

    /** Looks at the prefix's end first, as the ARNs of one account have long beginnings in common. */
    public static boolean startsWith(String text, String prefix, int offset) {
        int last = prefix.length() - 1;
        return last < 0
                || (text.length() > offset + last
                        && text.charAt(offset + last) == prefix.charAt(last)
                        && text.startsWith(prefix, offset));
    }

    private List<Glob> segments(int most) {
        int count = (int) Math.min(
                most, Arrays.stream(units).filter(unit -> unit == SEPARATOR).count() + 1);
        List<Glob> segments = new ArrayList<>(count);
        int start = 0;
        for (int index = 0; index < count; index++) {
            int end = start;
            while (end < units.length && (units[end] != SEPARATOR || index == count - 1)) {
                end++;
            }
            segments.add(new Glob(units, start, end));
            start = end + 1;
        }
        return segments;
    }
}
