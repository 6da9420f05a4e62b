package io.github.chimefake.internal.identity.users;

import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.directory.UserEndpoint;
import software.amazon.awssdk.services.chimesdkidentity.model.AppInstanceUserEndpoint;
import software.amazon.awssdk.services.chimesdkidentity.model.AppInstanceUserEndpointSummary;
import software.amazon.awssdk.services.chimesdkidentity.model.EndpointAttributes;
import software.amazon.awssdk.services.chimesdkidentity.model.EndpointState;
import software.amazon.awssdk.services.chimesdkidentity.model.EndpointStatus;

/** Converts endpoints for push notifications to the SDK's classes. */
final class UserEndpointViews {
    private UserEndpointViews() {}

    static AppInstanceUserEndpoint view(AppInstanceUser user, UserEndpoint endpoint) {
        return AppInstanceUserEndpoint.builder()
                .appInstanceUserArn(user.arn().text())
                .endpointId(endpoint.id())
                .name(endpoint.name().orElse(null))
                .type(endpoint.device().type())
                .resourceArn(endpoint.device().resourceArn())
                .endpointAttributes(EndpointAttributes.builder()
                        .deviceToken(endpoint.device().token())
                        .voipDeviceToken(endpoint.device().voipToken().orElse(null))
                        .build())
                .createdTimestamp(endpoint.created())
                .lastUpdatedTimestamp(endpoint.updated())
                .allowMessages(endpoint.allowMessages())
                .endpointState(state())
                .build();
    }

    static AppInstanceUserEndpointSummary summary(AppInstanceUser user, UserEndpoint endpoint) {
        return AppInstanceUserEndpointSummary.builder()
                .appInstanceUserArn(user.arn().text())
                .endpointId(endpoint.id())
                .name(endpoint.name().orElse(null))
                .type(endpoint.device().type())
                .allowMessages(endpoint.allowMessages())
                .endpointState(state())
                .build();
    }

    /**
     * Returns the state. Documented: an endpoint becomes inactive when a notification fails; the fake sends no
     * notifications, so all endpoints are active.
     */
    private static EndpointState state() {
        return EndpointState.builder().status(EndpointStatus.ACTIVE).build();
    }
}
