package io.github.chimefake.internal.messaging.streaming;

import static io.github.chimefake.Operation.PUT_MESSAGING_STREAMING_CONFIGURATIONS;

import io.github.chimefake.ChimeError;
import io.github.chimefake.internal.messaging.rules.AppInstances;
import io.github.chimefake.internal.messaging.state.AppInstanceMessaging;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Outcome;
import java.util.List;
import software.amazon.awssdk.services.chimesdkmessaging.model.PutMessagingStreamingConfigurationsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.PutMessagingStreamingConfigurationsResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.StreamingConfiguration;

/**
 * Sets the streaming configurations of an app instance; see {@link Streaming}. Documented: 404 for an unknown app
 * instance. Assumed: the configurations replace all previous ones.
 */
public final class PutMessagingStreamingConfigurations
        extends Command<State, PutMessagingStreamingConfigurationsRequest> {
    public PutMessagingStreamingConfigurations() {
        super(PUT_MESSAGING_STREAMING_CONFIGURATIONS, PutMessagingStreamingConfigurationsRequest.class);
    }

    @Override
    public Outcome<State> apply(State state, HandlerContext<PutMessagingStreamingConfigurationsRequest> context) {
        PutMessagingStreamingConfigurationsRequest request = context.request();
        AppInstanceMessaging appInstance =
                AppInstances.require(state, context.arn(request.appInstanceArn()), ChimeError.NOT_FOUND);
        List<StreamingConfiguration> configurations = request.streamingConfigurations();
        Streaming.check(appInstance.arn(), configurations);
        return new Outcome<>(
                state.with(appInstance.withStreaming(configurations)),
                PutMessagingStreamingConfigurationsResponse.builder()
                        .streamingConfigurations(configurations)
                        .build());
    }
}
