package io.github.chimefake.internal.messaging.state;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.ChannelFlowArn;
import io.github.chimefake.internal.common.ArnRanges;
import io.github.chimefake.internal.common.ResourceQuotas;
import io.github.chimefake.internal.constraints.ChannelFlowConstraints;
import io.github.chimefake.internal.constraints.DocumentedConstraint;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import io.github.chimefake.quotas.Quota;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.pcollections.TreePMap;
import software.amazon.awssdk.services.chimesdkmessaging.model.Processor;

/** Finds channel flows, and associates them with channels. */
public final class ChannelFlows {
    private ChannelFlows() {}

    /**
     * Returns the flow.
     *
     * @param error the error if it does not exist
     */
    public static ChannelFlowState require(State state, Arn arn, ChimeError error) {
        return state.flow(arn)
                .orElseThrow(() -> ServiceError.of(
                                Layer.STATE,
                                error,
                                "There is no channel flow " + arn + ". Make sure that it was created and not deleted. "
                                        + StateExcerpts.flows(state, arn),
                                Provenance.ASSUMED)
                        .asException());
    }

    /** Returns the flow, which must be in the app instance of the channel; 404 if it does not exist. */
    public static ChannelFlowState require(State state, ChannelState channel, Arn arn) {
        ChannelFlowState flow = require(state, arn, ChimeError.NOT_FOUND);
        if (!flow.appInstance().equals(channel.appInstance())) {
            throw ServiceError.of(
                            Layer.STATE,
                            ChimeError.NOT_FOUND,
                            "The channel flow " + arn + " belongs to another app instance than " + channel.arn() + ". "
                                    + StateExcerpts.flows(state, channel.arn()),
                            Provenance.ASSUMED)
                    .asException();
        }
        return flow;
    }

    /** Returns the flows of an app instance. */
    public static TreePMap<ChannelFlowArn, ChannelFlowState> of(State state, AppInstanceArn appInstance) {
        return ArnRanges.of(state.flows(), appInstance::channelFlow);
    }

    public static State associate(State state, ChannelState channel, ChannelFlowState flow) {
        return state.with(channel.with(channel.policies().withFlow(Optional.of(flow.arn()))))
                .with(flow.withChannels(flow.channels().plus(channel.arn())));
    }

    public static State disassociate(State state, ChannelState channel) {
        return channel.policies()
                .flow()
                .flatMap(state::flow)
                .map(flow -> state.with(channel.with(channel.policies().withFlow(Optional.empty())))
                        .with(flow.withChannels(flow.channels().minus(channel.arn()))))
                .orElse(state);
    }

    /**
     * Returns the processors in the order of execution.
     *
     * @param appInstance the app instance of the flow
     * @param tooMany the quota as a constraint of the operation; the model does not have the error for quotas for all
     *     operations
     * @throws ServiceErrorException if there are too many, two have the same number in the order, or a function is in
     *     another account or region
     */
    public static List<Processor> processors(
            AppInstanceArn appInstance,
            List<Processor> processors,
            ResourceQuotas quotas,
            DocumentedConstraint tooMany) {
        int limit = quotas.limit(Quota.PROCESSORS_PER_CHANNEL_FLOW);
        tooMany.require(
                processors.size() <= limit,
                "The channel flow would have " + processors.size() + " processors, of at most " + limit
                        + ". Leave some out, or give the fake another quota.");
        ChannelFlowConstraints.ORDER.require(
                processors.stream().map(Processor::executionOrder).distinct().count() == processors.size(),
                "Two processors have the same ExecutionOrder. Number them differently.");
        for (Processor processor : processors) {
            String function = processor.configuration().lambda().resourceArn();
            ChannelFlowConstraints.LAMBDA.require(
                    appInstance.parts().isBeside(function),
                    "The function " + function + " of the processor is not in the account and region of " + appInstance
                            + ". Name one that is.");
        }
        return processors.stream()
                .sorted(Comparator.comparing(Processor::executionOrder))
                .toList();
    }
}
