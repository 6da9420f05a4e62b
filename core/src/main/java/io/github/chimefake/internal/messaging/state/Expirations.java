package io.github.chimefake.internal.messaging.state;

import io.github.chimefake.internal.common.ExpirationEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.chimesdkmessaging.model.ExpirationCriterion;
import software.amazon.awssdk.services.chimesdkmessaging.model.ExpirationSettings;

/**
 * Deletes expired channels. Documented: a background process deletes them within about six hours, and until then the
 * channel exists and its settings can be changed. Assumed: here they are deleted immediately; the days of a channel
 * without messages are counted from its creation; messages that are not persistent are ignored.
 */
public final class Expirations {
    private Expirations() {}

    /** Replaces the settings of a channel; null for none. */
    public static State set(State state, ChannelState channel, @Nullable ExpirationSettings settings) {
        State without = clear(state, channel);
        if (settings == null) {
            return without.with(channel.with(channel.policies().withExpiration(Optional.empty())));
        }
        Expiration expiration = new Expiration(settings, due(channel, settings));
        return without.with(channel.with(channel.policies().withExpiration(Optional.of(expiration))))
                .withExpirations(without.pendingDeletions()
                        .expirations()
                        .plus(new ExpirationEntry<>(expiration.due(), channel.arn())));
    }

    /** Removes a channel from the index. */
    static State clear(State state, ChannelState channel) {
        return channel.policies()
                .expiration()
                .map(expiration -> state.withExpirations(state.pendingDeletions()
                        .expirations()
                        .minus(new ExpirationEntry<>(expiration.due(), channel.arn()))))
                .orElse(state);
    }

    /** Returns whether {@link #deleteExpired} has any channel to check. */
    public static boolean anyDue(State state, Instant now) {
        return ExpirationEntry.anyDue(state.pendingDeletions().expirations(), now);
    }

    /**
     * Deletes the expired channels.
     *
     * @param deleted receives each of them
     */
    public static State deleteExpired(State state, Instant now, Consumer<ChannelState> deleted) {
        State rest = state;
        while (anyDue(rest, now)) {
            ChannelState channel = rest.channel(
                            rest.pendingDeletions().expirations().first().arn())
                    .orElseThrow();
            ExpirationSettings settings =
                    channel.policies().expiration().orElseThrow().settings();
            if (due(channel, settings).isAfter(now)) {
                rest = set(rest, channel, settings);
            } else {
                rest = Channels.delete(rest, channel);
                deleted.accept(channel);
            }
        }
        return rest;
    }

    private static Instant due(ChannelState channel, ExpirationSettings settings) {
        Instant from = settings.expirationCriterion() == ExpirationCriterion.LAST_MESSAGE_TIMESTAMP
                ? channel.lastMessage().orElse(channel.origin().created())
                : channel.origin().created();
        return from.plus(Duration.ofDays(settings.expirationDays()));
    }
}
