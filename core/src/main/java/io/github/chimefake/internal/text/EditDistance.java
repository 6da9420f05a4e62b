package io.github.chimefake.internal.text;

import java.util.function.IntBinaryOperator;

/** The Levenshtein distance between two sequences, such as the characters of two words. */
public final class EditDistance {
    private EditDistance() {}

    /**
     * Returns the distance; any number that is not below the limit if the distance is not.
     *
     * @param addOrRemove the cost to add or remove an item
     * @param replace returns the cost to replace item i of one sequence by item j of the other
     * @param limit where to stop
     */
    public static int of(int length, int otherLength, int addOrRemove, IntBinaryOperator replace, int limit) {
        int[] previous = new int[otherLength + 1];
        for (int j = 1; j <= otherLength; j++) {
            previous[j] = j * addOrRemove;
        }
        for (int i = 1; i <= length; i++) {
            int[] current = new int[otherLength + 1];
            current[0] = i * addOrRemove;
            int least = current[0];
            for (int j = 1; j <= otherLength; j++) {
                int addedOrRemoved = Math.min(previous[j], current[j - 1]) + addOrRemove;
                current[j] = Math.min(addedOrRemoved, previous[j - 1] + replace.applyAsInt(i - 1, j - 1));
                least = Math.min(least, current[j]);
            }
            if (least >= limit) { // No later row has a smaller number.
                return least;
            }
            previous = current;
        }
        return previous[otherLength];
    }
}
