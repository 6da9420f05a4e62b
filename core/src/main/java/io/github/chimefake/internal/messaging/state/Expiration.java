package io.github.chimefake.internal.messaging.state;

import java.time.Instant;
import software.amazon.awssdk.services.chimesdkmessaging.model.ExpirationSettings;

/**
 * The expiration of a channel.
 *
 * @param settings the number of days, and the event that they are counted from
 * @param due when to check whether the channel has expired; with LAST_MESSAGE_TIMESTAMP, later messages may have
 *     postponed it
 */
public record Expiration(ExpirationSettings settings, Instant due) {}
