package io.github.chimefake.examples.chat;

import java.util.List;
import java.util.Optional;

/**
 * One page of the messages of a channel.
 *
 * @param messages oldest first
 * @param nextToken the token of the next page; empty on the last page
 */
public record MessagePage(List<ChatMessage> messages, Optional<String> nextToken) {
    public MessagePage {
        messages = List.copyOf(messages);
    }
}
