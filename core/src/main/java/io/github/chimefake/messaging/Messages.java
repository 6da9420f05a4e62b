package io.github.chimefake.messaging;

import io.github.chimefake.call.ChimeError;
import io.github.chimefake.call.Provenance;
import io.github.chimefake.call.Refusal;
import io.github.chimefake.call.RefusedException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageStatus;

/** The message that a call names. */
final class Messages {
    private Messages() {}

    /**
     * The message.
     *
     * @throws RefusedException if there is none: 404 where the model has it, else 403
     */
    static StoredMessage require(ChannelAccess access, Identifiers identifiers, String messageId) {
        return identifiers.sequenceOf(messageId).stream()
                .boxed()
                .flatMap(sequence -> access.channel().log().find(sequence).stream())
                .findFirst()
                .orElseThrow(() -> notFound(access, messageId));
    }

    /**
     * The message, which the bearer must be able to see: only who can see a targeted message can act on it.
     *
     * @throws RefusedException as if there were no such message, if the bearer may not see it
     */
    static StoredMessage requireVisible(ChannelAccess access, Identifiers identifiers, String messageId) {
        StoredMessage message = require(access, identifiers, messageId);
        if (!message.visibleTo(access.bearer().arn())) {
            throw notFound(access, messageId);
        }
        return message;
    }

    /**
     * Checks that no channel flow holds the message.
     *
     * @throws RefusedException if one does: 409 where the model has it, else 403
     */
    static void requireSent(ChannelAccess access, StoredMessage message) {
        if (message.status() != ChannelMessageStatus.SENT) {
            boolean modelled = access.operation().modelledErrors().contains(ChimeError.CONFLICT);
            throw Refusal.of(
                            modelled ? ChimeError.CONFLICT : ChimeError.FORBIDDEN,
                            "The message is " + message.status() + ", and " + access.operation()
                                    + " takes SENT ones only. Wait until the channel flow is through with it.",
                            Provenance.DOCUMENTED)
                    .asException();
        }
    }

    private static RefusedException notFound(ChannelAccess access, String messageId) {
        boolean modelled = access.operation().modelledErrors().contains(ChimeError.NOT_FOUND);
        return Refusal.of(
                        modelled ? ChimeError.NOT_FOUND : ChimeError.FORBIDDEN,
                        "There is no message " + messageId + " in "
                                + access.channel().arn() + " that "
                                + access.bearer().arn()
                                + " may see. Was it sent as PERSISTENT, to this channel, and not deleted since?",
                        modelled ? Provenance.DOCUMENTED : Provenance.ASSUMED)
                .asException();
    }
}
