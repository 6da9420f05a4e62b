package io.github.chimefake.internal.iam.syntax;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Finds the known name that is most similar to an unknown one. */
public final class NearestName {
    /** No known name is longer; the limit bounds the time for long texts of a policy. */
    private static final int CHARACTERS_LOOKED_AT = 64;

    private NearestName() {}

    /** Returns the name with the fewest edits to the received one, ignoring case; of several, the first in order. */
    public static String of(String received, Collection<String> names) {
        String foldedReceived = folded(received);
        List<String> sorted = names.stream().sorted().toList();
        String nearest = sorted.get(0);
        int fewest = Integer.MAX_VALUE;
        for (String name : sorted) {
            String foldedName = folded(name);
            if (Math.abs(foldedName.length() - foldedReceived.length()) < fewest) { // Else it needs as many edits.
                int distance = distance(foldedName, foldedReceived, fewest);
                if (distance < fewest) {
                    fewest = distance;
                    nearest = name;
                }
            }
        }
        return nearest;
    }

    private static String folded(String name) {
        return name.substring(0, Math.min(name.length(), CHARACTERS_LOOKED_AT)).toLowerCase(Locale.ROOT);
    }

    /** Returns the Levenshtein distance, or a greater number than it may be. */
    private static int distance(String one, String other, int fewest) {
        int[] previous = new int[other.length() + 1];
        for (int j = 1; j <= other.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] current = new int[other.length() + 1];
            current[0] = i;
            int least = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
                least = Math.min(least, current[j]);
            }
            if (least >= fewest) {
                return Integer.MAX_VALUE;
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
