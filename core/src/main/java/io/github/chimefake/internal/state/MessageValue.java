package io.github.chimefake.internal.state;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.text.OneLine;
import io.github.chimefake.internal.text.Shortened;
import io.github.chimefake.state.StoredMessage;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageStatus;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;
import software.amazon.awssdk.services.chimesdkmessaging.model.MessageAttributeValue;

/** A message as a value. */
record MessageValue(
        String id,
        Optional<String> subChannel,
        ChimeUser sender,
        ChannelMessageType type,
        String content,
        Optional<String> metadata,
        Optional<String> contentType,
        Map<String, MessageAttributeValue> attributes,
        Optional<ChimeUser> target,
        ChannelMessageStatus status,
        boolean redacted,
        boolean hidden,
        Instant created,
        Instant updated,
        Optional<Instant> edited)
        implements StoredMessage {
    private static final int ID_CHARACTERS = 8;
    private static final int CONTENT_CHARACTERS = 40;

    /**
     * Converts a message.
     *
     * @param shownFrom the time before which messages are hidden
     */
    static MessageValue of(
            Contents contents,
            Optional<String> subChannel,
            io.github.chimefake.internal.messaging.state.StoredMessage message,
            Instant shownFrom) {
        return new MessageValue(
                contents.identifiers().messageId(message.key().sequence()),
                subChannel,
                contents.user(message.sender()),
                message.type(),
                message.content(),
                message.extras().metadata(),
                message.extras().contentType(),
                Sorted.map(message.extras().attributes()),
                contents.user(message.extras().target()),
                message.status(),
                message.redacted(),
                message.key().created().isBefore(shownFrom),
                message.key().created(),
                message.updated(),
                message.edited());
    }

    static JsonObject json(StoredMessage message) {
        return new JsonMembers()
                .text("id", message.id())
                .text("subChannel", message.subChannel())
                .user("sender", message.sender())
                .text("type", message.type().toString())
                .text("content", Optional.of(message.content()).filter(text -> !text.isEmpty()))
                .text("metadata", message.metadata())
                .text("contentType", message.contentType())
                .map("attributes", message.attributes(), SdkJson::of)
                .user("target", message.target())
                .text("status", message.status().toString())
                .flag("redacted", message.redacted())
                .flag("hidden", message.hidden())
                .instant("created", message.created())
                .instant("updated", message.updated())
                .instant("edited", message.edited())
                .toObject();
    }

    /** Returns the beginning of a message id, which tells the messages of a test apart. */
    static String shortId(String id) {
        return Shortened.of(id, ID_CHARACTERS);
    }

    /** Returns a text in quotes, on one line and shortened. */
    static String quoted(String text) {
        return "\"" + Shortened.of(OneLine.of(text), CONTENT_CHARACTERS) + "\"";
    }

    @Override
    public String toString() {
        return sender.name() + ": " + (redacted ? "(redacted)" : quoted(content)) + " (" + shortId(id) + ")";
    }
}
