package io.github.chimefake.messaging;

/**
 * How the service behaves where users differ.
 *
 * @param quotas how many of what there may be
 */
public record MessagingSettings(Quotas quotas) {
    /** As documented, and where nothing is documented as most users expect it. */
    public static final MessagingSettings DEFAULT = new MessagingSettings(Quotas.DOCUMENTED);

    /** The same with these quotas. */
    public MessagingSettings withQuotas(Quotas newQuotas) {
        return new MessagingSettings(newQuotas);
    }
}
