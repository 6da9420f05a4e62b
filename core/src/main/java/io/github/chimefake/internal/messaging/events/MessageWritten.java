package io.github.chimefake.internal.messaging.events;

import io.github.chimefake.events.EventMessageType;
import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.messaging.state.StoredMessage;
import io.github.chimefake.internal.messaging.views.Views;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessage;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageStatus;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;

/**
 * A message was sent, changed, redacted or deleted, or a channel flow processes it. Documented: for the members of the
 * channel, in an elastic channel for those of the sub-channel; a targeted message for sender and target; what a channel
 * flow processes, has denied or failed for the sender only; admins and moderators get nothing unless they are members.
 * Observed: the event of a redaction or deletion names the author. Assumed: a sender or target that is not a member any
 * more gets nothing either. Observed: {@code Status} is a part of the payload also if it is SENT.
 *
 * @param message the message in its new version; the last one if it was deleted
 * @param persistent whether the message is stored
 */
public record MessageWritten(
        MessagingEventType type,
        ChannelArn channel,
        Optional<String> subChannelId,
        StoredMessage message,
        boolean persistent)
        implements WrittenEvent {

    /** Creates the event of a persistent message. */
    public static MessageWritten stored(
            MessagingEventType type, ChannelArn channel, Optional<String> subChannelId, StoredMessage message) {
        return new MessageWritten(type, channel, subChannelId, message, true);
    }

    @Override
    public EventMessageType messageType() {
        return message.type() == ChannelMessageType.CONTROL ? EventMessageType.CONTROL : EventMessageType.STANDARD;
    }

    @Override
    public Audience audience(Moment moment) {
        Audience members = moment.members(this);
        MemberArn sender = message.sender();
        if (message.status() != ChannelMessageStatus.SENT) {
            return members.only(List.of(sender));
        }
        return message.extras()
                .target()
                .map(target -> members.only(List.of(sender, target)))
                .orElse(members);
    }

    @Override
    public SdkPojo payload(Moment moment) {
        ChannelMessage view =
                Views.message(moment.names(message.sender()), moment.identifiers(), channel, subChannelId, message);
        return persistent
                ? view
                : view.copy(builder -> builder.persistence(ChannelMessagePersistenceType.NON_PERSISTENT));
    }
}
