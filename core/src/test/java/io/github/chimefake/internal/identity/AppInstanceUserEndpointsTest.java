package io.github.chimefake.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.quotas.Quota;
import io.github.chimefake.testing.Fakes;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkidentity.model.AllowMessages;
import software.amazon.awssdk.services.chimesdkidentity.model.AppInstanceUserEndpoint;
import software.amazon.awssdk.services.chimesdkidentity.model.AppInstanceUserEndpointSummary;
import software.amazon.awssdk.services.chimesdkidentity.model.AppInstanceUserEndpointType;
import software.amazon.awssdk.services.chimesdkidentity.model.BadRequestException;
import software.amazon.awssdk.services.chimesdkidentity.model.ConflictException;
import software.amazon.awssdk.services.chimesdkidentity.model.EndpointState;
import software.amazon.awssdk.services.chimesdkidentity.model.EndpointStatus;
import software.amazon.awssdk.services.chimesdkidentity.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkidentity.model.RegisterAppInstanceUserEndpointRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.ResourceLimitExceededException;

/** Devices of users, which notifications would be pushed to. */
class AppInstanceUserEndpointsTest {
    private static final String PINPOINT = "arn:aws:mobiletargeting:us-east-1:111122223333:apps/0123456789abcdef";
    private static final EndpointState ACTIVE =
            EndpointState.builder().status(EndpointStatus.ACTIVE).build();

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeSdkIdentityClient identity = chime.clients().identityClient();
    private final ChimeUser alice = chime.user("alice");

    private RegisterAppInstanceUserEndpointRequest.Builder device(ChimeUser user, String deviceToken) {
        return RegisterAppInstanceUserEndpointRequest.builder()
                .appInstanceUserArn(user.arn())
                .type(AppInstanceUserEndpointType.GCM)
                .resourceArn(PINPOINT)
                .endpointAttributes(attributes -> attributes.deviceToken(deviceToken))
                .clientRequestToken("token-" + deviceToken);
    }

    private String register(ChimeUser user, String deviceToken) {
        return identity.registerAppInstanceUserEndpoint(
                        device(user, deviceToken).build())
                .endpointId();
    }

    private AppInstanceUserEndpoint describe(ChimeUser user, String endpointId) {
        return identity.describeAppInstanceUserEndpoint(
                        request -> request.appInstanceUserArn(user.arn()).endpointId(endpointId))
                .appInstanceUserEndpoint();
    }

    @Test
    void aDeviceIsDescribedWithAllThatItWasRegisteredWith() {
        chime.clock().freezeAt(Instant.parse("2026-03-04T05:06:07.089Z"));

        String id = identity.registerAppInstanceUserEndpoint(device(alice, "d1")
                        .name("Phone")
                        .type(AppInstanceUserEndpointType.APNS)
                        .endpointAttributes(
                                attributes -> attributes.deviceToken("d1").voipDeviceToken("v1"))
                        .allowMessages(AllowMessages.NONE)
                        .build())
                .endpointId();

        assertThat(describe(alice, id))
                .isEqualTo(AppInstanceUserEndpoint.builder()
                        .appInstanceUserArn(alice.arn())
                        .endpointId(id)
                        .name("Phone")
                        .type(AppInstanceUserEndpointType.APNS)
                        .resourceArn(PINPOINT)
                        .endpointAttributes(
                                attributes -> attributes.deviceToken("d1").voipDeviceToken("v1"))
                        .allowMessages(AllowMessages.NONE)
                        .endpointState(ACTIVE)
                        .createdTimestamp(Instant.parse("2026-03-04T05:06:07.089Z"))
                        .lastUpdatedTimestamp(Instant.parse("2026-03-04T05:06:07.089Z"))
                        .build());
    }

    @Test
    void allMessagesAreAllowedUnlessTheCallSaysOtherwise() {
        assertThat(describe(alice, register(alice, "d1")))
                .returns(AllowMessages.ALL, AppInstanceUserEndpoint::allowMessages)
                .returns(null, AppInstanceUserEndpoint::name);
    }

    @Test
    void theDevicesOfAUserAreListedInPages() {
        ChimeUser bob = chime.user("bob");
        register(bob, "of-bob");
        String[] ids = IntStream.range(0, 3)
                .mapToObj(number -> register(alice, "d" + number))
                .toArray(String[]::new);

        assertThat(identity
                        .listAppInstanceUserEndpointsPaginator(request ->
                                request.appInstanceUserArn(alice.arn()).maxResults(2))
                        .stream()
                        .flatMap(page -> page.appInstanceUserEndpoints().stream()))
                .hasSize(3)
                .allSatisfy(summary -> assertThat(summary)
                        .returns(alice.arn(), AppInstanceUserEndpointSummary::appInstanceUserArn)
                        .returns(AppInstanceUserEndpointType.GCM, AppInstanceUserEndpointSummary::type)
                        .returns(AllowMessages.ALL, AppInstanceUserEndpointSummary::allowMessages)
                        .returns(ACTIVE, AppInstanceUserEndpointSummary::endpointState))
                .extracting(AppInstanceUserEndpointSummary::endpointId)
                .containsExactlyInAnyOrder(ids);
    }

