package io.github.chimefake.internal.messaging;

import static io.github.chimefake.Operation.DELETE_MESSAGING_STREAMING_CONFIGURATIONS;

import io.github.chimefake.ChimeError;
import java.util.List;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteMessagingStreamingConfigurationsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteMessagingStreamingConfigurationsResponse;

/**
 * Streams the events of an app instance nowhere any more. Assumed: succeeds if they were streamed nowhere before; 403
 * for an unknown app instance, as the model has no 404 here.
 */
final class DeleteMessagingStreamingConfigurations extends Command<DeleteMessagingStreamingConfigurationsRequest> {
    DeleteMessagingStreamingConfigurations() {
        super(DELETE_MESSAGING_STREAMING_CONFIGURATIONS, DeleteMessagingStreamingConfigurationsRequest.class);
    }

    @Override
    Outcome apply(State state, Invocation<DeleteMessagingStreamingConfigurationsRequest> invocation) {
        AppInstanceMessaging appInstance =
                AppInstances.require(state, invocation.request().appInstanceArn(), ChimeError.FORBIDDEN);
        return new Outcome(
                state.with(appInstance.withStreaming(List.of())),
                DeleteMessagingStreamingConfigurationsResponse.builder().build());
    }
}
