package io.github.chimefake.identity;

import io.github.chimefake.call.ChimeError;
import io.github.chimefake.call.Provenance;
import io.github.chimefake.call.Refusal;
import io.github.chimefake.service.Excerpts;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkidentity.model.AppInstanceUserEndpoint;
import software.amazon.awssdk.services.chimesdkidentity.model.AppInstanceUserEndpointSummary;
import software.amazon.awssdk.services.chimesdkidentity.model.EndpointAttributes;
import software.amazon.awssdk.services.chimesdkidentity.model.EndpointState;
import software.amazon.awssdk.services.chimesdkidentity.model.EndpointStatus;

/** Endpoints for push notifications that a call names, and how they stand in answers. */
final class UserEndpoints {
    private UserEndpoints() {}

    /** The endpoint; a 403 if the user has none with this id, as the model has no 404 here. */
    static UserEndpoint require(AppInstanceUser user, String endpointId) {
        return Optional.ofNullable(user.endpoints().get(endpointId))
                .orElseThrow(() -> Refusal.of(
                                ChimeError.FORBIDDEN,
                                user.arn() + " has no endpoint " + endpointId + ". Its endpoints: "
                                        + Excerpts.few(user.endpoints(), "", id -> true)
                                        + ". Register it with RegisterAppInstanceUserEndpoint first.",
                                Provenance.ASSUMED)
                        .asException());
    }

    /** The user, who must exist. */
    static AppInstanceUser owner(Directory directory, String userArn) {
        return Users.require(directory, userArn, Provenance.ASSUMED);
    }

    /** The directory with this endpoint of the user, new or changed. */
    static Directory with(Directory directory, AppInstanceUser user, UserEndpoint endpoint) {
        return directory.with(user.withEndpoints(user.endpoints().plus(endpoint.id(), endpoint)));
    }

    static AppInstanceUserEndpoint view(AppInstanceUser user, UserEndpoint endpoint) {
        return AppInstanceUserEndpoint.builder()
                .appInstanceUserArn(user.arn())
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
                .appInstanceUserArn(user.arn())
                .endpointId(endpoint.id())
                .name(endpoint.name().orElse(null))
                .type(endpoint.device().type())
                .allowMessages(endpoint.allowMessages())
                .endpointState(state())
                .build();
    }

    /** Documented: an endpoint becomes inactive when a push to it fails; here nothing is pushed, so none ever does. */
    private static EndpointState state() {
        return EndpointState.builder().status(EndpointStatus.ACTIVE).build();
    }
}
