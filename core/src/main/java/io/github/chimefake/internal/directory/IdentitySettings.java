package io.github.chimefake.internal.directory;

import io.github.chimefake.internal.common.ResourceQuotas;
import java.time.Duration;

/**
 * Settings of the identity service.
 *
 * @param newUsersValidAfter the time from the creation of a user until it is accepted as a bearer
 * @param repeatedCreationFails whether creating an existing user fails even with the same name and metadata
 * @param quotas the quotas of resources, including those of messaging
 */
public record IdentitySettings(Duration newUsersValidAfter, boolean repeatedCreationFails, ResourceQuotas quotas) {
    /** The default: users are valid immediately, and creating the same user again has no effect. */
    public static final IdentitySettings DEFAULT =
            new IdentitySettings(Duration.ZERO, false, ResourceQuotas.DOCUMENTED);

    /** Returns these settings with another delay until new users are valid as bearers. */
    public IdentitySettings withNewUsersValidAfter(Duration delay) {
        return new IdentitySettings(delay, repeatedCreationFails, quotas);
    }

    /** Returns these settings with repeated creations of a user failing or not. */
    public IdentitySettings withRepeatedCreationFails(boolean fails) {
        return new IdentitySettings(newUsersValidAfter, fails, quotas);
    }

    /** Returns these settings with other quotas. */
    public IdentitySettings withQuotas(ResourceQuotas newQuotas) {
        return new IdentitySettings(newUsersValidAfter, repeatedCreationFails, newQuotas);
    }
}
