package io.github.chimefake.internal.state;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Copies maps with their keys in order, because that of an immutable map differs between JVMs. */
final class Sorted {
    private Sorted() {}

    static <K extends Comparable<K>, V> Map<K, V> map(Map<K, V> unsorted) {
        return Collections.unmodifiableMap(new TreeMap<>(unsorted));
    }
}
