package io.github.chimefake.state;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.Experimental;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageStatus;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;
import software.amazon.awssdk.services.chimesdkmessaging.model.MessageAttributeValue;

/**
 * A message in a {@link StoredChannel}. Immutable; compared by value. Not to be implemented by users.
 *
 * @since 0.1
 */
@Experimental
public interface StoredMessage {
    /** Returns the message id. */
    String id();

    /** Returns the id of the sub-channel; empty if the channel is not elastic. */
    Optional<String> subChannel();

    /** Returns who sent it. */
    ChimeUser sender();

    /** Returns the type. */
    ChannelMessageType type();

    /** Returns the content; empty if it was redacted. */
    String content();

    /** Returns the metadata; empty if there is none. */
    Optional<String> metadata();

    /** Returns the content type; empty if none was sent. */
    Optional<String> contentType();

    /** Returns the message attributes, sorted by name. */
    Map<String, MessageAttributeValue> attributes();

    /** Returns the only user, beside the sender, that may see it; empty if all readers of the channel may. */
    Optional<ChimeUser> target();

    /** Returns the status in a channel flow; {@code SENT} without one. */
    ChannelMessageStatus status();

    /** Returns whether it was redacted. */
    boolean redacted();

    /** Returns whether its retention period has ended, so that it is not listed. The service has not deleted it yet. */
    boolean hidden();

    /** Returns when it was created. */
    Instant created();

    /** Returns when it was changed last. */
    Instant updated();

    /** Returns when its content was changed last; empty if it never was. */
    Optional<Instant> edited();

    /** Returns sender, content and id, shortened. */
    @Override
    String toString();
}
