package io.github.chimefake.events;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.Experimental;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchChannelMemberships;
import software.amazon.awssdk.services.chimesdkmessaging.model.Channel;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembership;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessage;

/**
 * An event that a write emitted to users. It is emitted whether or not any of them is connected. Payload and receivers are those of the
 * moment of the write, and are computed when they are asked for. Immutable.
 *
 * <pre>{@code
 * MessagingEvent event = chime.events().of(CREATE_CHANNEL_MESSAGE).get(0);
 * event.channelMessage().orElseThrow().content(); // "hello"
 * event.isFor(bob);                        // true
 * event.cause().text();                    // "SendChannelMessage by arn:…"
 * }</pre>
 *
 * @since 0.1
 */
@Experimental
public interface MessagingEvent {
    /** Returns the number of the event, which increases in the order of the writes. No other event of the fake has it, resets included. */
    long number();

    /** Returns the type. */
    MessagingEventType type();

    /** Returns the kind: STANDARD or CONTROL for messages of these types, else SYSTEM. */
    EventMessageType messageType();

    /** Returns the ARN of the channel that the event is about. */
    String channelArn();

    /** Returns the id of the sub-channel of an elastic channel; empty if the event is about the channel itself. */
    Optional<String> subChannelId();

    /**
     * Returns the header {@code x-amz-chime-event-reason}: {@code subchannel_DELETED} if a moderator lost its membership with a
     * sub-channel; otherwise empty.
     */
    Optional<String> reason();

    /**
     * Returns the payload in the SDK's class: {@link ChannelMessage}, {@link Channel}, {@link ChannelMembership} or {@link
     * BatchChannelMemberships}.
     *
     * @throws IllegalArgumentException if the payload of this type of event has another class
     */
    <P> P payload(Class<P> type);

    /** Returns the message; empty if the event is not about a message. */
    Optional<ChannelMessage> channelMessage();

    /** Returns the channel as the payload; empty unless the type is UPDATE_CHANNEL or DELETE_CHANNEL. */
    Optional<Channel> channel();

    /** Returns the membership; empty unless the event is about one membership. */
    Optional<ChannelMembership> channelMembership();

    /** Returns the memberships; empty unless the type is BATCH_CREATE_CHANNEL_MEMBERSHIP. */
    Optional<BatchChannelMemberships> batchChannelMemberships();

    /** Returns the payload as it is sent: JSON whose timestamps are texts in ISO 8601. */
    String payloadJson();

    /** Returns the text of the WebSocket message: the headers, and the payload as a JSON string. */
    String frame();

    /** Returns the ARNs of the users and bots that receive the event, sorted. Takes time in proportion to their number. */
    List<String> receivers();

    /** Returns whether this user receives the event. Takes the same time however many receivers there are. */
    boolean isFor(ChimeUser user);

    /** Returns what made the event. */
    EventCause cause();

    /** Returns the time of the write, by the fake's clock. */
    Instant time();

    /** Returns the event in one line, with names in place of ARNs and at most five receivers. */
    @Override
    String toString();
}
