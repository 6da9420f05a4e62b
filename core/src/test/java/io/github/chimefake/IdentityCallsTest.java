package io.github.chimefake;

import static io.github.chimefake.ChimeError.CONFLICT;
import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.ChimeError.NOT_FOUND;
import static io.github.chimefake.ChimeError.SERVICE_UNAVAILABLE;
import static io.github.chimefake.ChimeError.THROTTLED_CLIENT;
import static io.github.chimefake.ChimeError.UNAUTHORIZED_CLIENT;
import static io.github.chimefake.Operation.CHANNEL_FLOW_CALLBACK;
import static io.github.chimefake.Operation.CREATE_APP_INSTANCE_USER;
import static io.github.chimefake.Operation.CREATE_CHANNEL;
import static io.github.chimefake.Operation.DELETE_APP_INSTANCE_ADMIN;
import static io.github.chimefake.Operation.DESCRIBE_APP_INSTANCE_USER;
import static io.github.chimefake.Operation.GET_MESSAGING_SESSION_ENDPOINT;
import static io.github.chimefake.Operation.LIST_APP_INSTANCE_USERS;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.LIST_CHANNEL_FLOWS;
import static io.github.chimefake.Operation.SEARCH_CHANNELS;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.Operation.TAG_RESOURCE;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.chimefake.journal.RecordedCall;
import io.github.chimefake.testing.Fakes;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkidentity.model.BadRequestException;
import software.amazon.awssdk.services.chimesdkidentity.model.ChimeSdkIdentityException;
import software.amazon.awssdk.services.chimesdkidentity.model.ConflictException;
import software.amazon.awssdk.services.chimesdkidentity.model.CreateAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.DeleteAppInstanceAdminRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.DescribeAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkidentity.model.ListAppInstanceUsersRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.NotFoundException;
import software.amazon.awssdk.services.chimesdkidentity.model.Tag;
import software.amazon.awssdk.services.chimesdkidentity.model.TagResourceRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.ThrottledClientException;
import software.amazon.awssdk.services.chimesdkidentity.model.UnauthorizedClientException;
import software.amazon.awssdk.services.chimesdkidentity.model.UntagResourceRequest;

