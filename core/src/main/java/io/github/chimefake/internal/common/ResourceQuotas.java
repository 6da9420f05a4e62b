package io.github.chimefake.internal.common;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import io.github.chimefake.quotas.Quota;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The quotas of resources. Fixtures of a test are not limited by them.
 * <pre>{@code
 * ResourceQuotas.DOCUMENTED.with(Quota.MEMBERSHIPS_PER_CHANNEL, 3)
 * }</pre>
 *
 * @param changed the limits that differ from the documented ones
 */
public record ResourceQuotas(Map<Quota, Integer> changed) {
    /** The limits that AWS documents. */
    public static final ResourceQuotas DOCUMENTED = new ResourceQuotas(Map.of());

    public ResourceQuotas {
        changed = Map.copyOf(changed);
    }

    /** Returns these quotas with another limit. */
    public ResourceQuotas with(Quota quota, int limit) {
        Map<Quota, Integer> more = new EnumMap<>(Quota.class);
        more.putAll(changed);
        more.put(quota, limit);
        return new ResourceQuotas(more);
    }

    /** Returns the limit. */
    public int limit(Quota quota) {
        return Optional.ofNullable(changed.get(quota)).orElse(quota.defaultLimit());
    }

    /**
     * Checks that the count is within the quota.
     *
     * @param where the ARN of the resource that the quota applies to
     * @throws ServiceErrorException 400 if it is not
     */
    public void require(Quota quota, int count, Arn where) {
        if (count > limit(quota)) {
            throw ServiceError.of(
                            Layer.STATE,
                            ChimeError.RESOURCE_LIMIT_EXCEEDED,
                            where + " would exceed the quota " + quota + ": " + count + " of at most " + limit(quota)
                                    + ". Delete some, or set another quota with chime.quotas().",
                            Provenance.DOCUMENTED)
                    .asException();
        }
    }
}
