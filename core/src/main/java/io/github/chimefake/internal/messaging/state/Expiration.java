package io.github.chimefake.internal.messaging.state;

import java.time.Instant;
import software.amazon.awssdk.services.chimesdkmessaging.model.ExpirationSettings;

/**
 * That a channel is to be deleted by itself.
 *
 * @param settings after how many days, and counted from when
 * @param due when to look whether it is time; with LAST_MESSAGE_TIMESTAMP, messages may have put it off until then
 */
public record Expiration(ExpirationSettings settings, Instant due) {}
