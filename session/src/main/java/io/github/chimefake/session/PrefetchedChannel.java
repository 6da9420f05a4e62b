package io.github.chimefake.session;

import io.github.chimefake.session.internal.StructureReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelSummary;

/**
 * A channel of the user at the beginning of a session, from an event {@code CHANNEL_DETAILS}. Immutable.
 *
 * @since 0.1
 */
public final class PrefetchedChannel {
    private final ChannelSummary channel;
    private final List<ChannelMessageSummary> messages;
    private final List<ChannelMembershipSummary> memberships;
    private final Optional<Instant> readMarkerTimestamp;
    private final boolean moreMessages;

    private PrefetchedChannel(
            ChannelSummary channel,
            List<ChannelMessageSummary> messages,
            List<ChannelMembershipSummary> memberships,
            Optional<Instant> readMarkerTimestamp,
            boolean moreMessages) {
        this.channel = channel;
        this.messages = messages;
        this.memberships = memberships;
        this.readMarkerTimestamp = readMarkerTimestamp;
        this.moreMessages = moreMessages;
    }

    static PrefetchedChannel read(JsonNode payload) {
        Map<String, JsonNode> members = payload.asObject();
        return new PrefetchedChannel(
                structure(members.get("Channel"), ChannelSummary.class, ChannelSummary::builder),
                structures(members.get("ChannelMessages"), ChannelMessageSummary.class, ChannelMessageSummary::builder),
                structures(
                        members.get("ChannelMemberships"),
                        ChannelMembershipSummary.class,
                        ChannelMembershipSummary::builder),
                present(members.get("ReadMarkerTimestamp")).map(StructureReader::instant),
                present(members.get("ChannelMessagesHasMore"))
                        .map(JsonNode::asBoolean)
                        .orElse(false));
    }

    private static Optional<JsonNode> present(@Nullable JsonNode node) {
        return Optional.ofNullable(node).filter(value -> !value.isNull());
    }

    private static <T> T structure(@Nullable JsonNode node, Class<T> type, Supplier<? extends SdkPojo> builder) {
        return type.cast(StructureReader.read(
                present(node).orElseThrow(() -> new IllegalArgumentException("It has no member Channel")),
                builder.get()));
    }

    private static <T> List<T> structures(@Nullable JsonNode node, Class<T> type, Supplier<? extends SdkPojo> builder) {
        return present(node)
                .map(list -> list.asArray().stream()
                        .map(item -> structure(item, type, builder))
                        .toList())
                .orElse(List.of());
    }

    /** Returns the channel. */
    public ChannelSummary channel() {
        return channel;
    }

    /** Returns the latest messages that the user can see, at most 20, the newest first. */
    public List<ChannelMessageSummary> messages() {
        return messages;
    }

    /** Returns memberships of the channel, at most 30. */
    public List<ChannelMembershipSummary> memberships() {
        return memberships;
    }

    /** Returns until when the user has read; empty if it has no read marker. */
    public Optional<Instant> readMarkerTimestamp() {
        return readMarkerTimestamp;
    }

    /** Returns whether the channel has older messages. */
    public boolean hasMoreMessages() {
        return moreMessages;
    }

    /** Returns the channel with the number of its messages. */
    @Override
    public String toString() {
        return channel + " with " + messages.size() + " messages";
    }
}
