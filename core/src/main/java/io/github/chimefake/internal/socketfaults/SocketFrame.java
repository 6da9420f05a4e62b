package io.github.chimefake.internal.socketfaults;

import io.github.chimefake.events.EventMessageType;
import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.events.EmittedEvent;
import io.github.chimefake.internal.events.EventFrames;
import java.util.Optional;

/**
 * A message of the service.
 *
 * @param type the type of the event
 * @param channel its channel
 * @param text the message: headers, and the payload as a string
 * @param event the event of a write; empty for what sessions begin with, and what faults send
 */
public record SocketFrame(
        MessagingEventType type, Optional<ChannelArn> channel, String text, Optional<EmittedEvent> event) {
    /** Returns a message of the system. */
    public static SocketFrame of(MessagingEventType type, Optional<ChannelArn> channel, Optional<String> payload) {
        return new SocketFrame(
                type,
                channel,
                EventFrames.frame(type, EventMessageType.SYSTEM, Optional.empty(), payload),
                Optional.empty());
    }
}
