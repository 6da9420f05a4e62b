package io.github.chimefake.internal.iam.pattern;

import java.util.Arrays;

/**
 * Compares a text with a pattern by following all positions in the pattern at the same time, 64 in one step. Never goes back, so that
 * the time grows with the text for every pattern that a policy can hold; most patterns are compared faster by trying one position
 * after the other.
 */
final class StateSetMatch {
    private static final int BITS = Long.SIZE;

    private final int[] units;
    private final long[] stars;
    private final long[] starsWithoutColon;
    private final long[] single;
    private final long[] singleWithoutColon;
    private long[] positions;
    private long[] next;

    /** The positions that follow a wildcard for one character at a surrogate pair, which is one character. */
    private final long[] behindPair;

    private StateSetMatch(int[] units) {
        this.units = units;
        int words = units.length / BITS + 1;
        stars = positionsOf(WildcardPattern.MANY, words);
        starsWithoutColon = positionsOf(WildcardPattern.MANY_BUT_COLON, words);
        single = positionsOf(WildcardPattern.ONE, words);
        singleWithoutColon = positionsOf(WildcardPattern.ONE_BUT_COLON, words);
        positions = new long[words];
        next = new long[words];
        behindPair = new long[words];
    }

    /** Returns whether the whole text matches the units of a pattern. */
    static boolean matches(int[] units, String text) {
        return new StateSetMatch(withoutRepeatedStars(units)).matches(text);
    }

    /** Of two stars in a row, one that matches colons matches all that both do. */
    private static int[] withoutRepeatedStars(int[] units) {
        int[] kept = new int[units.length];
        int length = 0;
        for (int unit : units) {
            boolean repeated = isStar(unit) && length > 0 && isStar(kept[length - 1]);
            if (!repeated) {
                kept[length++] = unit;
            } else if (unit == WildcardPattern.MANY) {
                kept[length - 1] = unit;
            }
        }
        return Arrays.copyOf(kept, length);
    }

    private static boolean isStar(int unit) {
        return unit == WildcardPattern.MANY || unit == WildcardPattern.MANY_BUT_COLON;
    }

    private long[] positionsOf(int unit, int words) {
        long[] positionsOf = new long[words];
        for (int at = 0; at < units.length; at++) {
            if (units[at] == unit) {
                positionsOf[at / BITS] |= 1L << at;
            }
        }
        return positionsOf;
    }

    private boolean matches(String text) {
        long[][] literals = new long[128][];
        positions[0] = 1;
        skipStars(positions);
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            step(character, literals(character, literals), Character.charCount(text.codePointAt(at)) == 2);
        }
        return ((positions[units.length / BITS] >>> units.length) & 1) == 1;
    }

    /** Returns the positions of a character, which are kept for those of ASCII. */
    private long[] literals(char character, long[][] known) {
        if (character >= known.length) {
            return positionsOf(character, positions.length);
        }
        if (known[character] == null) {
            known[character] = positionsOf(character, positions.length);
        }
        return known[character];
    }

    private void step(char character, long[] literals, boolean beginsPair) {
        boolean colon = character == ':';
        long carry = 0;
        long pairCarry = 0;
        for (int word = 0; word < positions.length; word++) {
            long at = positions[word];
            long one = at & (colon ? single[word] : (single[word] | singleWithoutColon[word]));
            long stay = at & (colon ? stars[word] : (stars[word] | starsWithoutColon[word]));
            long move = (at & literals[word]) | (beginsPair ? 0 : one);
            next[word] = (move << 1) | carry | stay | behindPair[word];
            carry = move >>> (BITS - 1);
            behindPair[word] = beginsPair ? ((one << 1) | pairCarry) : 0;
            pairCarry = one >>> (BITS - 1);
        }
        skipStars(next);
        long[] previous = positions;
        positions = next;
        next = previous;
    }

    /** Adds the positions behind stars, which match nothing, too. There are no two stars in a row. */
    private void skipStars(long[] reached) {
        long carry = 0;
        for (int word = 0; word < reached.length; word++) {
            long star = reached[word] & (stars[word] | starsWithoutColon[word]);
            reached[word] |= (star << 1) | carry;
            carry = star >>> (BITS - 1);
        }
    }
}
