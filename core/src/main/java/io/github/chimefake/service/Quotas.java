package io.github.chimefake.service;

import io.github.chimefake.call.ChimeError;
import io.github.chimefake.call.Provenance;
import io.github.chimefake.call.Refusal;
import io.github.chimefake.call.RefusedException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many of what there may be. What a test puts into the fake by itself is not counted against them.
 *
 * <pre>{@code
 * Quotas.DOCUMENTED.with(Quota.MEMBERSHIPS_PER_CHANNEL, 3)
 * }</pre>
 *
 * @param changed the limits that differ from the documented ones
 */
public record Quotas(Map<Quota, Integer> changed) {
    /** The limits that AWS documents. */
    public static final Quotas DOCUMENTED = new Quotas(Map.of());

    public Quotas {
        changed = Map.copyOf(changed);
    }

    /** These quotas with another limit. */
    public Quotas with(Quota quota, int limit) {
        Map<Quota, Integer> more = new EnumMap<>(Quota.class);
        more.putAll(changed);
        more.put(quota, limit);
        return new Quotas(more);
    }

    /** How many there may be. */
    public int limit(Quota quota) {
        return Optional.ofNullable(changed.get(quota)).orElse(quota.defaultLimit());
    }

    /**
     * Checks that there may be so many.
     *
     * @param where the ARN of the resource that the quota is of
     * @throws RefusedException 400 if there may not
     */
    public void require(Quota quota, int count, String where) {
        if (count > limit(quota)) {
            throw Refusal.of(
                            ChimeError.RESOURCE_LIMIT_EXCEEDED,
                            where + " would exceed the quota " + quota + ": " + count + " of at most " + limit(quota)
                                    + ". Delete some, or give the fake another quota.",
                            Provenance.DOCUMENTED)
                    .asException();
        }
    }
}
