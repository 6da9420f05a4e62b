package io.github.chimefake.internal.common;

import io.github.chimefake.internal.arn.Arn;
import java.time.Instant;
import java.util.Comparator;
import org.pcollections.TreePSet;

/**
 * An entry of an index of expirations, which begins with the next one.
 *
 * @param when when to check the expiration
 * @param arn what expires
 */
public record ExpirationEntry<A extends Arn>(Instant when, A arn) implements Comparable<ExpirationEntry<A>> {
    private static final Comparator<ExpirationEntry<?>> ORDER = Comparator.<ExpirationEntry<?>, Instant>comparing(
                    ExpirationEntry::when)
            .thenComparing(ExpirationEntry::arn);

    /** Returns whether the index has an entry to check. */
    public static <A extends Arn> boolean anyDue(TreePSet<ExpirationEntry<A>> index, Instant now) {
        return !index.isEmpty() && !index.first().when().isAfter(now);
    }

    @Override
    public int compareTo(ExpirationEntry<A> other) {
        return ORDER.compare(this, other);
    }
}
