package io.github.chimefake.internal.server;

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
        configuration.lifetime().requireRunning("flows().processor(\"" + lambdaArn + "\", …)");
        configuration.service().registerProcessor(lambdaArn, processor);
    }

    @Override
    public void clear() {
        configuration.lifetime().requireRunning("flows().clear()");
        configuration.service().clearProcessors();
    }
}
