package io.github.chimefake.messaging;

/**
 * How the service behaves where users differ.
 *
 * @param quotas how many of what there may be
 * @param messagingSessionEndpoint where {@code GetMessagingSessionEndpoint} sends clients: host and maybe port, without scheme
 *     and path
 */
public record MessagingSettings(Quotas quotas, String messagingSessionEndpoint) {
    /** As documented. Messaging sessions are sent to {@code localhost}, where the fake serves none. */
    public static final MessagingSettings DEFAULT = new MessagingSettings(Quotas.DOCUMENTED, "localhost");

    /** The same with these quotas. */
    public MessagingSettings withQuotas(Quotas newQuotas) {
        return new MessagingSettings(newQuotas, messagingSessionEndpoint);
    }

    /** The same with messaging sessions elsewhere, for example at {@code localhost:8443}. */
    public MessagingSettings withMessagingSessionEndpoint(String hostAndPort) {
        return new MessagingSettings(quotas, hostAndPort);
    }
}
