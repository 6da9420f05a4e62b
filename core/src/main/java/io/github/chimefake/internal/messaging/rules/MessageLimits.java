package io.github.chimefake.internal.messaging.rules;

import io.github.chimefake.internal.constraints.DocumentedConstraint;
import io.github.chimefake.internal.constraints.MessageConstraints;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import io.github.chimefake.internal.messaging.state.StoredMessage.Extras;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;
import software.amazon.awssdk.services.chimesdkmessaging.model.MessageAttributeValue;

/**
 * The maximum sizes of messages. The model has none for the content; the documentation has 4 KB of content and 1 KB of
 * metadata for STANDARD messages, 30 bytes and no metadata for CONTROL messages, and 1 KB for all attributes together.
 * Sizes are in bytes of UTF-8.
 */
public final class MessageLimits {
    private static final int STANDARD_CONTENT = 4096;
    private static final int CONTROL_CONTENT = 30;
    private static final int METADATA = 1024;
    private static final int ATTRIBUTES = 1024;

    /** Observed on the real service for content and for metadata. */
    private static final String MESSAGE = "Channel Messages size limit exceeded";

    private MessageLimits() {}

    /**
     * Checks a message to be stored or sent.
     *
     * @throws ServiceErrorException 400 if a part of it is too large
     */
    public static void check(ChannelMessageType type, String content, Extras extras) {
        boolean control = type == ChannelMessageType.CONTROL;
        checkSize(
                () -> control ? MessageConstraints.CONTROL_CONTENT : MessageConstraints.CONTENT,
                () -> "Content of a " + type + " message",
                bytes(content),
                control ? CONTROL_CONTENT : STANDARD_CONTENT);
        int metadata = extras.metadata().map(MessageLimits::bytes).orElse(0);
        checkSize(
                () -> control ? MessageConstraints.CONTROL_METADATA : MessageConstraints.METADATA,
                () -> "Metadata of a " + type + " message",
                metadata,
                control ? 0 : METADATA);
        int attributes = 0;
        for (Map.Entry<String, MessageAttributeValue> attribute :
                extras.attributes().entrySet()) {
            attributes += bytes(attribute.getKey())
                    + attribute.getValue().stringValues().stream()
                            .mapToInt(MessageLimits::bytes)
                            .sum();
        }
        checkSize(
                () -> MessageConstraints.ATTRIBUTES,
                () -> "MessageAttributes, names and values together,",
                attributes,
                ATTRIBUTES);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static void checkSize(
            Supplier<DocumentedConstraint> constraint, Supplier<String> what, int size, int limit) {
        if (size > limit) {
            throw constraint
                    .get()
                    .broken(
                            MESSAGE,
                            what.get() + " may have " + limit + " bytes in UTF-8, but has " + size + ". Shorten it.");
        }
    }
}
