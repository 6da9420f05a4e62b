package io.github.chimefake.examples.chat;

import java.util.List;
import java.util.Optional;

/**
 * Some messages of a channel.
 *
 * @param messages oldest first
 * @param nextToken asks for the page after this one; empty on the last page
 */
public record MessagePage(List<ChatMessage> messages, Optional<String> nextToken) {
    public MessagePage {
        messages = List.copyOf(messages);
    }
}
