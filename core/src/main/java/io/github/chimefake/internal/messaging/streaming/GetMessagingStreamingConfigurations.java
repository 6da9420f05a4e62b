package io.github.chimefake.internal.messaging.streaming;

import static io.github.chimefake.Operation.GET_MESSAGING_STREAMING_CONFIGURATIONS;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.messaging.rules.AppInstances;
import io.github.chimefake.internal.messaging.state.AppInstanceMessaging;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Query;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetMessagingStreamingConfigurationsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetMessagingStreamingConfigurationsResponse;

/** Returns the streaming configurations of an app instance. Assumed: 404 if there are none. */
public final class GetMessagingStreamingConfigurations
        extends Query<State, GetMessagingStreamingConfigurationsRequest> {
    public GetMessagingStreamingConfigurations() {
        super(GET_MESSAGING_STREAMING_CONFIGURATIONS, GetMessagingStreamingConfigurationsRequest.class);
    }

    @Override
    public GetMessagingStreamingConfigurationsResponse respond(
            State state, HandlerContext<GetMessagingStreamingConfigurationsRequest> context) {
        AppInstanceMessaging appInstance =
                AppInstances.require(state, context.arn(context.request().appInstanceArn()), ChimeError.NOT_FOUND);
        if (appInstance.streaming().isEmpty()) {
            throw ServiceError.of(
                            Layer.STATE,
                            ChimeError.NOT_FOUND,
                            appInstance.arn() + " has no streaming configurations. Call"
                                    + " PutMessagingStreamingConfigurations first.",
                            Provenance.ASSUMED)
                    .asException();
        }
        return GetMessagingStreamingConfigurationsResponse.builder()
                .streamingConfigurations(appInstance.streaming())
                .build();
    }
}
