package io.github.chimefake.internal.messaging;

import java.time.Instant;
import java.util.Optional;

/**
 * A STANDARD, PERSISTENT message that a test puts into a channel.
 *
 * @param channelArn where
 * @param senderArn who sent it; any registered user of the app instance, member or not
 * @param content the text
 * @param metadata free text
 * @param sentAt when; empty for now
 */
public record MessageSeed(
        String channelArn, String senderArn, String content, Optional<String> metadata, Optional<Instant> sentAt) {
    /** A message without metadata, sent now. */
    public static MessageSeed of(String channelArn, String senderArn, String content) {
        return new MessageSeed(channelArn, senderArn, content, Optional.empty(), Optional.empty());
    }

    /** The same with this metadata. */
    public MessageSeed withMetadata(String newMetadata) {
        return new MessageSeed(channelArn, senderArn, content, Optional.of(newMetadata), sentAt);
    }

    /** The same, sent at this time, of which whole milliseconds count. */
    public MessageSeed withSentAt(Instant instant) {
        return new MessageSeed(channelArn, senderArn, content, metadata, Optional.of(instant));
    }
}
