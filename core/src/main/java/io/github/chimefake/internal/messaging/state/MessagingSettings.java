package io.github.chimefake.internal.messaging.state;

/**
 * How the service behaves where users differ.
 *
 * @param messagingSessionEndpoint where {@code GetMessagingSessionEndpoint} sends clients: host and maybe port,
 *     without scheme and path
 * @param openDirectory whether every user and bot of an app instance is taken for registered, as soon as a call
 *     names it
 * @param roles what roles may do otherwise than the role matrix says
 */
public record MessagingSettings(String messagingSessionEndpoint, boolean openDirectory, RoleOverrides roles) {
    /**
     * As documented: users must be registered. Messaging sessions are sent to {@code localhost}, where the fake serves
     * none.
     */
    public static final MessagingSettings DEFAULT = new MessagingSettings("localhost", false, RoleOverrides.NONE);

    /** The same with messaging sessions elsewhere, for example at {@code localhost:8443}. */
    public MessagingSettings withMessagingSessionEndpoint(String hostAndPort) {
        return new MessagingSettings(hostAndPort, openDirectory, roles);
    }

    /** The same with every well-formed user ARN of an app instance taken for registered, or not. */
    public MessagingSettings withOpenDirectory(boolean open) {
        return new MessagingSettings(messagingSessionEndpoint, open, roles);
    }

    /** The same with roles that may do otherwise than the role matrix says. */
    public MessagingSettings withRoles(RoleOverrides newRoles) {
        return new MessagingSettings(messagingSessionEndpoint, openDirectory, newRoles);
    }
}
