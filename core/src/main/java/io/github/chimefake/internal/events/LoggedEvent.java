package io.github.chimefake.internal.events;

import io.github.chimefake.events.EventMessageType;
import io.github.chimefake.internal.arn.ChannelArn;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/** An event with what the log tells about it. */
public interface LoggedEvent extends EmittedEvent {
    EventMessageType messageType();

    ChannelArn channelArn();

    Optional<String> subChannelId();

    /** Returns the value of the header {@code x-amz-chime-event-reason}; empty if the event does not have it. */
    Optional<String> reason();

    /** Returns the payload in the SDK's class. */
    SdkPojo payload();

    WriteCause cause();

    Instant time();

    @Override
    default Optional<ChannelArn> channel() {
        return Optional.of(channelArn());
    }

    @Override
    default String frame() {
        return EventFrames.frame(type(), messageType(), reason(), Optional.of(PayloadJson.write(payload())));
    }
}
