package io.github.chimefake.internal.server;

import io.github.chimefake.Operation;
import io.github.chimefake.flows.ChannelFlowProcessor;
import io.github.chimefake.flows.Flows;

/** The channel flow processors of a fake. */
final class DefaultFlows implements Flows {
    private final ServiceConfiguration configuration;

    DefaultFlows(ServiceConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public void processor(String lambdaArn, ChannelFlowProcessor processor) {
        String call = "flows().processor(\"" + lambdaArn + "\", …)";
        configuration.lifetime().requireRunning(call);
        FixtureArguments.require(
                call, Operation.CREATE_CHANNEL_FLOW, lambdaArn, "Processors", "Configuration", "Lambda", "ResourceArn");
        configuration.service().registerProcessor(lambdaArn, processor);
    }

    @Override
    public void clear() {
        configuration.lifetime().requireRunning("flows().clear()");
        configuration.service().clearProcessors();
    }
}
