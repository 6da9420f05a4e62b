package io.github.chimefake.internal.messaging.streaming;

import static io.github.chimefake.Operation.DELETE_MESSAGING_STREAMING_CONFIGURATIONS;

import io.github.chimefake.ChimeError;
import io.github.chimefake.internal.messaging.rules.AppInstances;
import io.github.chimefake.internal.messaging.state.AppInstanceMessaging;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Outcome;
import java.util.List;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteMessagingStreamingConfigurationsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteMessagingStreamingConfigurationsResponse;

/**
 * Deletes the streaming configurations of an app instance. Assumed: succeeds if there are none; 403 for an unknown app
 * instance, because the model has no 404 here.
 */
public final class DeleteMessagingStreamingConfigurations
        extends Command<State, DeleteMessagingStreamingConfigurationsRequest> {
    public DeleteMessagingStreamingConfigurations() {
        super(DELETE_MESSAGING_STREAMING_CONFIGURATIONS, DeleteMessagingStreamingConfigurationsRequest.class);
    }

    @Override
    public Outcome<State> apply(State state, HandlerContext<DeleteMessagingStreamingConfigurationsRequest> context) {
        AppInstanceMessaging appInstance =
                AppInstances.require(state, context.arn(context.request().appInstanceArn()), ChimeError.FORBIDDEN);
        return new Outcome<>(
                state.with(appInstance.withStreaming(List.of())),
                DeleteMessagingStreamingConfigurationsResponse.builder().build());
    }
}
