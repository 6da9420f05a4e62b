package io.github.chimefake.internal.common;

import java.util.Iterator;
import java.util.StringJoiner;
import java.util.function.Predicate;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/** Names a few of many, for the explanation of a refusal. */
public final class Excerpts {
    private static final int FEW = 5;

    private Excerpts() {}

    /**
     * The first few keys, and never a look at many.
     *
     * @param from where to begin; the empty text for the beginning
     * @param belongs ends the list at the first key that it does not hold of
     */
    public static String few(TreePMap<String, ?> all, String from, Predicate<String> belongs) {
        return few(all.tailMap(from, true).keySet().iterator(), belongs);
    }

    /** The first few. */
    public static String few(TreePSet<String> all) {
        return few(all.iterator(), key -> true);
    }

    private static String few(Iterator<String> keys, Predicate<String> belongs) {
        StringJoiner words = new StringJoiner(", ").setEmptyValue("none");
        for (int shown = 0; keys.hasNext(); shown++) {
            String key = keys.next();
            if (!belongs.test(key)) {
                break;
            }
            if (shown == FEW) {
                words.add("…");
                break;
            }
            words.add(key);
        }
        return words.toString();
    }
}
