package io.github.chimefake.internal.messaging.state;

import java.util.Optional;

/**
 * Settings of the messaging service.
 *
 * @param messagingSessionEndpoint the response of {@code GetMessagingSessionEndpoint}: host and optional port, without
 *     scheme and path; empty for those under which the client reached the fake
 * @param openDirectory whether users and bots of an app instance are registered automatically when a request contains
 *     their ARN
 * @param roles the overrides of the role matrix
 */
public record MessagingSettings(Optional<String> messagingSessionEndpoint, boolean openDirectory, RoleOverrides roles) {
    /** The default, as documented: users must be registered. */
    public static final MessagingSettings DEFAULT = new MessagingSettings(Optional.empty(), false, RoleOverrides.NONE);

    /** Returns these settings with another endpoint of messaging sessions, for example {@code localhost:8443}. */
    public MessagingSettings withMessagingSessionEndpoint(Optional<String> hostAndPort) {
        return new MessagingSettings(hostAndPort, openDirectory, roles);
    }

    /** Returns these settings with users registered automatically or not. */
    public MessagingSettings withOpenDirectory(boolean open) {
        return new MessagingSettings(messagingSessionEndpoint, open, roles);
    }

    /** Returns these settings with other overrides of the role matrix. */
    public MessagingSettings withRoles(RoleOverrides newRoles) {
        return new MessagingSettings(messagingSessionEndpoint, openDirectory, newRoles);
    }
}
