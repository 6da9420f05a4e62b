package io.github.chimefake.internal.messaging.rules;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.common.Identifiers;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.MessageKey;
import io.github.chimefake.internal.messaging.state.MessageLog;
import io.github.chimefake.internal.messaging.state.MessageLog.Window;
import io.github.chimefake.internal.messaging.state.StoredMessage;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageStatus;

/**
 * The messages that a call is on: those of a channel, or of one sub-channel of an elastic channel.
 *
 * @param access who calls, and the channel
 * @param subChannelId which sub-channel; empty in a channel that is not elastic
 * @param identifiers finds messages by their ids
 * @param shownFrom messages sent earlier are hidden or gone, as the app instance keeps messages for so long only
 */
public record Conversation(
        ChannelAccess access, Optional<String> subChannelId, Identifiers identifiers, Instant shownFrom) {

    public MessageLog log() {
        return access.channel().log(subChannelId);
    }

    /** The messages in the window that the bearer may see, oldest first or newest first. */
    public Iterator<StoredMessage> visible(Window window, boolean ascending) {
        return log().visibleTo(
                        Optional.of(access.bearer().arn()), window.from(MessageKey.firstAt(shownFrom)), ascending);
    }

    /** The channel with these messages instead. */
    public ChannelState with(MessageLog log) {
        return access.channel().with(subChannelId, log);
    }

    /**
     * The message.
     *
     * @throws ServiceErrorException if it does not exist: 404 where the model has it, else 403
     */
    public StoredMessage require(String messageId) {
        return identifiers.sequenceOf(messageId).stream()
                .boxed()
                .flatMap(sequence -> log().find(sequence).stream())
                .filter(message -> !message.key().created().isBefore(shownFrom))
                .findFirst()
                .orElseThrow(() -> notFound(messageId));
    }

    /**
     * The message, which the bearer must be able to see: only who can see a targeted message can act on it.
     *
     * @throws ServiceErrorException as if there were no such message, if the bearer may not see it
     */
    public StoredMessage requireVisible(String messageId) {
        StoredMessage message = require(messageId);
        if (!message.visibleTo(access.bearer().arn())) {
            throw notFound(messageId);
        }
        return message;
    }

    /**
     * Checks that no channel flow holds the message.
     *
     * @throws ServiceErrorException if one does: 409 where the model has it, else 403
     */
    public void requireSent(StoredMessage message) {
        if (status(message) != ChannelMessageStatus.SENT) {
            throw ServiceError.of(
                            access.modeledOr(ChimeError.CONFLICT, ChimeError.FORBIDDEN),
                            "The message is " + status(message) + ", and " + access.operation()
                                    + " takes SENT ones only. Wait until the channel flow is through with it.",
                            Provenance.DOCUMENTED)
                    .asException();
        }
    }

    /** PENDING too while a channel flow holds a new version of the message. */
    public ChannelMessageStatus status(StoredMessage message) {
        return access.channel().processing().holds(message) ? ChannelMessageStatus.PENDING : message.status();
    }

    private ServiceErrorException notFound(String messageId) {
        ChimeError error = access.modeledOr(ChimeError.NOT_FOUND, ChimeError.FORBIDDEN);
        return ServiceError.of(
                        error,
                        "There is no message " + messageId + " in "
                                + access.channel().arn() + " that "
                                + access.bearer().arn()
                                + " may see. Was it sent as PERSISTENT, to this channel, and not deleted since, nor older than"
                                + " the app instance keeps messages?",
                        error == ChimeError.NOT_FOUND ? Provenance.DOCUMENTED : Provenance.ASSUMED)
                .asException();
    }
}
