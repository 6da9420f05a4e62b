package io.github.chimefake.internal.directory;

import io.github.chimefake.internal.common.ResourceQuotas;
import java.time.Duration;

/**
 * How the identity service behaves where users differ.
 *
 * @param newUsersValidAfter how long after its creation a user is accepted as a bearer
 * @param repeatedCreationRefused whether a user that exists is refused even if it is created again with the same name and
 *     metadata
 * @param quotas how many resources there may be, those of messaging included
 */
public record IdentitySettings(Duration newUsersValidAfter, boolean repeatedCreationRefused, ResourceQuotas quotas) {
    /** Users are valid at once, and creating the same user again does nothing. */
    public static final IdentitySettings DEFAULT =
            new IdentitySettings(Duration.ZERO, false, ResourceQuotas.DOCUMENTED);

    /** The same with new users valid as bearers so long after their creation. */
    public IdentitySettings withNewUsersValidAfter(Duration delay) {
        return new IdentitySettings(delay, repeatedCreationRefused, quotas);
    }

    /** The same with every second creation of a user refused, or not. */
    public IdentitySettings withRepeatedCreationRefused(boolean refused) {
        return new IdentitySettings(newUsersValidAfter, refused, quotas);
    }

    /** Returns these settings with other quotas. */
    public IdentitySettings withQuotas(ResourceQuotas newQuotas) {
        return new IdentitySettings(newUsersValidAfter, repeatedCreationRefused, newQuotas);
    }
}
