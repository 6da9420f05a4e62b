package io.github.chimefake.internal.iam.pattern;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A text in which {@code *} matches any characters and {@code ?} matches one, as policies use it. Characters that come from a
 * variable or from an escape match themselves, even if they look like wildcards.
 *
 * <p>{@code GatewayBenchmark.signedSendWithPolicies} shows what matching costs.
 */
public final class WildcardPattern {
    private static final char COLON = ':';
    private static final int ARN_COMPONENTS = 6;

    static final int ONE = -1;
    static final int MANY = -2;
    static final int ONE_BUT_COLON = -3;
    static final int MANY_BUT_COLON = -4;
    private static final int NONE = -5;

    /** Patterns that need more steps for a character have parts that nearly match again and again. */
    private static final int STEPS_PER_CHARACTER = 3;

    /** UTF-16 units, and wildcards, which are negative. */
    private final int[] units;

    /** How many units precede the first wildcard. */
    private final int literalLength;

    private WildcardPattern(int[] units) {
        this.units = units;
        this.literalLength =
                (int) IntStream.of(units).takeWhile(unit -> unit >= 0).count();
    }

    /** Collects text with wildcards and text without. */
    public static final class Builder {
        private final IntStream.Builder units = IntStream.builder();

        /** Adds text in which {@code *} and {@code ?} are wildcards. */
        public Builder pattern(String text) {
            text.chars()
                    .map(unit -> unit == '*' ? MANY : unit == '?' ? ONE : unit)
                    .forEach(units);
            return this;
        }

        /** Adds text that matches itself. */
        public Builder literal(String text) {
            text.chars().forEach(units);
            return this;
        }

        /** Returns a pattern whose wildcards match every character, as those of actions and of {@code StringLike} do. */
        public WildcardPattern build() {
            return new WildcardPattern(units.build().toArray());
        }
    }

    /** Returns a pattern whose wildcards match every character, as those of actions and of {@code StringLike} do. */
    public static WildcardPattern of(String pattern) {
        return new Builder().pattern(pattern).build();
    }

    /**
     * Returns the pattern for the ARN of a resource: wildcards match no colon, except for a {@code *} directly before a colon or at
     * the end.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">Using
     *     wildcards in resource ARNs</a>
     */
    public WildcardPattern forResource() {
        return withoutColons(index -> units[index] == MANY && (isLast(index) || units[index + 1] == COLON));
    }

    /**
     * Returns the pattern for an ARN of six components in a condition: wildcards match no colon, except in the sixth component. If
     * components are missing, a {@code *} at the end matches them, too.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN">
     *     ARN condition operators</a>
     */
    public WildcardPattern forArnCondition() {
        int sixth = IntStream.range(0, units.length)
                .filter(index -> units[index] == COLON)
                .skip(ARN_COMPONENTS - 2)
                .findFirst()
                .orElse(units.length);
        return withoutColons(index -> index > sixth || (units[index] == MANY && isLast(index)));
    }

    private boolean isLast(int index) {
        return index == units.length - 1;
    }

    private WildcardPattern withoutColons(IntPredicate exception) {
        return new WildcardPattern(IntStream.range(0, units.length)
                .map(index -> exception.test(index) ? units[index] : withoutColon(units[index]))
                .toArray());
    }

    private static int withoutColon(int unit) {
        return unit == ONE ? ONE_BUT_COLON : unit == MANY ? MANY_BUT_COLON : unit;
    }

    /** Returns whether the pattern is a single {@code *}. */
    public boolean isSingleStar() {
        return units.length == 1 && units[0] == MANY;
    }

    /** Returns whether there is no wildcard. */
    public boolean isLiteral() {
        return literalLength == units.length;
    }

    /** Returns the text, with the wildcards as they are written in a policy. */
    public String text() {
        StringBuilder text = new StringBuilder(units.length);
        for (int unit : units) {
            boolean many = unit == MANY || unit == MANY_BUT_COLON;
            text.append(many ? '*' : unit < 0 ? '?' : (char) unit);
        }
        return text.toString();
    }

    /**
     * Returns whether the whole text matches.
     *
     * <p>Each {@code *} first matches as little as possible. After a mismatch, the last {@code *} takes one more character; if that
     * is a colon which it does not match, the last {@code *} that matches colons does. Earlier ones need no second attempt: what
     * follows them has matched as early in the text as it can. If there are too many attempts, {@link StateSetMatch} decides.
     */
    public boolean matches(String text) {
        if (!canStart(text) || !canEnd(text)) {
            return false;
        }
        int at = 0;
        int position = 0;
        int star = NONE;
        int starEnd = 0;
        int starWithColons = NONE;
        int starWithColonsEnd = 0;
        long steps = STEPS_PER_CHARACTER * ((long) text.length() + units.length);
        while (position < text.length()) {
            if (--steps < 0) {
                return StateSetMatch.matches(units, text);
            }
            char character = text.charAt(position);
            int unit = at < units.length ? units[at] : NONE;
            if (unit == character) {
                at++;
                position++;
            } else if (unit == ONE || (unit == ONE_BUT_COLON && character != COLON)) {
                at++;
                position += Character.charCount(text.codePointAt(position));
            } else if (unit == MANY) {
                star = NONE;
                starWithColons = at++;
                starWithColonsEnd = position;
            } else if (unit == MANY_BUT_COLON) {
                star = at++;
                starEnd = position;
            } else if (star != NONE && text.charAt(starEnd) != COLON) {
                at = star + 1;
                position = ++starEnd;
            } else if (starWithColons != NONE) {
                star = NONE;
                at = starWithColons + 1;
                position = ++starWithColonsEnd;
            } else {
                return false;
            }
        }
        while (at < units.length && (units[at] == MANY || units[at] == MANY_BUT_COLON)) {
            at++;
        }
        return at == units.length;
    }

    /** Looks at the last character before the first wildcard, because the ARNs of one account begin alike. */
    private boolean canStart(String text) {
        return literalLength == 0
                || (text.length() >= literalLength && text.charAt(literalLength - 1) == units[literalLength - 1]);
    }

    /** Looks at the last character, because a star before it is otherwise tried at each place of the text. */
    private boolean canEnd(String text) {
        int last = units.length == 0 ? NONE : units[units.length - 1];
        return last < 0 || (!text.isEmpty() && text.charAt(text.length() - 1) == last);
    }
}
