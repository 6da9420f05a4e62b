package io.github.chimefake.examples.chat;

import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageSummary;

/**
 * A message as an application shows it.
 *
 * @param id the id, for edits and redactions
 * @param author the ARN of the user who sent it
 * @param text the latest text; empty once it is redacted
 * @param edited whether the text was changed after it was sent
 * @param redacted whether the text was redacted
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
