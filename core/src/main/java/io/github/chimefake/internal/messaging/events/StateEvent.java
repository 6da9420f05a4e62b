package io.github.chimefake.internal.messaging.events;

import io.github.chimefake.events.EventMessageType;
import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.events.EmittedEvent;
import io.github.chimefake.internal.events.WriteCause;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;

/** An event of a write, with the states that its payload and receivers are computed from. */
public final class StateEvent implements EmittedEvent {
    private final long number;
    private final WrittenEvent event;
    private final Moment moment;
    private final Instant time;
    private final WriteCause cause;

    /** Creates an event of a write at this time. */
    public StateEvent(long number, WrittenEvent event, Moment moment, Instant time, WriteCause cause) {
        this.number = number;
        this.event = event;
        this.moment = moment;
        this.time = time;
        this.cause = cause;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public MessagingEventType type() {
        return event.type();
    }

    @Override
    public EventMessageType messageType() {
        return event.messageType();
    }

    @Override
    public ChannelArn channel() {
        return event.channel();
    }

    @Override
    public Optional<String> subChannelId() {
        return event.subChannelId();
    }

    @Override
    public Optional<String> reason() {
        return event.reason();
    }

    @Override
    public boolean isFor(MemberArn user) {
        return event.audience(moment).test().test(user);
    }

    @Override
    public Set<MemberArn> receivers() {
        return event.audience(moment).receivers();
    }

    @Override
    public SdkPojo payload() {
        return event.payload(moment);
    }

    @Override
    public WriteCause cause() {
        return cause;
    }

    @Override
    public Instant time() {
        return time;
    }
}
