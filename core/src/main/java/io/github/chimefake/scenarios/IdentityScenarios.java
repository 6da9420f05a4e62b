package io.github.chimefake.scenarios;

import static io.github.chimefake.Operation.CREATE_APP_INSTANCE;

import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Registration;
import io.github.chimefake.faults.FaultResponse;
import io.github.chimefake.faults.ResponseBody;
import java.util.UUID;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.chimesdkidentity.model.AppInstanceUserEndpointType;
import software.amazon.awssdk.services.chimesdkidentity.model.ConflictException;
import software.amazon.awssdk.services.chimesdkidentity.model.CreateAppInstanceResponse;
import software.amazon.awssdk.services.chimesdkidentity.model.RegisterAppInstanceUserEndpointRequest;

/** Scenarios that need the SDK's identity module, which is optional: loaded only when one of them is set up. */
final class IdentityScenarios {
    private IdentityScenarios() {}

    static Registration duplicateEndpointRegistration(ChimeMessagingServer chime, ChimeUser user, String deviceToken) {
        String[] arn = user.arn().split(":", 6);
        String application =
                String.join(":", arn[0], arn[1], "mobiletargeting", arn[3], arn[4], "apps/0123456789abcdef");
        try {
            chime.clients()
                    .identityClient()
                    .registerAppInstanceUserEndpoint(request -> request.appInstanceUserArn(user.arn())
                            .type(AppInstanceUserEndpointType.APNS)
                            .resourceArn(application)
                            .endpointAttributes(attributes -> attributes.deviceToken(deviceToken)));
        } catch (ConflictException e) {
            // The test has registered the device itself.
        }
        return chime.faults()
                .matching(
                        RegisterAppInstanceUserEndpointRequest.class,
                        request -> request.appInstanceUserArn().equals(user.arn())
                                && request.endpointAttributes() != null
                                && deviceToken.equals(
                                        request.endpointAttributes().deviceToken()))
                .inject(call -> withoutMessage(call.proceed()));
    }

    private static FaultResponse withoutMessage(FaultResponse response) {
        return response.errorResponse()
                .filter(error -> error.error() == ChimeError.CONFLICT)
                .map(error -> response.withBody(ResponseBody.json("{\"Code\":\"Conflict\"}")))
                .orElse(response);
    }

    static Registration appInstancesIn(ChimeMessagingServer chime, String region) {
        String[] arn = chime.caller().principalArn().split(":", 6);
        String prefix = String.join(":", arn[0], arn[1], "chime", region, arn[4], "app-instance/");
        return chime.faults()
                .on(CREATE_APP_INSTANCE)
                .inject(call -> FaultResponse.of(CreateAppInstanceResponse.builder()
                        .appInstanceArn(prefix + uuid(call.random()))
                        .build()));
    }

    private static UUID uuid(RandomGenerator random) {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
