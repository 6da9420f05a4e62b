package io.github.chimefake.internal.events;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.events.EventCause;
import io.github.chimefake.events.EventMessageType;
import io.github.chimefake.events.MessagingEvent;
import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.MemberArn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchChannelMemberships;
import software.amazon.awssdk.services.chimesdkmessaging.model.Channel;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembership;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessage;

/** An event of the log, as users see it. */
public final class DefaultMessagingEvent implements MessagingEvent {
    private final EmittedEvent event;
    private final boolean printsTexts;

    /** Creates the view of an event of the log. */
    public DefaultMessagingEvent(EmittedEvent event, boolean printsTexts) {
        this.event = event;
        this.printsTexts = printsTexts;
    }

    EmittedEvent logged() {
        return event;
    }

    @Override
    public long number() {
        return event.number();
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
    public String channelArn() {
        return event.channel().text();
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
    public <P> P payload(Class<P> type) {
        SdkPojo payload = event.payload();
        if (!type.isInstance(payload)) {
            throw new IllegalArgumentException("payload(" + type.getSimpleName() + ".class): the payload of "
                    + event.type() + " is a " + payload.getClass().getSimpleName() + ". Call payload("
                    + payload.getClass().getSimpleName() + ".class)");
        }
        return type.cast(payload);
    }

    private <P> Optional<P> optional(Class<P> type) {
        SdkPojo payload = event.payload();
        return type.isInstance(payload) ? Optional.of(type.cast(payload)) : Optional.empty();
    }

    @Override
    public Optional<ChannelMessage> channelMessage() {
        return optional(ChannelMessage.class);
    }

    @Override
    public Optional<Channel> channel() {
        return optional(Channel.class);
    }

    @Override
    public Optional<ChannelMembership> channelMembership() {
        return optional(ChannelMembership.class);
    }

    @Override
    public Optional<BatchChannelMemberships> batchChannelMemberships() {
        return optional(BatchChannelMemberships.class);
    }

    @Override
    public String payloadJson() {
        return PayloadJson.write(event.payload());
    }

    @Override
    public String frame() {
        return event.frame();
    }

    @Override
    public List<String> receivers() {
        return event.receivers().stream().map(Arn::text).toList();
    }

    @Override
    public boolean isFor(ChimeUser user) {
        return Arn.of(user.arn()) instanceof MemberArn member && event.isFor(member);
    }

    @Override
    public EventCause cause() {
        return event.cause();
    }

    @Override
    public Instant time() {
        return event.time();
    }

    @Override
    public String toString() {
        return EventPrinter.line(event, printsTexts);
    }
}
