package io.github.chimefake.internal.events;

import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.arn.MemberArn;
import java.util.Optional;
import java.util.Set;

/** An event of a write. Immutable; what it returns is computed when it is asked for. */
public interface EmittedEvent {
    /** Returns the number of the event, which increases in the order of the writes, and is never used twice. */
    long number();

    MessagingEventType type();

    Optional<ChannelArn> channel();

    /** Returns whether this user receives the event. Takes constant time, however many members the channel has. */
    boolean isFor(MemberArn user);

    /** Returns all users who receive the event, sorted. */
    Set<MemberArn> receivers();

    /** Returns the text of the WebSocket message: headers, and the payload as a string. */
    String frame();
}
