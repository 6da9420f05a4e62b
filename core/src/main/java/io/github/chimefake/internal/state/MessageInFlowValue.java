package io.github.chimefake.internal.state;

import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.messaging.state.Processing.Task;
import io.github.chimefake.state.StoredChannel;
import io.github.chimefake.state.StoredMessage;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.chimesdkmessaging.model.Processor;

/** A message that a channel flow is processing as a value. */
record MessageInFlowValue(
        String callbackId,
        StoredMessage message,
        boolean persistent,
        boolean update,
        List<Processor> processors,
        Instant since)
        implements StoredChannel.MessageInFlow {
    static MessageInFlowValue of(Contents contents, Task task, Instant shownFrom) {
        return new MessageInFlowValue(
                task.callbackId(),
                MessageValue.of(contents, task.subChannelId(), task.message(), shownFrom),
                task.persistent(),
                task.update(),
                task.processors(),
                task.since());
    }

    static JsonObject json(StoredChannel.MessageInFlow task) {
        return new JsonMembers()
                .text("callbackId", task.callbackId())
                .object("message", MessageValue.json(task.message()))
                .flag("persistent", task.persistent())
                .flag("update", task.update())
                .sdk("processors", task.processors())
                .instant("since", task.since())
                .toObject();
    }
}
