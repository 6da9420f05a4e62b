package io.github.chimefake.internal.sts;

import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.testing.Fakes;
import io.github.chimefake.testing.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;

/** With the SDK's own client of STS. */
@Tag("slow")
class SecurityTokenServiceTest {
    private static final String ROLE = "arn:aws:iam::111122223333:role/chat-backend";

    private static final String LARGE_POLICY = """
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "chime:List*", "Resource": "arn:aws:chime:us-east-1:111122223333:%s"}}""".formatted("x".repeat(3_000));

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ManualClock clock = ManualClock.standingStillAt(Instant.now().truncatedTo(SECONDS));
    private final ChimeMessagingServer chime =
            fakes.start(Fakes.builder().clock(clock).account("111122223333"));
    private final ChimeUser alice = chime.user("alice");
    private final ChimeChannel general = chime.channel("general").members(alice).create();

    private StsClient sts(AwsCredentialsProvider credentials) {
        return fakes.closeAfterTest(StsClient.builder()
                .endpointOverride(chime.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(credentials)
                .build());
    }

    private StsClient sts(AwsCredentials credentials) {
        return sts(StaticCredentialsProvider.create(credentials));
    }

    private StsClient sts() {
        return sts(chime.caller().credentials());
    }

    private AssumeRoleResponse assume(Consumer<AssumeRoleRequest.Builder> parameters) {
        return sts().assumeRole(request ->
                request.roleArn(ROLE).roleSessionName("pod-7").applyMutation(parameters));
    }

    private static AwsCredentials sdk(Credentials issued) {
        return AwsSessionCredentials.create(issued.accessKeyId(), issued.secretAccessKey(), issued.sessionToken());
    }

    private ChimeSdkMessagingClient client(AwsCredentialsProvider credentials) {
        return fakes.closeAfterTest(ChimeSdkMessagingClient.builder()
                .endpointOverride(chime.endpoint())
                .region(Region.of(chime.region()))
                .credentialsProvider(credentials)
                .build());
    }

    private ChimeSdkMessagingClient client(Credentials issued) {
        return client(StaticCredentialsProvider.create(sdk(issued)));
    }

    private void send(ChimeSdkMessagingClient client) {
        client.sendChannelMessage(request -> request.channelArn(general.arn())
                .chimeBearer(alice.arn())
                .content("hello")
                .type("STANDARD")
                .persistence("PERSISTENT"));
    }

    private static String code(ChimeSdkMessagingException e) {
        return e.awsErrorDetails().errorCode();
    }

    @Test
    void theProviderOfTheSdkAssumesARoleAndItsSessionSignsTheCalls() {
        try (StsAssumeRoleCredentialsProvider provider = StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts())
                .refreshRequest(request -> request.roleArn(ROLE).roleSessionName("pod-7"))
                .build()) {
            send(client(provider));
        }
        assertThat(chime).received(SendChannelMessageRequest.class).times(1);
        assertThat(chime.journal()
                        .calls(SEND_CHANNEL_MESSAGE)
                        .get(0)
                        .caller()
                        .orElseThrow()
                        .principalArn())
                .isEqualTo("arn:aws:sts::111122223333:assumed-role/chat-backend/pod-7");
    }

    @Test
    void policiesOfTheRoleApplyToItsSessions() {
        ChimeCaller role = chime.caller("assumed-role/chat-backend");
        chime.permissions().by(role).attach("role", """
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "chime:SendChannelMessage", "Resource": "*",
                 "Condition": {"StringEquals": {"aws:PrincipalTag/tenant": "blue"}}}}""");
        Credentials blue = assume(request -> request.tags(software.amazon.awssdk.services.sts.model.Tag.builder()
                        .key("tenant")
                        .value("blue")
                        .build()))
                .credentials();
        Credentials red = assume(request -> request.tags(software.amazon.awssdk.services.sts.model.Tag.builder()
                        .key("tenant")
                        .value("red")
                        .build()))
                .credentials();

        send(client(blue));

        assertThatThrownBy(() -> send(client(red)))
                .isInstanceOfSatisfying(
                        ChimeSdkMessagingException.class,
                        e -> assertThat(code(e)).isEqualTo("AccessDeniedException"));
    }

