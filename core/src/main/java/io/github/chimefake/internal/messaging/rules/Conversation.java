package io.github.chimefake.internal.messaging.rules;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.common.Identifiers;
import io.github.chimefake.internal.constraints.MessageConstraints;
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
 * The messages that a call applies to: those of a channel, or of one sub-channel of an elastic channel.
 *
 * @param access the bearer and the channel
 * @param subChannelId the sub-channel; empty in a channel that is not elastic
 * @param identifiers finds messages by their ids
 * @param shownFrom the time before which messages are hidden or deleted, because of the retention of the app instance
 */
public record Conversation(
        ChannelAccess access, Optional<String> subChannelId, Identifiers identifiers, Instant shownFrom) {

    public MessageLog log() {
        return access.channel().log(subChannelId);
    }

    /** Returns the messages in the window that the bearer may see, oldest first or newest first. */
    public Iterator<StoredMessage> visible(Window window, boolean ascending) {
        return log().visibleTo(
                        Optional.of(access.bearer().arn()), window.from(MessageKey.firstAt(shownFrom)), ascending);
    }

    /** Returns the channel with other messages. */
    public ChannelState with(MessageLog log) {
        return access.channel().with(subChannelId, log);
    }

    /**
     * Returns the message.
     *
     * @throws ServiceErrorException if it does not exist: 404 if the model has it for the operation, otherwise 403
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
     * Returns the message, which the bearer must be allowed to see. Only users who can see a targeted message can use
     * it.
     *
     * @throws ServiceErrorException if the bearer may not see it, with the same error as for a message that does not
     *     exist
     */
    public StoredMessage requireVisible(String messageId) {
        StoredMessage message = require(messageId);
        if (!message.visibleTo(access.bearer().arn())) {
            throw notFound(messageId);
        }
        return message;
    }

    /**
     * Checks that the message is not being processed by a channel flow.
     *
     * @throws ServiceErrorException if it is: 409 if the model has it for the operation, otherwise 403
     */
    public void requireSent(StoredMessage message) {
        if (status(message) != ChannelMessageStatus.SENT) {
            boolean modeled = access.operation().modeledErrors().contains(ChimeError.CONFLICT);
            throw (modeled ? MessageConstraints.SENT : MessageConstraints.SENT_TO_DELETE)
                    .broken("The message is " + status(message) + ", and " + access.operation()
                            + " takes SENT ones only. Wait until the channel flow is through with it.");
        }
    }

    /** Returns the status, which is also PENDING while a channel flow processes a new version of the message. */
    public ChannelMessageStatus status(StoredMessage message) {
        return access.channel().processing().holds(message) ? ChannelMessageStatus.PENDING : message.status();
    }

    private ServiceErrorException notFound(String messageId) {
        ChimeError error = access.modeledOr(ChimeError.NOT_FOUND, ChimeError.FORBIDDEN);
        return ServiceError.of(
                        Layer.STATE,
                        error,
                        "There is no message " + messageId + " in "
                                + access.channel().arn() + " that "
                                + access.bearer().arn()
                                + " may see. Make sure that it was sent to this channel as PERSISTENT, was not"
                                + " deleted, and is not older than the retention period of the app instance.",
                        error == ChimeError.NOT_FOUND ? Provenance.DOCUMENTED : Provenance.ASSUMED)
                .asException();
    }
}
