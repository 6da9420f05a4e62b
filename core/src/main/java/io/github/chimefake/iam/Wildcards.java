package io.github.chimefake.iam;

import java.util.BitSet;

/**
 * IAM's wildcards: {@code *} for any characters, {@code ?} for one. Both stay within a segment, that is between two
 * colons; only a {@code *} at the end of a segment reaches beyond.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">Using wildcards
 *     in resource ARNs</a>
 */
final class Wildcards {
    private static final char SEPARATOR = ':';

    private Wildcards() {}

    /**
     * Whether the text matches the pattern, with regard to case. Follows all ways through the pattern at once, so that the
     * time it takes grows with the text's length, however many wildcards there are.
     */
    static boolean matches(String pattern, String text) {
        int[] wanted = pattern.codePoints().toArray();
        BitSet positions = new BitSet();
        reach(positions, 0, wanted);
        for (int character : text.codePoints().toArray()) {
            BitSet next = new BitSet();
            for (int at = positions.nextSetBit(0); at >= 0 && at < wanted.length; at = positions.nextSetBit(at + 1)) {
                if (wanted[at] == '*') {
                    if (character != SEPARATOR || endsSegment(wanted, at)) {
                        reach(next, at, wanted);
                    }
                } else if (wanted[at] == '?' ? character != SEPARATOR : wanted[at] == character) {
                    reach(next, at + 1, wanted);
                }
            }
            if (next.isEmpty()) {
                return false;
            }
            positions = next;
        }
        return positions.get(wanted.length);
    }

    /** Adds the position and, as a {@code *} may stand for nothing, those behind the stars that begin there. */
    private static void reach(BitSet positions, int position, int[] wanted) {
        int at = position;
        positions.set(at);
        while (at < wanted.length && wanted[at] == '*') {
            positions.set(++at);
        }
    }

    private static boolean endsSegment(int[] wanted, int star) {
        return star + 1 == wanted.length || wanted[star + 1] == SEPARATOR;
    }
}
