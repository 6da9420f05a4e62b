package io.github.chimefake.internal.identity.users;

import static io.github.chimefake.Operation.REGISTER_APP_INSTANCE_USER_ENDPOINT;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.arn.ArnParts;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.directory.Directory;
import io.github.chimefake.internal.directory.UserEndpoint;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Idempotency;
import io.github.chimefake.internal.operations.Outcome;
import io.github.chimefake.quotas.Quota;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkidentity.model.AllowMessages;
import software.amazon.awssdk.services.chimesdkidentity.model.EndpointAttributes;
import software.amazon.awssdk.services.chimesdkidentity.model.RegisterAppInstanceUserEndpointRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.RegisterAppInstanceUserEndpointResponse;

/**
 * Registers an endpoint of a user: a device for push notifications. Documented: notifications are sent through an
 * Amazon Pinpoint application, and the number of endpoints is limited. Observed: all messages are allowed unless the
 * request specifies otherwise; 409 for a device token that is registered already. Assumed: that applies to the same
 * user only, because several users may share a device; 400 for an ARN that is not of Pinpoint; bots have no endpoints;
 * the request token is forgotten when its endpoint is deleted.
 */
public final class RegisterAppInstanceUserEndpoint extends Command<Directory, RegisterAppInstanceUserEndpointRequest> {
    public RegisterAppInstanceUserEndpoint() {
        super(REGISTER_APP_INSTANCE_USER_ENDPOINT, RegisterAppInstanceUserEndpointRequest.class);
    }

    @Override
    public Outcome<Directory> apply(
            Directory directory, HandlerContext<RegisterAppInstanceUserEndpointRequest> context) {
        RegisterAppInstanceUserEndpointRequest request = context.request();
        AppInstanceUser user = UserEndpoints.owner(directory, context.arn(request.appInstanceUserArn()));
        requirePinpoint(request.resourceArn());
        return new Idempotency<>(Directory::recentRequests, Directory::with)
                .once(
                        directory,
                        context,
                        Optional.of(user.arn()),
                        request.clientRequestToken(),
                        response -> response.getValueForField("EndpointId", String.class)
                                .filter(user.endpoints()::containsKey)
                                .isPresent(),
                        current -> register(current, context, user));
    }

    private static Outcome<Directory> register(
            Directory directory, HandlerContext<RegisterAppInstanceUserEndpointRequest> context, AppInstanceUser user) {
        RegisterAppInstanceUserEndpointRequest request = context.request();
        UserEndpoint.Device device = device(request);
        requireNew(user, device);
        directory
                .settings()
                .quotas()
                .require(Quota.ENDPOINTS_PER_APP_INSTANCE_USER, user.endpoints().size() + 1, user.arn());
        Directory next = directory.advanced();
        String id = context.identifiers().uuid(next.sequence());
        String allowed = Optional.ofNullable(request.allowMessagesAsString()).orElse(AllowMessages.ALL.toString());
        UserEndpoint endpoint = new UserEndpoint(
                id, Optional.ofNullable(request.name()), device, allowed, context.now(), context.now());
        return new Outcome<>(
                UserEndpoints.with(next, user, endpoint),
                RegisterAppInstanceUserEndpointResponse.builder()
                        .appInstanceUserArn(user.arn().text())
                        .endpointId(id)
                        .build());
    }

    private static UserEndpoint.Device device(RegisterAppInstanceUserEndpointRequest request) {
        EndpointAttributes attributes = request.endpointAttributes();
        return new UserEndpoint.Device(
                request.typeAsString(),
                request.resourceArn(),
                attributes.deviceToken(),
                Optional.ofNullable(attributes.voipDeviceToken()));
    }

    private static void requirePinpoint(String resourceArn) {
        if (!ArnParts.tryParse(resourceArn).map(ArnParts::service).equals(Optional.of("mobiletargeting"))) {
            throw ServiceError.of(
                            ChimeError.BAD_REQUEST,
                            "ResourceArn " + resourceArn
                                    + " is not that of an Amazon Pinpoint application. Expected, for"
                                    + " example, arn:aws:mobiletargeting:us-east-1:111122223333:apps/0123456789abcdef",
                            Provenance.ASSUMED)
                    .asException();
        }
    }

    private static void requireNew(AppInstanceUser user, UserEndpoint.Device device) {
        user.endpoints().values().stream()
                .filter(endpoint -> endpoint.device().token().equals(device.token()))
                .findFirst()
                .ifPresent(taken -> {
                    throw ServiceError.of(
                                    ChimeError.CONFLICT,
                                    "The endpoint " + taken.id() + " of " + user.arn()
                                            + " has this device token already."
                                            + " Use that endpoint, or delete it with"
                                            + " DeregisterAppInstanceUserEndpoint first.",
                                    Provenance.OBSERVED)
                            .asException();
                });
    }
}
