package io.github.chimefake.internal.access.permissions;

import io.github.chimefake.ChannelRole;
import io.github.chimefake.internal.arn.Arn;
import java.util.Optional;
import java.util.Set;

/** Looks up the roles of users in channels. Keeps permission rules independent of the messaging service. */
@FunctionalInterface
public interface RoleLookup {
    /**
     * Returns the roles of a user or bot.
     *
     * @param user the user or bot; one that is not registered has no role, not even that of a non-member
     * @param channel the channel; without one, only an administrator has a role
     */
    Set<ChannelRole> roles(Arn user, Optional<Arn> channel);
}
