package io.github.chimefake.internal.messaging;

import io.github.chimefake.internal.identity.IdentitySettings;
import io.github.chimefake.internal.service.ResourceQuotas;

/**
 * How the service behaves where users differ.
 *
 * @param quotas how many of what there may be
 * @param messagingSessionEndpoint where {@code GetMessagingSessionEndpoint} sends clients: host and maybe port,
 *     without scheme and path
 * @param openDirectory whether every user and bot of an app instance is taken for registered, as soon as a call
 *     names it
 * @param roles what roles may do otherwise than the role matrix says
 * @param identity how the identity service behaves
 */
public record MessagingSettings(
        ResourceQuotas quotas,
        String messagingSessionEndpoint,
        boolean openDirectory,
        RoleOverrides roles,
        IdentitySettings identity) {
    /**
     * As documented: users must be registered. Messaging sessions are sent to {@code localhost}, where the fake serves
     * none.
     */
    public static final MessagingSettings DEFAULT = new MessagingSettings(
            ResourceQuotas.DOCUMENTED, "localhost", false, RoleOverrides.NONE, IdentitySettings.DEFAULT);

    /** The same with these quotas. */
    public MessagingSettings withQuotas(ResourceQuotas newQuotas) {
        return new MessagingSettings(newQuotas, messagingSessionEndpoint, openDirectory, roles, identity);
    }

    /** The same with messaging sessions elsewhere, for example at {@code localhost:8443}. */
    public MessagingSettings withMessagingSessionEndpoint(String hostAndPort) {
        return new MessagingSettings(quotas, hostAndPort, openDirectory, roles, identity);
    }

    /** The same with every well-formed user ARN of an app instance taken for registered, or not. */
    public MessagingSettings withOpenDirectory(boolean open) {
        return new MessagingSettings(quotas, messagingSessionEndpoint, open, roles, identity);
    }

    /** The same with an identity service that behaves so. */
    public MessagingSettings withIdentity(IdentitySettings newIdentity) {
        return new MessagingSettings(quotas, messagingSessionEndpoint, openDirectory, roles, newIdentity);
    }

    /** The same with roles that may do otherwise than the role matrix says. */
    public MessagingSettings withRoles(RoleOverrides newRoles) {
        return new MessagingSettings(quotas, messagingSessionEndpoint, openDirectory, newRoles, identity);
    }
}
