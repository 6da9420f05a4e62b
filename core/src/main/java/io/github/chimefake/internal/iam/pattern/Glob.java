package io.github.chimefake.internal.iam.pattern;

/** One stretch of text with wildcards, of which each may stand for any character. */
final class Glob implements TextMatcher {
    private final int[] units;
    private final int from;
    private final int to;

    /** The part of the {@linkplain Wildcards units} that begins and ends there. */
    Glob(int[] units, int from, int to) {
        this.units = units;
        this.from = from;
        this.to = to;
    }

    @Override
    public boolean matches(String text) {
        return matches(text, 0, text.length());
    }

    boolean endsWithMany() {
        return to > from && units[to - 1] == Wildcards.MANY;
    }

    /**
     * Whether the text from start to end matches. Where it does not, only the last {@code *} tries again, one character
     * further on: what stands before it has matched as early as it can, so that nothing is gained by moving it. The time
     * is thus at most that of comparing each character with each of the pattern, however many wildcards there are.
     */
    boolean matches(String text, int start, int end) {
        int at = from;
        int position = start;
        int star = -1;
        int retry = start;
        while (position < end) {
            int unit = at < to ? units[at] : Integer.MIN_VALUE;
            if (unit == Wildcards.MANY) {
                star = at++;
                retry = position;
            } else if (unit == Wildcards.ONE) {
                position += Character.charCount(text.codePointAt(position));
                at++;
            } else if (unit == text.charAt(position)) {
                position++;
                at++;
            } else if (star >= 0) {
                at = star + 1;
                position = ++retry;
            } else {
                return false;
            }
        }
        while (at < to && units[at] == Wildcards.MANY) {
            at++;
        }
        return at == to && position == end;
    }
}
