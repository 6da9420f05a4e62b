package io.github.chimefake.internal.common;

import java.util.Iterator;
import java.util.StringJoiner;
import org.pcollections.TreePMap;

/** Names a few of many, for the explanation of a refusal. */
public final class Excerpts {
    private static final int FEW = 5;

    private Excerpts() {}

    /** Returns the first few keys, and does not look at the others. */
    public static String few(TreePMap<?, ?> all) {
        return few(all.keySet());
    }

    /** Returns the first few, and does not look at the others. */
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
