package io.github.chimefake.internal.access.permissions;

import io.github.chimefake.ChannelRole;
import io.github.chimefake.internal.arn.Arn;
import java.util.Optional;
import java.util.Set;

/** Tells what a user is to a channel: what rules need to know of the service, which they do not know otherwise. */
@FunctionalInterface
public interface RoleLookup {
    /**
     * The roles of a user or bot.
     *
     * @param user the user or bot; one that is not registered has no role, not even that of a non-member
     * @param channel the channel; without one, only an administrator has a role
     */
    Set<ChannelRole> of(Arn user, Optional<Arn> channel);
}
