package io.github.chimefake.internal.events;

import io.github.chimefake.events.EventMessageType;
import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.arn.MemberArn;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;

/** An event of a write. Immutable; what it returns is computed when it is asked for. */
public interface EmittedEvent {
    /** Returns the number of the event, which increases in the order of the writes, and is never used twice. */
    long number();

    MessagingEventType type();

    EventMessageType messageType();

    ChannelArn channel();

    Optional<String> subChannelId();

    /** Returns the value of the header {@code x-amz-chime-event-reason}; empty if the event does not have it. */
    Optional<String> reason();

    /** Returns the payload in the SDK's class. */
    SdkPojo payload();

    WriteCause cause();

    Instant time();

    /** Returns whether this user receives the event. Takes constant time, however many members the channel has. */
    boolean isFor(MemberArn user);

    /** Returns all users who receive the event, sorted. */
    Set<MemberArn> receivers();

    /** Returns the text of the WebSocket message: headers, and the payload as a string. */
    default String frame() {
        return EventFrames.frame(type(), messageType(), reason(), Optional.of(PayloadJson.write(payload())));
    }
}
