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
     * Returns the nearest name; empty if there is none, or if more than half of the received one differs from it, unless
     * the received one only omits words of it.
     */
    public static Optional<String> similarTo(String received, Collection<String> names) {
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(of(received, names))
                        .filter(nearest -> isSimilar(received, nearest) || isShorterForm(received, nearest));
    }

    private static boolean isSimilar(String received, String name) {
        return 2 * distance(folded(name), folded(received), Integer.MAX_VALUE) <= received.length();
    }

    /**
     * Returns the name with the fewest edits to the received one, ignoring case; of several, the first in order. If more
     * than half of the received one differs from it, a name from which the received one omits words is preferred, for
     * example {@code SendChannelMessage} for {@code SendMessage}.
     */
    public static String of(String received, Collection<String> names) {
        List<String> sorted = names.stream().sorted().toList();
        String nearest = withFewestEdits(folded(received), sorted);
        if (isSimilar(received, nearest)) {
            return nearest;
        }
        List<String> longer =
                sorted.stream().filter(name -> isShorterForm(received, name)).toList();
        return longer.isEmpty() ? nearest : withFewestEdits(folded(received), longer);
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
