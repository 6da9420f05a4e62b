package io.github.chimefake.internal.common;

import io.github.chimefake.internal.arn.Arn;
import java.util.function.Function;
import org.pcollections.TreePMap;

/**
 * Ranges of maps that are sorted by ARN. The resources of an app instance follow one another: bots, channel flows,
 * channels, users.
 */
public final class ArnRanges {
    private static final String BEFORE_ALL_IDS = "";
    private static final String AFTER_ALL_IDS = String.valueOf(Character.MAX_VALUE);

    private ArnRanges() {}

    /** Returns the entries of one kind in one app instance, for example {@code of(users, appInstance::bot)}. */
    public static <K extends Arn, V> TreePMap<K, V> of(TreePMap<K, V> all, Function<String, ? extends K> kind) {
        return of(all, kind, kind);
    }

    /**
     * Returns the entries from one kind to another, for example {@code of(tags, appInstance::bot, appInstance::user)}.
     */
    public static <K extends Arn, V> TreePMap<K, V> of(
            TreePMap<K, V> all, Function<String, ? extends K> first, Function<String, ? extends K> last) {
        return all.subMap(first.apply(BEFORE_ALL_IDS), true, last.apply(AFTER_ALL_IDS), true);
    }
}
