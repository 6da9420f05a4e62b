package io.github.chimefake.session;

import io.github.chimefake.session.internal.Envelope;
import io.github.chimefake.session.internal.StructureReader;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchChannelMemberships;
import software.amazon.awssdk.services.chimesdkmessaging.model.Channel;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembership;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessage;

/**
 * An event that a messaging session received: its type, and the payload in the SDK's own class.
 *
 * <pre>{@code
 * if (event.type().equals("CREATE_CHANNEL_MESSAGE")) {
 *     System.out.println(event.channelMessage().content());
 * }
 * }</pre>
 *
 * <p>A text that is not an event, as when it was cut off, is an event of the type {@link #MALFORMED}; the client for JavaScript drops it.
 * A payload that is not as it should be has its text; the methods that read it fail, and the rest of the event is there.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class SessionEvent {
    /** The type of an event whose text is not a JSON object with the header {@code x-amz-chime-event-type}. */
    public static final String MALFORMED = "MALFORMED";

    private static final String TYPE = "x-amz-chime-event-type";
    private static final String MESSAGE_TYPE = "x-amz-chime-message-type";
    private static final String REASON = "x-amz-chime-event-reason";
    private static final String SESSION_ESTABLISHED = "SESSION_ESTABLISHED";

    private final String frame;
    private final Envelope envelope;

    private SessionEvent(String frame, Envelope envelope) {
        this.frame = frame;
        this.envelope = envelope;
    }

    /**
     * Returns the event of a WebSocket message, for clients other than {@link MessagingSession}.
     *
     * @param frame the text of the message; one that is no event becomes an event of the type {@link #MALFORMED}
     */
    public static SessionEvent read(String frame) {
        return new SessionEvent(frame, Envelope.read(frame));
    }

    /** Returns the type, for example {@code CREATE_CHANNEL_MESSAGE}. It may be one that this version does not know. */
    public String type() {
        return envelope.headers().getOrDefault(TYPE, MALFORMED);
    }

    /** Returns whether this is the event that begins a session. */
    public boolean isSessionEstablished() {
        return type().equals(SESSION_ESTABLISHED);
    }

    /** Returns {@code STANDARD} or {@code CONTROL} for messages of these types, and {@code SYSTEM} for all other events; empty if absent. */
    public Optional<String> messageType() {
        return Optional.ofNullable(envelope.headers().get(MESSAGE_TYPE));
    }

    /** Returns the header {@code x-amz-chime-event-reason}, for example {@code subchannel_DELETED}; few events have it. */
    public Optional<String> reason() {
        return Optional.ofNullable(envelope.headers().get(REASON));
    }

    /** Returns all headers. */
    public Map<String, String> headers() {
        return envelope.headers();
    }

    /**
     * Returns the message of an event about a message, whose type ends with {@code _CHANNEL_MESSAGE}.
     *
     * @throws IllegalStateException if the event is of another type, or its payload cannot be read
     */
    public ChannelMessage channelMessage() {
        return payload(PayloadKind.CHANNEL_MESSAGE, ChannelMessage.class, ChannelMessage::builder);
    }

    /**
     * Returns the channel of {@code UPDATE_CHANNEL} and {@code DELETE_CHANNEL}.
     *
     * @throws IllegalStateException if the event is of another type, or its payload cannot be read
     */
    public Channel channel() {
        return payload(PayloadKind.CHANNEL, Channel.class, Channel::builder);
    }

    /**
     * Returns the membership of {@code CREATE_}, {@code UPDATE_} and {@code DELETE_CHANNEL_MEMBERSHIP}.
     *
     * @throws IllegalStateException if the event is of another type, or its payload cannot be read
     */
    public ChannelMembership channelMembership() {
        return payload(PayloadKind.CHANNEL_MEMBERSHIP, ChannelMembership.class, ChannelMembership::builder);
    }

    /**
     * Returns the memberships of {@code BATCH_CREATE_CHANNEL_MEMBERSHIP}.
     *
     * @throws IllegalStateException if the event is of another type, or its payload cannot be read
     */
    public BatchChannelMemberships batchChannelMemberships() {
        return payload(
                PayloadKind.BATCH_CHANNEL_MEMBERSHIPS, BatchChannelMemberships.class, BatchChannelMemberships::builder);
    }

    /**
     * Returns the channel with its latest messages of {@code CHANNEL_DETAILS}.
     *
     * @throws IllegalStateException if the event is of another type, or its payload cannot be read
     */
    public PrefetchedChannel prefetchedChannel() {
        require(PayloadKind.PREFETCHED_CHANNEL);
        return readable(() -> PrefetchedChannel.read(envelope.payload()));
    }

    /**
     * Returns the payload in the SDK's class for the type of this event; empty if it has no payload, or one without such a class.
     *
     * @throws IllegalStateException if the payload cannot be read
     */
    public Optional<SdkPojo> payload() {
        return envelope.payloadJson().isEmpty()
                ? Optional.empty()
                : switch (PayloadKind.of(type())) {
                    case CHANNEL_MESSAGE -> Optional.of(channelMessage());
                    case CHANNEL -> Optional.of(channel());
                    case CHANNEL_MEMBERSHIP -> Optional.of(channelMembership());
                    case BATCH_CHANNEL_MEMBERSHIPS -> Optional.of(batchChannelMemberships());
                    case PREFETCHED_CHANNEL, NONE -> Optional.empty();
                };
    }

    private <T extends SdkPojo> T payload(PayloadKind kind, Class<T> type, Supplier<? extends SdkPojo> builder) {
        require(kind);
        return readable(() -> type.cast(StructureReader.read(envelope.payload(), builder.get())));
    }

    private void require(PayloadKind wanted) {
        PayloadKind kind = PayloadKind.of(type());
        if (kind != wanted) {
            throw new IllegalStateException("The event is " + type() + ", which has " + kind.description() + ". "
                    + wanted.description() + " is in the payload of " + wanted.types());
        }
    }

    private <T> T readable(Supplier<T> read) {
        try {
            return read.get();
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "The payload of " + type() + " cannot be read. payloadJson() has it: "
                            + envelope.payloadJson().orElse("(absent)"),
                    e);
        }
    }

    /** Returns the JSON text of the payload; empty if it has none. */
    public Optional<String> payloadJson() {
        return envelope.payloadJson();
    }

    /** Returns the text of the WebSocket message, as it was received. */
    public String frame() {
        return frame;
    }

    /** Returns type and payload, for example {@code CREATE_CHANNEL_MESSAGE {"ChannelArn":…}}. */
    @Override
    public String toString() {
        return type() + " " + (type().equals(MALFORMED) ? frame : payloadJson().orElse(""));
    }
}
