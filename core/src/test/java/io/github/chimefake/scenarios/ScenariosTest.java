package io.github.chimefake.scenarios;

import static io.github.chimefake.ChimeError.EXPIRED_TOKEN;
import static io.github.chimefake.ChimeError.THROTTLED_CLIENT;
import static io.github.chimefake.Operation.GET_MESSAGING_SESSION_ENDPOINT;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.Requests.describe;
import static io.github.chimefake.Requests.listChannels;
import static io.github.chimefake.Requests.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Registration;
import io.github.chimefake.permissions.AttachedPolicy;
import io.github.chimefake.testing.Fakes;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkidentity.model.ConflictException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipForAppInstanceUserSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelPrivacy;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.Tag;
import software.amazon.awssdk.services.chimesdkmessaging.model.ThrottledClientException;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

/** What a client of the SDK sees in each scenario, word for word, and that it is no more than what was reported. */
class ScenariosTest {
    private static final String ROLE = "You do not have sufficient access to perform this action";

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeSdkMessagingClient client = chime.client();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeChannel general =
            chime.channel("general").members(bob).moderators(bob).create();

    private void bobSends(String content) {
        client.sendChannelMessage(send(bob, general, content));
    }

    private void join(ChimeUser bearer, ChimeUser member) {
        client.createChannelMembership(request -> request.channelArn(general.arn())
                .chimeBearer(bearer.arn())
                .memberArn(member.arn())
                .type(ChannelMembershipType.DEFAULT));
    }

    /** Class, status, error code and message, as a client sees them. */
    private static void fails(
            ThrowingCallable call,
            Class<? extends AwsServiceException> type,
            int status,
            String code,
            @Nullable String message) {
        AwsServiceException failure = catchThrowableOfType(AwsServiceException.class, call);

        assertThat(failure).isExactlyInstanceOf(type);
        assertThat(failure.statusCode()).isEqualTo(status);
        assertThat(failure.awsErrorDetails().errorCode()).isEqualTo(code);
        assertThat(failure.awsErrorDetails().errorMessage()).isEqualTo(message);
    }

    private static void forbidden(ThrowingCallable call, String message) {
        fails(call, ForbiddenException.class, 403, "ForbiddenException", message);
    }

    /** The SDK models none of these errors. */
    private static void denied(ThrowingCallable call, String code, String message) {
        fails(call, ChimeSdkMessagingException.class, 403, code, message);
    }

    private static void unknownBearer(ThrowingCallable call) {
        fails(
                call,
                UnauthorizedClientException.class,
                401,
                "UnauthorizedClientException",
                "An invalid app instance user ARN was supplied for the x-amz-chime-bearer HTTP header.");
    }

    private static void unknownUser(ThrowingCallable call) {
        forbidden(call, "An invalid app instance user ARN was supplied for the input parameter.");
    }

    @Test
    void aWrongArnAsUserIsUnauthorizedAsTheBearerAndForbiddenAsAParameter() {
        ChimeUser wrong = Scenarios.wrongArnAsUser(chime);
        String appInstance = chime.appInstance().arn();

        unknownBearer(() -> client.listChannels(listChannels(wrong, appInstance)));
        unknownUser(() -> client.createChannel(request -> request.appInstanceArn(appInstance)
                .name("room")
                .chimeBearer(alice.arn())
                .memberArns(wrong.arn())));
        unknownUser(() -> join(bob, wrong));
    }

    @Test
    void aUserWhoNeverRegisteredIsUnauthorizedUntilItDoes() {
        Scenarios.userNeverRegistered(chime, alice);

        unknownBearer(() -> client.describeChannel(describe(alice, general)));
        unknownUser(() -> join(bob, alice));

        ChimeSdkIdentityClient identity = chime.clients().identityClient();
        identity.createAppInstanceUser(
                request -> request.appInstanceArn(chime.appInstance().arn())
                        .appInstanceUserId("alice")
                        .name("Alice"));
        join(bob, alice);
        client.sendChannelMessage(send(alice, general, "hello"));
    }

    @Test
    void aPrivateChannelIsForbiddenUntilAModeratorAddsTheUser() {
        Registration scenario = Scenarios.selfJoinPrivateChannel(chime, alice, general);

        forbidden(() -> join(alice, alice), ROLE);
        forbidden(() -> client.describeChannel(describe(alice, general)), ROLE);
        assertThat(scenario.timesApplied()).isEqualTo(2);

        join(bob, alice);
        client.sendChannelMessage(send(alice, general, "hello"));
    }

    @Test
    void aPublicChannelStaysPublicForOthers() {
        Scenarios.selfJoinPrivateChannel(chime, alice, general);

        ChimeUser carol = chime.user("carol");
        join(carol, carol);
    }