    @Test
    void aSessionPolicyLimitsOneSessionOnly() {
        ChimeCaller role = chime.caller("assumed-role/chat-backend");
        chime.permissions().by(role).attach("role", """
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "chime:*", "Resource": "*"}}""");
        Credentials limited = assume(request -> request.policy("""
                        {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "chime:List*", "Resource": "*"}}""")).credentials();
        Credentials unlimited = assume(request -> {}).credentials();

        send(client(unlimited));

        assertThatThrownBy(() -> send(client(limited)))
                .isInstanceOfSatisfying(
                        ChimeSdkMessagingException.class,
                        e -> assertThat(code(e)).isEqualTo("AccessDeniedException"));
    }

    @Test
    void credentialsExpireByTheClockOfTheFake() {
        Credentials issued = assume(request -> request.durationSeconds(900)).credentials();
        assertThat(issued.expiration()).isEqualTo(clock.instant().plus(Duration.ofMinutes(15)));
        ChimeSdkMessagingClient client = client(issued);
        send(client);

        clock.advance(Duration.ofMinutes(15));

        assertThatThrownBy(() -> send(client))
                .isInstanceOfSatisfying(
                        ChimeSdkMessagingException.class,
                        e -> assertThat(code(e)).isEqualTo("ExpiredTokenException"));
        assertThatThrownBy(() -> sts(sdk(issued)).getCallerIdentity())
                .isInstanceOfSatisfying(
                        AwsServiceException.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ExpiredToken"));
    }

    @Test
    void getCallerIdentityNamesTheCallerOrItsSession() {
        var identity = sts().getCallerIdentity();
        assertThat(identity.arn()).isEqualTo(chime.caller().principalArn());
        assertThat(identity.account()).isEqualTo("111122223333");
        assertThat(identity.userId()).isEqualTo(chime.caller().uniqueId());

        AssumeRoleResponse assumed = assume(request -> {});
        var session = sts(sdk(assumed.credentials())).getCallerIdentity();
        assertThat(session.arn()).isEqualTo(assumed.assumedRoleUser().arn());
        assertThat(session.userId())
                .isEqualTo(assumed.assumedRoleUser().assumedRoleId())
                .endsWith(":pod-7");
    }

    @Test
    void aRoleWithoutASessionNameActsInASession() {
        StsClient role = sts(chime.caller("role/chat").credentials());

        assertThat(role.getCallerIdentity().arn()).isEqualTo("arn:aws:sts::111122223333:assumed-role/chat/session");
        assertThatThrownBy(() -> role.assumeRole(
                        request -> request.roleArn(ROLE).roleSessionName("next").durationSeconds(3_601)))
                .hasMessageContaining("role chaining");
    }

    @Test
    void wrongCredentialsHaveTheErrorsOfSts() {
        AwsCredentials valid = chime.caller().credentials();
        ChimeCaller revoked = chime.caller("user/revoked");
        chime.credentials().revoke(revoked);

        assertError(sts(AwsBasicCredentials.create(valid.accessKeyId(), "wrong")), 403, "SignatureDoesNotMatch");
        assertError(sts(AwsBasicCredentials.create("AKIAUNKNOWN", "any")), 403, "InvalidClientTokenId");
        assertError(sts(revoked.credentials()), 403, "InvalidClientTokenId");
        assertError(sts(AnonymousCredentialsProvider.create()), 403, "MissingAuthenticationToken");
    }

    private static void assertError(StsClient sts, int status, String code) {
        assertThatThrownBy(sts::getCallerIdentity).isInstanceOfSatisfying(AwsServiceException.class, e -> {
            assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
            assertThat(e.statusCode()).isEqualTo(status);
            assertThat(e.requestId()).isNotEmpty();
        });
    }

    @Test
    void badParametersAreRefusedAndRegisterNoSession() {
        assertInvalid(request -> request.roleSessionName("a b"), "ValidationError", "roleSessionName");
        assertInvalid(request -> request.roleArn("arn:aws:iam::111122223333:user/x"), "ValidationError", "is invalid");
        assertInvalid(request -> request.roleArn(null), "ValidationError", "'roleArn'");
        assertInvalid(request -> request.durationSeconds(60), "ValidationError", "greater than or equal to 900");
        assertInvalid(request -> request.durationSeconds(50_000), "ValidationError", "less than or equal to 43200");
        assertInvalid(request -> request.policy("{"), "MalformedPolicyDocument", "malformed");
        assertInvalid(request -> request.policy(LARGE_POLICY), "PackedPolicyTooLarge", "too much");
        assertInvalid(request -> request.sourceIdentity("a\u0001b"), "ValidationError", "'sourceIdentity'");
        assertInvalid(request -> request.roleArn(ROLE + "*"), "ValidationError", "is invalid");
        assertInvalid(
                request -> request.policyArns(PolicyDescriptorType.builder()
                        .arn("arn:aws:iam::aws:policy/x")
                        .build()),
                "ValidationError",
                "PolicyArns");

        assertThat(chime.state().callers())
                .extracting(caller -> caller.principalArn())
                .noneMatch(arn -> arn.contains("assumed-role"));
    }

    private void assertInvalid(Consumer<AssumeRoleRequest.Builder> parameters, String code, String message) {
        assertThatThrownBy(() -> assume(parameters)).isInstanceOfSatisfying(AwsServiceException.class, e -> {
            assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
            assertThat(e.awsErrorDetails().errorMessage()).contains(message);
        });
    }

    @Test
    void aSessionThatAssumesARoleGetsAnHourAtMost() {
        StsClient session = sts(sdk(assume(request -> {}).credentials()));

        assertThatThrownBy(() -> session.assumeRole(
                        request -> request.roleArn(ROLE).roleSessionName("next").durationSeconds(3_601)))
                .hasMessageContaining("role chaining");
    }

    @Test
    void aTokenThatTheTestSetUpIsExchangedForCredentialsOfItsRole() {
        chime.credentials().acceptWebIdentity("token-of-the-pod", "role/chat-backend");
        StsClient unsigned = sts(AnonymousCredentialsProvider.create());

        var assumed = unsigned.assumeRoleWithWebIdentity(
                request -> request.roleArn(ROLE).roleSessionName("pod-7").webIdentityToken("token-of-the-pod"));

        assertThat(assumed.assumedRoleUser().arn())
                .isEqualTo("arn:aws:sts::111122223333:assumed-role/chat-backend/pod-7");
        send(client(assumed.credentials()));
        assertThat(chime.journal().toString()).doesNotContain("token-of-the-pod");
    }

    @Test
    void anotherTokenOrAnotherRoleIsRefusedAndAResetForgetsTheToken() {
        chime.credentials().acceptWebIdentity("token", "role/other");
        StsClient unsigned = sts(AnonymousCredentialsProvider.create());
        assertThatThrownBy(() -> unsigned.assumeRoleWithWebIdentity(request ->
                        request.roleArn(ROLE).roleSessionName("pod-7").webIdentityToken("token")))
                .hasMessageContaining("Not authorized to perform sts:AssumeRoleWithWebIdentity");
        chime.reset();
        assertThatThrownBy(() -> unsigned.assumeRoleWithWebIdentity(
                        request -> request.roleArn("arn:aws:iam::111122223333:role/other")
                                .roleSessionName("pod-7")
                                .webIdentityToken("token")))
                .isInstanceOfSatisfying(
                        AwsServiceException.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidIdentityToken"));
    }

    @Test
    void onlyARoleCanBeAssumedWithAToken() {
        assertThatThrownBy(() -> chime.credentials().acceptWebIdentity("token", "user/build"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("role/NAME")
                .hasMessageNotContaining("token\"");
    }

    @Test
    void anActionThatIsNotServedIsNamedWithThoseThatAre() {
        assertThatThrownBy(() -> sts().getSessionToken()).isInstanceOfSatisfying(AwsServiceException.class, e -> {
            assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidAction");
            assertThat(e.awsErrorDetails().sdkHttpResponse().firstMatchingHeader("x-chime-fake-explanation"))
                    .hasValueSatisfying(text ->
                            assertThat(text).contains("AssumeRole, AssumeRoleWithWebIdentity, GetCallerIdentity"));
        });
    }

    @Test
    void theJournalHasTheActionAndNoSecret() {
        Credentials issued = assume(request -> {}).credentials();

        assertThat(chime.journal().toString())
                .contains("AssumeRole of STS")
                .doesNotContain(issued.secretAccessKey())
                .doesNotContain(issued.sessionToken());
    }
}
