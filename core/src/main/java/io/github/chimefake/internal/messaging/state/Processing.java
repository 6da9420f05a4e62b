package io.github.chimefake.internal.messaging.state;

import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.operations.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pcollections.TreePMap;
import software.amazon.awssdk.services.chimesdkmessaging.model.Processor;

/**
 * The messages of a channel that a channel flow is processing.
 *
 * @param byCallback the tasks by callback id
 * @param callbacks the callback ids by the sequence number of the message
 */
public record Processing(TreePMap<String, Task> byCallback, TreePMap<Long, String> callbacks) {
    static final Processing NONE = new Processing(TreePMap.empty(), TreePMap.empty());

    /**
     * A message that is being processed.
     *
     * @param callbackId the id in the callback request
     * @param subChannelId the sub-channel of the message; empty in a channel that is not elastic
     * @param message the message in the version to be SENT
     * @param persistent whether it is stored
     * @param update whether it is a new version of a message that was already sent
     * @param processors the current processor, followed by the remaining ones
     * @param since when processing started
     */
    public record Task(
            String callbackId,
            Optional<String> subChannelId,
            StoredMessage message,
            boolean persistent,
            boolean update,
            List<Processor> processors,
            Instant since) {
        public Task {
            processors = List.copyOf(processors);
        }

        public Processor processor() {
            return processors.get(0);
        }

        public String lambda() {
            return processor().configuration().lambda().resourceArn();
        }

        public Task withCallbackId(String id) {
            return new Task(id, subChannelId, message, persistent, update, processors, since);
        }

        public Task withMessage(StoredMessage newMessage) {
            return new Task(callbackId, subChannelId, newMessage, persistent, update, processors, since);
        }

        public Task withNextProcessor() {
            List<Processor> rest = processors.subList(1, processors.size());
            return new Task(callbackId, subChannelId, message, persistent, update, rest, since);
        }
    }

    /** The pending callback for a message. */
    public record Waiting(ChannelArn channel, String callbackId) implements Outcome.Task {}

    public Optional<Task> find(String callbackId) {
        return Optional.ofNullable(byCallback.get(callbackId));
    }

    public boolean holds(StoredMessage message) {
        return callbacks.containsKey(message.key().sequence());
    }

    public Processing plus(Task task) {
        return new Processing(
                byCallback.plus(task.callbackId(), task),
                callbacks.plus(task.message().key().sequence(), task.callbackId()));
    }

    public Processing minus(Task task) {
        return new Processing(
                byCallback.minus(task.callbackId()),
                callbacks.minus(task.message().key().sequence()));
    }
}