/** What stands before the service does so for the operations of identity as for those of messaging. */
class IdentityCallsTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeSdkIdentityClient identity =
            chime.clients().withoutRetries().identityClient();
    private final CreateAppInstanceUserRequest signUp = CreateAppInstanceUserRequest.builder()
            .appInstanceArn(chime.appInstance().arn())
            .appInstanceUserId("carol")
            .name("Carol")
            .clientRequestToken("token")
            .build();
    private final DescribeAppInstanceUserRequest description = DescribeAppInstanceUserRequest.builder()
            .appInstanceUserArn(alice.arn())
            .build();

    private RecordedCall lastCall() {
        List<RecordedCall> calls = chime.journal().calls();
        return calls.get(calls.size() - 1);
    }

    @Test
    void aFaultAppliesAsOftenAsRequested() {
        Registration fault = chime.faults().on(CREATE_APP_INSTANCE_USER).once().fail(THROTTLED_CLIENT);

        assertThatExceptionOfType(ThrottledClientException.class)
                .isThrownBy(() -> identity.createAppInstanceUser(signUp))
                .satisfies(e -> {
                    assertThat(e.statusCode()).isEqualTo(429);
                    assertThat(e.codeAsString()).isEqualTo("Throttled");
                    assertThat(e.isThrottlingException()).isTrue();
                });
        assertThat(fault.timesApplied()).isEqualTo(1);
        chime.permissions().on(CREATE_APP_INSTANCE_USER).deny(CONFLICT);
        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> identity.createAppInstanceUser(signUp));
        assertThat(fault.timesApplied()).isEqualTo(1);
    }

    @Test
    void theSdkRetriesWhatItAlsoRetriesOfTheRealService() {
        chime.faults().on(DESCRIBE_APP_INSTANCE_USER).calls(2).fail(SERVICE_UNAVAILABLE);
        chime.faults().on(LIST_APP_INSTANCE_USERS).fail(NOT_FOUND);

        assertThatExceptionOfType(ChimeSdkIdentityException.class)
                .isThrownBy(() -> chime.clients().identityClient().describeAppInstanceUser(description))
                .satisfies(e -> assertThat(e.statusCode()).isEqualTo(503));
        assertThat(lastCall().attempts()).hasSizeGreaterThan(1);
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> chime.clients()
                        .identityClient()
                        .listAppInstanceUsers(request ->
                                request.appInstanceArn(chime.appInstance().arn())));
        assertThat(lastCall().attempts()).hasSize(1);
    }

    @Test
    void aRequestMayBeLostOnItsWay() {
        chime.faults().on(CREATE_APP_INSTANCE_USER).once().loseRequest();

        assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> identity.createAppInstanceUser(signUp));
    }

    @Test
    void aRuleDeniesWithTheModelledException() {
        chime.permissions().deny(CREATE_APP_INSTANCE_USER);

        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> identity.createAppInstanceUser(signUp))
                .satisfies(e -> {
                    assertThat(e.statusCode()).isEqualTo(401);
                    assertThat(e.codeAsString()).isEqualTo("Unauthorized");
                });
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> chime.clients()
                        .withoutRetries()
                        .identityAsyncClient()
                        .createAppInstanceUser(signUp)
                        .join())
                .withCauseInstanceOf(UnauthorizedClientException.class);
    }

    @Test
    void theJournalAndItsAssertionsKnowTheOperationAndTheRequest() {
        chime.permissions().deny(CREATE_APP_INSTANCE_USER);

        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> identity.createAppInstanceUser(signUp));

        assertThat(chime).denied(CREATE_APP_INSTANCE_USER).by(chime.caller()).withError(UNAUTHORIZED_CLIENT);
        assertThat(chime).received(CreateAppInstanceUserRequest.class).containsExactly(signUp);
        assertThat(chime).neverReceived(DescribeAppInstanceUserRequest.class);
        assertThat(chime).neverDenied(DESCRIBE_APP_INSTANCE_USER, SEND_CHANNEL_MESSAGE);
        assertThat(chime.journal().calls(CREATE_APP_INSTANCE_USER)).hasSize(1);
        assertThat(chime.journal().toString()).contains("CreateAppInstanceUser");
    }

    @Test
    void aRuleMayMeanAnAppInstanceARequestAGroupOrACaller() {
        ChimeCaller console = chime.caller("role/console");
        chime.permissions()
                .inAppInstance(chime.appInstance().arn())
                .on(DESCRIBE_APP_INSTANCE_USER)
                .deny(FORBIDDEN);
        chime.permissions()
                .matching(
                        CreateAppInstanceUserRequest.class,
                        request -> request.name().equals("Carol"))
                .deny(CONFLICT);
        chime.permissions().on(OperationGroup.ADMINISTRATION).deny(FORBIDDEN).close();
        chime.permissions().by(console).on(OperationGroup.ADMINISTRATION).deny(NOT_FOUND);

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> identity.describeAppInstanceUser(description));
        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> identity.createAppInstanceUser(signUp));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(
                        () -> chime.clients().signedBy(console).identityClient().createAppInstanceUser(signUp));
    }

    @Test
    void aBearerMeansNothingToIdentity() {
        chime.permissions().by(alice).deny(LIST_APP_INSTANCE_USERS, SEND_CHANNEL_MESSAGE);
        chime.rates().perBearer(1);
        ListAppInstanceUsersRequest badPage = ListAppInstanceUsersRequest.builder()
                .appInstanceArn(chime.appInstance().arn())
                .maxResults(99)
                .overrideConfiguration(override -> override.putHeader("x-amz-chime-bearer", alice.arn()))
                .build();

        for (int call = 0; call < 3; call++) {
            assertThatExceptionOfType(BadRequestException.class)
                    .isThrownBy(() -> identity.listAppInstanceUsers(badPage))
                    .withMessageContaining("Value '99' at 'MaxResults'");
        }
        assertThat(lastCall().bearer()).isEmpty();
    }

    @Test
    void aSignatureIsVerifiedOverAPathWithTwoArns() {
        ChimeCaller backend = chime.caller("user/backend");
        DeleteAppInstanceAdminRequest demotion = DeleteAppInstanceAdminRequest.builder()
                .appInstanceArn(chime.appInstance().arn())
                .appInstanceAdminArn(chime.appInstance().arn() + "/user/us-east-1:a+b~c@example.com")
                .build();
        chime.permissions().on(DELETE_APP_INSTANCE_ADMIN).deny(CONFLICT);

        assertThatExceptionOfType(ConflictException.class)
                .as("comes after the signature was found right")
                .isThrownBy(
                        () -> chime.clients().signedBy(backend).identityClient().deleteAppInstanceAdmin(demotion));
        try (ChimeSdkIdentityClient forger = signedWith(backend.accessKeyId(), "guessed", Region.US_EAST_1);
                ChimeSdkIdentityClient stray = signedWith("AKIAUNKNOWN000000000", "any", Region.EU_CENTRAL_1)) {
            assertThat(errorCode(forger, demotion)).isEqualTo("InvalidSignatureException");
            assertThat(errorCode(stray, demotion)).isEqualTo("InvalidSignatureException");
        }
    }

    private ChimeSdkIdentityClient signedWith(String accessKeyId, String secret, Region region) {
        return ChimeSdkIdentityClient.builder()
                .endpointOverride(chime.endpoint())
                .region(region)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, secret)))
                .build();
    }

    private static String errorCode(ChimeSdkIdentityClient client, DeleteAppInstanceAdminRequest request) {
        ChimeSdkIdentityException serviceError =
                catchThrowableOfType(ChimeSdkIdentityException.class, () -> client.deleteAppInstanceAdmin(request));
        assertThat(serviceError.statusCode()).isEqualTo(403);
        return serviceError.awsErrorDetails().errorCode();
    }

    @Test
    void credentialsThatRanOutAreRefusedHereToo() {
        ChimeCaller backend = chime.caller("role/backend");
        ChimeSdkIdentityClient client = chime.clients().signedBy(backend).identityClient();
        chime.credentials().expireNow(backend);

        assertThatExceptionOfType(ChimeSdkIdentityException.class)
                .isThrownBy(() -> client.createAppInstanceUser(signUp))
                .satisfies(e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ExpiredTokenException"));
    }

    /** Whichever client sends them, they are messaging's here, so that asking for identity's classes would never find one. */
    @ParameterizedTest
    @ValueSource(classes = {TagResourceRequest.class, UntagResourceRequest.class, ListTagsForResourceRequest.class})
    void theRequestsOnTagsOfThisSdkAreNotAskedFor(Class<? extends AwsRequest> type) {
        identity.tagResource(request -> request.resourceARN(alice.arn())
                .tags(Tag.builder().key("k").value("v").build()));

        String messaging = "Use software.amazon.awssdk.services.chimesdkmessaging.model." + type.getSimpleName();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.journal().requests(type))
                .withMessageContaining(messaging);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(chime).received(type))
                .withMessageContaining(messaging);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(chime).neverReceived(type))
                .withMessageContaining(messaging);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.faults().matching(type, any -> true).loseRequest())
                .withMessageContaining(messaging);
        assertThat(chime)
                .received(software.amazon.awssdk.services.chimesdkmessaging.model.TagResourceRequest.class)
                .hasSize(1);
    }

    @Test
    void aDeniedCallIsToldNothingOfBearers() {
        chime.permissions().deny(CREATE_APP_INSTANCE_USER);

        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> identity.createAppInstanceUser(signUp));
        assertThat(lastCall().errorResponse().orElseThrow().explanation())
                .contains("The identity service, whose requests have no bearer")
                .doesNotContain("AWS sends this error only for a bearer");
    }

    @Test
    void aRuleThatNoCallOfThisServiceCanMeetIsRefused() {
        ChimeChannel general = chime.channel("general").members(alice).create();

        isVain(() -> chime.permissions().by(alice).deny(CREATE_APP_INSTANCE_USER));
        isVain(() -> chime.permissions().by(alice).on(CREATE_APP_INSTANCE_USER).allow());
        isVain(() ->
                chime.permissions().by(ChannelRole.ADMIN).deny(CREATE_APP_INSTANCE_USER, DESCRIBE_APP_INSTANCE_USER));
        isVain(() -> chime.permissions()
                .inChannel(general)
                .on(CREATE_APP_INSTANCE_USER)
                .deny(FORBIDDEN));
        isVain(() -> chime.faults().on(CREATE_APP_INSTANCE_USER).by(alice).fail(CONFLICT));
        isVain(() -> chime.faults()
                .on(CREATE_APP_INSTANCE_USER)
                .inChannel(general)
                .once()
                .loseRequest());
        isVain(() ->
                chime.consistency().on(DESCRIBE_APP_INSTANCE_USER).by(alice).staleReads(1));
    }

    @Test
    void aRuleThatNoRequestOfMessagingCanMeetIsAnErrorToo() {
        ChimeChannel general = chime.channel("general").members(alice).create();

        hasNo("bearer", () -> chime.permissions().by(alice).deny(GET_MESSAGING_SESSION_ENDPOINT));
        hasNo("bearer", () -> chime.faults().on(TAG_RESOURCE).by(alice).fail(CONFLICT));
        hasNo(
                "bearer",
                () -> chime.permissions()
                        .by(alice)
                        .on(OperationGroup.ADMINISTRATION)
                        .deny());
        hasNo("bearer", () -> chime.rates().on(LIST_CHANNEL_FLOWS).perBearer(1));
        hasNo("channel", () -> chime.permissions().inChannel(general).deny(LIST_CHANNELS));
        hasNo(
                "channel",
                () -> chime.faults().on(CREATE_CHANNEL).inChannel(general).loseRequest());
        hasNo("channel", () -> chime.rates().on(LIST_CHANNELS).perChannel(1));
        chime.permissions().inChannel(general).deny(CHANNEL_FLOW_CALLBACK);
        chime.permissions().by(alice).deny(SEARCH_CHANNELS);
    }

    private static void hasNo(String member, ThrowingCallable rule) {
        assertThatIllegalArgumentException()
                .isThrownBy(rule)
                .withMessageContaining("No call is ever \"")
                .withMessageContaining(" do not have a " + member)
                .withMessageContaining("name operations that have a " + member);
    }

    private static void isVain(ThrowingCallable rule) {
        assertThatIllegalArgumentException()
                .isThrownBy(rule)
                .withMessageContaining("operations of the identity service have no bearer and no channel")
                .withMessageContaining("by(caller)");
    }

    @Test
    void aRuleAboutAUserMayNameOperationsOfBothServices() {
        Registration mixed = chime.permissions().by(alice).deny(CREATE_APP_INSTANCE_USER, SEND_CHANNEL_MESSAGE);
        Registration group =
                chime.permissions().by(alice).on(OperationGroup.WRITE).deny();

        assertThat(identity.createAppInstanceUser(signUp).appInstanceUserArn()).endsWith("/user/carol");
        assertThat(mixed.timesApplied()).isZero();
        assertThat(group.timesApplied()).isZero();
    }
}
