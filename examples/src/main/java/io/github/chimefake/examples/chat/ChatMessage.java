package io.github.chimefake.examples.chat;

import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageSummary;

/**
 * A message as it is shown.
 *
 * @param id what edits and redactions name it by
 * @param author the ARN of who sent it
 * @param text the latest text; empty once it is redacted
 * @param edited whether the text is not the first one
 * @param redacted whether the text was taken away
 */
public record ChatMessage(String id, String author, String text, boolean edited, boolean redacted) {
    static ChatMessage of(ChannelMessageSummary summary) {
        return new ChatMessage(
                summary.messageId(),
                summary.sender().arn(),
                Optional.ofNullable(summary.content()).orElse(""),
                summary.lastEditedTimestamp() != null,
                Boolean.TRUE.equals(summary.redacted()));
    }
}