    @Test
    void theCreatorOfAPrivateChannelSeesItAmongItsMembershipsOnly() {
        ChimeChannel club = Scenarios.creatorListsPrivateChannel(chime, alice, "club");
        String appInstance = chime.appInstance().arn();

        assertThat(client.listChannels(listChannels(alice, appInstance)).channels())
                .noneMatch(channel -> channel.channelArn().equals(club.arn()));
        forbidden(
                () -> client.listChannels(request -> request.appInstanceArn(appInstance)
                        .chimeBearer(alice.arn())
                        .privacy(ChannelPrivacy.PRIVATE)),
                ROLE);
        assertThat(memberships(50))
                .extracting(membership -> membership.channelSummary().channelArn())
                .containsExactly(club.arn());
    }

    private List<ChannelMembershipForAppInstanceUserSummary> memberships(int ofOnePage) {
        return client
                .listChannelMembershipsForAppInstanceUserPaginator(request -> request.appInstanceUserArn(alice.arn())
                        .chimeBearer(alice.arn())
                        .maxResults(ofOnePage))
                .stream()
                .flatMap(page -> page.channelMemberships().stream())
                .toList();
    }

    @Test
    void theLatestConversationIsTheLastOfTheList() {
        List<ChimeChannel> channels = Scenarios.pagingUnsortedMemberships(chime, alice, 41);

        List<ChannelMembershipForAppInstanceUserSummary> listed = memberships(40);

        assertThat(listed)
                .extracting(membership -> membership.channelSummary().channelArn())
                .containsExactlyElementsOf(
                        channels.stream().map(ChimeChannel::arn).toList());
        assertThat(listed.subList(0, 40))
                .allMatch(membership -> membership.channelSummary().lastMessageTimestamp() == null);
        assertThat(listed.get(40).channelSummary().lastMessageTimestamp()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 1_001})
    void numbersOfChannelsThatMakeNoPagesAreRejected(int channels) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scenarios.pagingUnsortedMemberships(chime, alice, channels))
                .withMessageContaining("expected 2 to 1000 channels");
    }

    @Test
    void anAccountThatIsNotEnabledIsForbiddenEverything() {
        try (Registration scenario = Scenarios.accountNotEnabled(chime)) {
            String message = "Not authorized to call Chime SDK with Account Id 111122223333";

            forbidden(() -> bobSends("hello"), message);
            fails(
                    () -> chime.clients().identityClient().listAppInstances(request -> {}),
                    software.amazon.awssdk.services.chimesdkidentity.model.ForbiddenException.class,
                    403,
                    "ForbiddenException",
                    message);
            assertThat(scenario.timesApplied()).isEqualTo(2);
        }
        bobSends("hello");
    }

    @Test
    void theAccountIsThatOfTheFake() {
        ChimeMessagingServer other = fakes.start(Fakes.builder().account("999988887777"));
        Scenarios.accountNotEnabled(other);

        forbidden(
                () -> other.client().getMessagingSessionEndpoint(request -> {}),
                "Not authorized to call Chime SDK with Account Id 999988887777");
    }

    @Test
    void aFailedSubscriptionCheckIsForbidden() {
        Scenarios.subscriptionCheckFailed(chime);

        forbidden(() -> bobSends("hello"), "Subscription check failed");
    }

    @Test
    void aFailedAuthorizationIsForbiddenToOneCaller() {
        ChimeCaller backend = chime.caller("assumed-role/chat-backend");
        Scenarios.awsAuthorizationFailed(chime, backend);

        forbidden(
                () -> chime.clients().signedBy(backend).client().sendChannelMessage(send(bob, general, "hello")),
                "AWS authorization failed");
        bobSends("hello");
    }

    @Test
    void aSessionPolicyLacksOnePermission() {
        AttachedPolicy scenario =
                Scenarios.sessionPolicyLacksAction(chime, chime.caller(), GET_MESSAGING_SESSION_ENDPOINT);

        denied(
                () -> client.getMessagingSessionEndpoint(request -> {}),
                "AccessDeniedException",
                "User: " + chime.caller().principalArn()
                        + " is not authorized to perform: chime:GetMessagingSessionEndpoint on resource: * because no"
                        + " session policy allows the chime:GetMessagingSessionEndpoint action");
        bobSends("hello");

        scenario.close();
        client.getMessagingSessionEndpoint(request -> {});
    }

    @Test
    void aSessionPolicyGrantsNothingThatTheRoleLacks() {
        chime.permissions().by(chime.caller()).attach("read-only", """
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "chime:Describe*", "Resource": "*"}}
                """);
        Scenarios.sessionPolicyLacksAction(chime, chime.caller(), GET_MESSAGING_SESSION_ENDPOINT);

        client.describeChannel(describe(bob, general));
        assertThatExceptionOfType(ChimeSdkMessagingException.class)
                .isThrownBy(() -> bobSends("hello"))
                .withMessageContaining("because no identity-based policy allows the chime:SendChannelMessage action");
    }

    @Test
    void aSessionPolicyMayLackSeveralPermissions() {
        Scenarios.sessionPolicyLacksAction(chime, chime.caller(), GET_MESSAGING_SESSION_ENDPOINT, SEND_CHANNEL_MESSAGE);

        assertThatExceptionOfType(ChimeSdkMessagingException.class)
                .isThrownBy(() -> bobSends("hello"))
                .withMessageContaining("because no session policy allows the chime:SendChannelMessage action");
    }

    @Test
    void credentialsAreExpiredAfterTheNightUntilTheyAreRenewed() {
        ChimeCaller browser = chime.caller("assumed-role/browser");
        ChimeSdkMessagingClient browsers = chime.clients().signedBy(browser).client();
        browsers.getMessagingSessionEndpoint(request -> {});

        Scenarios.credentialsExpireWhileAsleep(chime, browser);

        String message = "The security token included in the request is expired";
        denied(() -> browsers.getMessagingSessionEndpoint(request -> {}), "ExpiredTokenException", message);
        denied(() -> browsers.sendChannelMessage(send(bob, general, "hello")), "ExpiredTokenException", message);
        bobSends("signed by another caller");

        try (ChimeSdkMessagingClient renewed = chime.clients()
                .configure(ChimeSdkMessagingClient.builder())
                .credentialsProvider(chime.credentials().provider(browser))
                .build()) {
            renewed.sendChannelMessage(send(bob, general, "hello"));
        }
    }

    @Test
    void anEndpointOfAnotherServiceNamesThatService() {
        Scenarios.endpointOfOtherService(chime, chime.caller(), "execute-api");

        denied(
                () -> bobSends("hello"),
                "InvalidSignatureException",
                "Credential should be scoped to correct service: 'execute-api'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"well done \uD83D\uDC4D", "Grüße", "\u00A0"})
    void messagesOutsideOfAsciiHaveAWrongSignature(String content) {
        Registration scenario = Scenarios.nonAsciiContentSigned(chime);

        denied(
                () -> bobSends(content),
                "InvalidSignatureException",
                "The request signature we calculated does not match the signature you provided. Check your AWS Secret"
                        + " Access Key and signing method. Consult the service documentation for details.");
        bobSends("hello");
        assertThat(scenario.timesApplied()).isOne();
    }

    @Test
    void nestedTextsOutsideOfAsciiHaveAWrongSignature() {
        Registration scenario = Scenarios.nonAsciiContentSigned(chime);

        assertThatExceptionOfType(ChimeSdkMessagingException.class)
                .isThrownBy(() -> client.sendChannelMessage(send(bob, general, "hello").toBuilder()
                        .pushNotification(push -> push.type("DEFAULT").title("Grüße"))
                        .build()));
        assertThatExceptionOfType(ChimeSdkMessagingException.class)
                .isThrownBy(() -> client.tagResource(request -> request.resourceARN(general.arn())
                        .tags(Tag.builder().key("city").value("Köln").build())));
        assertThat(scenario.timesApplied()).isEqualTo(2);
    }

    @Test
    void theResponseLacksTheEndpoint() {
        Registration scenario = Scenarios.endpointResolutionFails(chime);

        assertThat(client.getMessagingSessionEndpoint(request -> {}).endpoint()).isNull();
        bobSends("hello");

        scenario.close();
        assertThat(client.getMessagingSessionEndpoint(request -> {}).endpoint()).isNotNull();
    }

    @Test
    void theLookupOfTheEndpointFailsWithTheErrorOfTheTest() {
        Registration throttled = Scenarios.endpointResolutionFails(chime, THROTTLED_CLIENT);
        assertThatExceptionOfType(ThrottledClientException.class)
                .isThrownBy(() -> client.getMessagingSessionEndpoint(request -> {}));

        throttled.close();
        Scenarios.endpointResolutionFails(chime, EXPIRED_TOKEN);
        denied(
                () -> client.getMessagingSessionEndpoint(request -> {}),
                "ExpiredTokenException",
                "The security token included in the request is expired");
    }

    private String register(String deviceToken) {
        return chime.clients()
                .identityClient()
                .registerAppInstanceUserEndpoint(request -> request.appInstanceUserArn(alice.arn())
                        .type("APNS")
                        .resourceArn("arn:aws:mobiletargeting:us-east-1:111122223333:apps/0123456789abcdef")
                        .endpointAttributes(attributes -> attributes.deviceToken(deviceToken)))
                .endpointId();
    }

    @Test
    void aDeviceThatIsRegisteredConflictsWithoutAMessageAndCanBeFound() {
        Scenarios.duplicateEndpointRegistration(chime, alice, "phone");
        ChimeSdkIdentityClient identity = chime.clients().identityClient();

        fails(() -> register("phone"), ConflictException.class, 409, "ConflictException", null);

        String endpoint = identity.listAppInstanceUserEndpoints(request -> request.appInstanceUserArn(alice.arn()))
                .appInstanceUserEndpoints()
                .get(0)
                .endpointId();
        assertThat(identity.describeAppInstanceUserEndpoint(request ->
                                request.appInstanceUserArn(alice.arn()).endpointId(endpoint))
                        .appInstanceUserEndpoint()
                        .endpointAttributes()
                        .deviceToken())
                .isEqualTo("phone");
        assertThat(register("another phone")).isNotEmpty();
    }

    @Test
    void theTestMayHaveRegisteredTheDeviceItself() {
        register("phone");
        Registration scenario = Scenarios.duplicateEndpointRegistration(chime, alice, "phone");
        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> register("phone"));
        assertThat(scenario.timesApplied()).isOne();

        scenario.close();
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> register("phone"))
                .withMessageContaining("conflict in the current state of the resource");
    }

    @Test
    void anAppInstanceIsCreatedInAnotherRegionAndMissingHere() {
        ChimeMessagingServer frankfurt =
                fakes.start(Fakes.builder().region("eu-central-1").withoutAppInstance());
        Scenarios.wrongRegion(frankfurt, "us-east-1");
        ChimeSdkIdentityClient identity = frankfurt.clients().identityClient();

        String created =
                identity.createAppInstance(request -> request.name("sales")).appInstanceArn();

        assertThat(created).matches("arn:aws:chime:us-east-1:111122223333:app-instance/[0-9a-f-]{36}");
        assertThat(identity.listAppInstances(request -> {}).appInstances()).isEmpty();
        fails(
                () -> identity.createAppInstanceUser(request ->
                        request.appInstanceArn(created).appInstanceUserId("u").name("U")),
                software.amazon.awssdk.services.chimesdkidentity.model.ForbiddenException.class,
                403,
                "ForbiddenException",
                ROLE);
        assertThat(identity.createAppInstance(request -> request.name("support"))
                        .appInstanceArn())
                .isNotEqualTo(created);
    }

    @Test
    void theRegionOfTheFakeIsNotAWrongOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scenarios.wrongRegion(chime, "us-east-1"))
                .withMessage("wrongRegion(…, \"us-east-1\"): this is the region of the fake. Name another one, for"
                        + " example eu-central-1");
    }

    @Test
    void aResetEndsAScenario() {
        chime.snapshots().markBaseline();
        Scenarios.accountNotEnabled(chime);
        Scenarios.userNeverRegistered(chime, bob);

        chime.reset();

        chime.client().sendChannelMessage(send(bob, general, "hello"));
    }

    @Test
    void aClosedFakeHasNoScenarios() {
        ChimeMessagingServer closed = fakes.start();
        ChimeUser user = closed.user("alice");
        ChimeChannel channel = closed.channel("general").create();
        ChimeCaller caller = closed.caller();
        closed.close();

        assertThat(Stream.<ThrowingCallable>of(
                        () -> Scenarios.userNeverRegistered(closed, user),
                        () -> Scenarios.selfJoinPrivateChannel(closed, user, channel),
                        () -> Scenarios.creatorListsPrivateChannel(closed, user, "club"),
                        () -> Scenarios.pagingUnsortedMemberships(closed, user, 2),
                        () -> Scenarios.accountNotEnabled(closed),
                        () -> Scenarios.subscriptionCheckFailed(closed),
                        () -> Scenarios.awsAuthorizationFailed(closed, caller),
                        () -> Scenarios.sessionPolicyLacksAction(closed, caller, SEND_CHANNEL_MESSAGE),
                        () -> Scenarios.credentialsExpireWhileAsleep(closed, caller),
                        () -> Scenarios.endpointOfOtherService(closed, caller, "execute-api"),
                        () -> Scenarios.nonAsciiContentSigned(closed),
                        () -> Scenarios.endpointResolutionFails(closed),
                        () -> Scenarios.endpointResolutionFails(closed, THROTTLED_CLIENT),
                        () -> Scenarios.duplicateEndpointRegistration(closed, user, "phone"),
                        () -> Scenarios.wrongRegion(closed, "eu-central-1")))
                .allSatisfy(scenario -> assertThatIllegalStateException().isThrownBy(scenario));
    }
}
