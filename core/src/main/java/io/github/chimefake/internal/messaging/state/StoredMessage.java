package io.github.chimefake.internal.messaging.state;

import io.github.chimefake.internal.arn.MemberArn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageStatus;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;
import software.amazon.awssdk.services.chimesdkmessaging.model.MessageAttributeValue;

/**
 * A persistent message. To save memory with millions of messages, the parts that most messages do not have are in the
 * shared {@link Extras#NONE}, and times are numbers.
 *
 * @param key its position in the channel
 * @param sender the ARN of the sender, as the same instance as in the directory, so that all messages of a user share
 *     it
 * @param type STANDARD or CONTROL
 * @param content the text; empty once redacted
 * @param extras the parts that most messages do not have
 * @param status the status in a channel flow; SENT without a flow
 * @param redacted whether content and metadata are removed
 * @param updatedMillis when it changed last, in milliseconds since the epoch
 * @param editedMillis when its content was edited last; {@link #NEVER} if it was not edited
 */
public record StoredMessage(
        MessageKey key,
        MemberArn sender,
        ChannelMessageType type,
        String content,
        Extras extras,
        ChannelMessageStatus status,
        boolean redacted,
        long updatedMillis,
        long editedMillis) {
    static final long NEVER = Long.MIN_VALUE;

    /** The parts that most messages do not have. */
    public record Extras(
            Optional<String> metadata,
            Optional<String> contentType,
            Map<String, MessageAttributeValue> attributes,
            Optional<MemberArn> target) {
        static final Extras NONE = new Extras(Optional.empty(), Optional.empty(), Map.of(), Optional.empty());

        public Extras {
            attributes = Map.copyOf(attributes);
        }

        /** Returns this value, or the shared instance if it is empty. */
        Extras compact() {
            return equals(NONE) ? NONE : this;
        }

        Extras withoutMetadata() {
            return new Extras(Optional.empty(), contentType, attributes, target).compact();
        }
    }

    /** Creates a message that was sent in a channel without a flow. */
    public static StoredMessage sent(
            MessageKey key, MemberArn sender, ChannelMessageType type, String content, Extras extras) {
        return new StoredMessage(
                key,
                sender,
                type,
                content,
                extras.compact(),
                ChannelMessageStatus.SENT,
                false,
                key.createdMillis(),
                NEVER);
    }

    public StoredMessage edited(String newContent, Extras newExtras, Instant now) {
        long millis = now.toEpochMilli();
        return new StoredMessage(key, sender, type, newContent, newExtras.compact(), status, redacted, millis, millis);
    }

    public StoredMessage withStatus(ChannelMessageStatus newStatus) {
        return new StoredMessage(key, sender, type, content, extras, newStatus, redacted, updatedMillis, editedMillis);
    }

    public StoredMessage withContent(String newContent, Extras newExtras) {
        return new StoredMessage(
                key, sender, type, newContent, newExtras.compact(), status, redacted, updatedMillis, editedMillis);
    }

    public StoredMessage redactedAt(Instant now) {
        return new StoredMessage(
                key, sender, type, "", extras.withoutMetadata(), status, true, now.toEpochMilli(), editedMillis);
    }

    public Optional<Instant> edited() {
        return editedMillis == NEVER ? Optional.empty() : Optional.of(Instant.ofEpochMilli(editedMillis));
    }

    public Instant updated() {
        return Instant.ofEpochMilli(updatedMillis);
    }

    /**
     * Returns the users who may see the message; empty for all who may read the channel. A targeted message is visible
     * to sender and target, and a message that a channel flow is processing or has failed to the sender only.
     */
    Optional<List<MemberArn>> audience() {
        if (status != ChannelMessageStatus.SENT) {
            return Optional.of(List.of(sender));
        }
        return extras.target().map(target -> target.equals(sender) ? List.of(sender) : List.of(sender, target));
    }

    public boolean visibleTo(MemberArn viewer) {
        return audience().map(few -> few.contains(viewer)).orElse(true);
    }
}
