package io.github.chimefake.internal.common;

import java.util.Iterator;
import java.util.StringJoiner;
import org.pcollections.TreePMap;

/** Lists the first few of many elements, for the explanation of an error. */
public final class Excerpts {
    private static final int FEW = 5;

    private Excerpts() {}

    /** Returns the first few keys, without iterating over the others. */
    public static String few(TreePMap<?, ?> all) {
        return few(all.keySet());
    }

    /** Returns the first few elements, without iterating over the others. */
    public static String few(Iterable<?> all) {
        Iterator<?> keys = all.iterator();
        StringJoiner words = new StringJoiner(", ").setEmptyValue("none");
        for (int shown = 0; keys.hasNext(); shown++) {
            String key = keys.next().toString();
            if (shown == FEW) {
                words.add("…");
                break;
            }
            words.add(key);
        }
        return words.toString();
    }
}
