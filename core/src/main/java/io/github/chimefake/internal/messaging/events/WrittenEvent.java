package io.github.chimefake.internal.messaging.events;

import io.github.chimefake.events.EventMessageType;
import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.operations.Outcome;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/**
 * An event as a handler describes it: which event, about what. Payload and receivers are computed on request, from the
 * states around the write.
 */
public sealed interface WrittenEvent extends Outcome.Event
        permits BatchAdded, ChannelDeleted, ChannelUpdated, MemberAdded, MemberMoved, MemberRemoved, MessageWritten {
    MessagingEventType type();

    ChannelArn channel();

    /** Returns the sub-channel of an elastic channel; empty if the event is about the channel itself. */
    default Optional<String> subChannelId() {
        return Optional.empty();
    }

    default EventMessageType messageType() {
        return EventMessageType.SYSTEM;
    }

    default Optional<String> reason() {
        return Optional.empty();
    }

    Audience audience(Moment moment);

    SdkPojo payload(Moment moment);
}
