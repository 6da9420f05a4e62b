package io.github.chimefake.internal.state;

import io.github.chimefake.internal.directory.Retention;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.MessageKey;
import io.github.chimefake.internal.messaging.state.MessageLog;
import io.github.chimefake.internal.messaging.state.Processing;
import io.github.chimefake.state.StoredChannel.MessageInFlow;
import io.github.chimefake.state.StoredMessage;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The messages of a channel as values, in the order of their creation.
 *
 * @param stored the persistent messages
 * @param inFlow the messages that a channel flow is processing
 */
record ChannelMessages(List<StoredMessage> stored, List<MessageInFlow> inFlow) {
    static ChannelMessages of(Contents contents, ChannelState channel) {
        Retention retention = contents.state()
                .directory()
                .appInstance(channel.appInstance())
                .orElseThrow()
                .retention();
        Instant shownFrom = retention.shownFrom(contents.now());
        Map<MessageKey, StoredMessage> messages = new TreeMap<>();
        Instant deletedBefore = retention.deletedBefore(contents.now());
        add(contents, Optional.empty(), channel.log(), deletedBefore, shownFrom, messages);
        channel.subChannels()
                .values()
                .forEach(part -> add(contents, Optional.of(part.id()), part.log(), deletedBefore, shownFrom, messages));
        return new ChannelMessages(
                List.copyOf(messages.values()),
                channel.processing().byCallback().values().stream()
                        .sorted(Comparator.comparing(Processing.Task::since)
                                .thenComparing(task -> task.message().key()))
                        .<MessageInFlow>map(task -> MessageInFlowValue.of(contents, task, shownFrom))
                        .toList());
    }

    private static void add(
            Contents contents,
            Optional<String> subChannel,
            MessageLog log,
            Instant deletedBefore,
            Instant shownFrom,
            Map<MessageKey, StoredMessage> messages) {
        log.bySequence().forEach((key, message) -> {
            if (!key.created().isBefore(deletedBefore)) {
                messages.put(key, MessageValue.of(contents, subChannel, message, shownFrom));
            }
        });
    }
}
