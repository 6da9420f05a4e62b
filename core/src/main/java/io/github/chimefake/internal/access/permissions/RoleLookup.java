package io.github.chimefake.internal.access.permissions;

import io.github.chimefake.ChannelRole;
import java.util.Optional;
import java.util.Set;

/** Tells what a user is to a channel: what rules need to know of the service, which they do not know otherwise. */
@FunctionalInterface
public interface RoleLookup {
    /**
     * The roles of a user or bot.
     *
     * @param userArn who; whoever is not registered has no role, not even that of a non-member
     * @param channelArn where; without a channel only an administrator has a role
     */
    Set<ChannelRole> roles(String userArn, Optional<String> channelArn);
}
