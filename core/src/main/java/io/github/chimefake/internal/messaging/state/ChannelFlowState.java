package io.github.chimefake.internal.messaging.state;

import java.time.Instant;
import java.util.List;
import org.pcollections.TreePSet;
import software.amazon.awssdk.services.chimesdkmessaging.model.Processor;

/**
 * A channel flow: what the messages of its channels go through.
 *
 * @param arn its ARN
 * @param appInstance the ARN of its app instance
 * @param created when
 * @param name its name
 * @param processors what processes the messages, in the order of execution
 * @param updated when name or processors last changed
 * @param channels the ARNs of the channels it is associated with
 */
public record ChannelFlowState(
        String arn,
        String appInstance,
        Instant created,
        String name,
        List<Processor> processors,
        Instant updated,
        TreePSet<String> channels) {
    public ChannelFlowState {
        processors = List.copyOf(processors);
    }

    public ChannelFlowState with(String newName, List<Processor> newProcessors, Instant now) {
        return new ChannelFlowState(arn, appInstance, created, newName, newProcessors, now, channels);
    }

    ChannelFlowState withChannels(TreePSet<String> newChannels) {
        return new ChannelFlowState(arn, appInstance, created, name, processors, updated, newChannels);
    }
}
