package io.github.chimefake.internal.text;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that is most similar to an unknown one. */
public final class NearestName {
    /** No known name is longer; the limit bounds the time for long texts. */
    private static final int CHARACTERS_LOOKED_AT = 64;

    private NearestName() {}

    /**
     * Returns the nearest name; empty if there is none, or if more than half of the received one differs from it and it
     * is not one with words left out.
     */
    public static Optional<String> similarTo(String received, Collection<String> names) {
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(of(received, names))
                        .filter(nearest -> isShorterForm(received, nearest)
                                || 2 * distance(folded(nearest), folded(received), Integer.MAX_VALUE)
                                        <= received.length());
    }

    /**
     * Returns the name with the fewest edits to the received one, ignoring case; of several, the first in order. Names
     * that the received one is a shorter form of come first, for example {@code SendChannelMessage} for
     * {@code SendMessage}, even if another name needs fewer edits.
     */
    public static String of(String received, Collection<String> names) {
        List<String> sorted = names.stream().sorted().toList();
        List<String> longer =
                sorted.stream().filter(name -> isShorterForm(received, name)).toList();
        return withFewestEdits(folded(received), longer.isEmpty() ? sorted : longer);
    }

    private static String withFewestEdits(String foldedReceived, List<String> sorted) {
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

    /** Whether a name has all characters of the received one in their order, and at most as many others. */
    private static boolean isShorterForm(String received, String name) {
        if (2 * received.length() < name.length()) {
            return false;
        }
        String foldedName = folded(name);
        int next = 0;
        for (char character : folded(received).toCharArray()) {
            next = foldedName.indexOf(character, next) + 1;
            if (next == 0) {
                return false;
            }
        }
        return true;
    }

    private static String folded(String name) {
        return name.substring(0, Math.min(name.length(), CHARACTERS_LOOKED_AT)).toLowerCase(Locale.ROOT);
    }

    private static int distance(String one, String other, int limit) {
        return EditDistance.of(
                one.length(), other.length(), 1, (i, j) -> one.charAt(i) == other.charAt(j) ? 0 : 1, limit);
    }
}
