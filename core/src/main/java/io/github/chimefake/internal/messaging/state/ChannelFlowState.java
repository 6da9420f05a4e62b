package io.github.chimefake.internal.messaging.state;

import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.arn.ChannelFlowArn;
import java.time.Instant;
import java.util.List;
import org.pcollections.TreePSet;
import software.amazon.awssdk.services.chimesdkmessaging.model.Processor;

/**
 * A channel flow, which processes the messages of its channels.
 *
 * @param arn its ARN
 * @param created when it was created
 * @param name its name
 * @param processors the processors in the order of execution
 * @param updated when name or processors changed last
 * @param channels the ARNs of the channels it is associated with
 */
public record ChannelFlowState(
        ChannelFlowArn arn,
        Instant created,
        String name,
        List<Processor> processors,
        Instant updated,
        TreePSet<ChannelArn> channels) {
    public ChannelFlowState {
        processors = List.copyOf(processors);
    }

    /** Returns the app instance that it belongs to. */
    public AppInstanceArn appInstance() {
        return arn.appInstance();
    }

    public ChannelFlowState with(String newName, List<Processor> newProcessors, Instant now) {
        return new ChannelFlowState(arn, created, newName, newProcessors, now, channels);
    }

    ChannelFlowState withChannels(TreePSet<ChannelArn> newChannels) {
        return new ChannelFlowState(arn, created, name, processors, updated, newChannels);
    }
}
