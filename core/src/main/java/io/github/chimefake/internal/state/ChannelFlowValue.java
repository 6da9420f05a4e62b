package io.github.chimefake.internal.state;

import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.messaging.state.ChannelFlowState;
import io.github.chimefake.state.StoredChannelFlow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.chimesdkmessaging.model.Processor;

/** A channel flow as a value. */
record ChannelFlowValue(
        String arn,
        String id,
        String name,
        List<Processor> processors,
        Instant created,
        Instant updated,
        Map<String, String> tags)
        implements StoredChannelFlow {
    static ChannelFlowValue of(Contents contents, ChannelFlowState flow) {
        return new ChannelFlowValue(
                flow.arn().text(),
                flow.arn().id(),
                flow.name(),
                flow.processors(),
                flow.created(),
                flow.updated(),
                contents.tags(flow.arn()));
    }

    JsonObject json() {
        return new JsonMembers()
                .text("arn", arn)
                .text("id", id)
                .text("name", name)
                .sdk("processors", processors)
                .instant("created", created)
                .instant("updated", updated)
                .map("tags", tags, JsonString::new)
                .toObject();
    }

    @Override
    public String toString() {
        return name + " (" + arn + ")";
    }
}
