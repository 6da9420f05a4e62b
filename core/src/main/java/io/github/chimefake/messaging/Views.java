package io.github.chimefake.messaging;

import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageStatus;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageStatusStructure;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.Identity;
import software.amazon.awssdk.services.chimesdkmessaging.model.Target;

/** What of the state stands in answers, in the SDK's own shapes. */
final class Views {
    private Views() {}

    /** A user with its present name; with none if it was deleted. */
    static Identity identity(State state, String arn) {
        return Identity.builder()
                .arn(arn)
                .name(state.user(arn).map(AppInstanceUser::name).orElse(null))
                .build();
    }

    static ChannelMessageStatusStructure status(ChannelMessageStatus status) {
        return ChannelMessageStatusStructure.builder().value(status).build();
    }

    static ChannelMessageSummary summary(State state, Identifiers identifiers, StoredMessage message) {
        ChannelMessageSummary.Builder summary = ChannelMessageSummary.builder()
                .messageId(identifiers.messageId(message.key().sequence()))
                .content(message.redacted() ? null : message.content())
                .metadata(message.extras().metadata().orElse(null))
                .type(message.type())
                .createdTimestamp(message.key().created())
                .lastUpdatedTimestamp(message.updated())
                .lastEditedTimestamp(message.edited().orElse(null))
                .sender(identity(state, message.sender()))
                .redacted(message.redacted())
                .status(status(message.status()))
                .contentType(message.extras().contentType().orElse(null));
        if (!message.extras().attributes().isEmpty()) {
            summary.messageAttributes(message.extras().attributes());
        }
        message.extras()
                .target()
                .ifPresent(target ->
                        summary.target(Target.builder().memberArn(target).build()));
        return summary.build();
    }
}