    @Test
    void aDeviceTokenIsRegisteredOnceForAUser() {
        String first = register(alice, "d1");

        assertThat(register(alice, "d1"))
                .as("a retry with the same request token")
                .isEqualTo(first);
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> identity.registerAppInstanceUserEndpoint(
                        device(alice, "d1").clientRequestToken("another").build()));
        assertThat(register(chime.user("bob"), "d1"))
                .as("another user of the same device")
                .isNotEqualTo(first);
    }

    @Test
    void aUserHasNoMoreDevicesThanTheQuota() {
        chime.quotas().set(Quota.ENDPOINTS_PER_APP_INSTANCE_USER, 2);
        register(alice, "d1");
        register(alice, "d2");

        assertThatExceptionOfType(ResourceLimitExceededException.class).isThrownBy(() -> register(alice, "d3"));
    }

    @Test
    void tenDevicesAreAllowed() {
        assertThat(IntStream.range(0, 10)
                        .mapToObj(number -> register(alice, "d" + number))
                        .distinct())
                .hasSize(10);
        assertThatExceptionOfType(ResourceLimitExceededException.class).isThrownBy(() -> register(alice, "d10"));
    }

    @Test
    void anUpdateChangesWhatItNames() {
        chime.clock().freeze();
        String id = register(alice, "d1");
        Instant created = describe(alice, id).createdTimestamp();
        chime.clock().advance(Duration.ofMinutes(1));

        identity.updateAppInstanceUserEndpoint(request ->
                request.appInstanceUserArn(alice.arn()).endpointId(id).allowMessages(AllowMessages.NONE));
        identity.updateAppInstanceUserEndpoint(request ->
                request.appInstanceUserArn(alice.arn()).endpointId(id).name("Tablet"));

        assertThat(describe(alice, id))
                .returns("Tablet", AppInstanceUserEndpoint::name)
                .returns(AllowMessages.NONE, AppInstanceUserEndpoint::allowMessages)
                .returns(created, AppInstanceUserEndpoint::createdTimestamp)
                .returns(created.plusSeconds(60), AppInstanceUserEndpoint::lastUpdatedTimestamp);
    }

    @Test
    void aDeviceThatWasTakenAwayIsForbiddenAndItsTokenIsFreeAgain() {
        String id = register(alice, "d1");

        deregister(id);

        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> describe(alice, id));
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> deregister(id));
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> identity.updateAppInstanceUserEndpoint(request ->
                        request.appInstanceUserArn(alice.arn()).endpointId(id).name("x")));
        assertThat(identity.registerAppInstanceUserEndpoint(device(alice, "d1")
                                .clientRequestToken("another")
                                .build())
                        .endpointId())
                .isNotEqualTo(id);
    }

    @Test
    void aRequestTokenIsForgottenWithTheDeviceThatItRegistered() {
        String deregistered = register(alice, "d1");
        deregister(deregistered);

        String id = register(alice, "d1");

        assertThat(id).isNotEqualTo(deregistered).isEqualTo(register(alice, "d1"));
        assertThat(describe(alice, id).endpointAttributes().deviceToken()).isEqualTo("d1");
    }

    private void deregister(String id) {
        identity.deregisterAppInstanceUserEndpoint(
                request -> request.appInstanceUserArn(alice.arn()).endpointId(id));
    }

    @Test
    void devicesGoWithTheirUser() {
        register(alice, "d1");
        identity.deleteAppInstanceUser(request -> request.appInstanceUserArn(alice.arn()));

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() ->
                        identity.listAppInstanceUserEndpoints(request -> request.appInstanceUserArn(alice.arn())));
        chime.user("alice");
        assertThat(identity.listAppInstanceUserEndpoints(request -> request.appInstanceUserArn(alice.arn()))
                        .appInstanceUserEndpoints())
                .isEmpty();
    }

    @Test
    void aDeviceOfNobodyOrOfABotIsForbidden() {
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> register(ChimeUser.of(alice.arn() + "-ghost"), "d1"));
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> register(chime.appInstance().bot("helper"), "d1"));
    }

    @Test
    void whatIsNoPinpointApplicationIsABadRequest() {
        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(() -> identity.registerAppInstanceUserEndpoint(device(alice, "d1")
                        .resourceArn("arn:aws:sns:us-east-1:111122223333:app/GCM/chat")
                        .build()));
    }
}
