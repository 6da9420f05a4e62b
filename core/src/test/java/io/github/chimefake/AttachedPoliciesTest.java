package io.github.chimefake;

import static io.github.chimefake.Requests.createChannel;
import static io.github.chimefake.Requests.describe;
import static io.github.chimefake.Requests.send;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.call.ChimeError.UNAUTHORIZED_CLIENT;
import static io.github.chimefake.call.Operation.CREATE_CHANNEL;
import static io.github.chimefake.call.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.iam.PolicyKind.IDENTITY;
import static io.github.chimefake.iam.PolicyKind.PERMISSIONS_BOUNDARY;
import static io.github.chimefake.iam.PolicyKind.SERVICE_CONTROL;
import static io.github.chimefake.iam.PolicyKind.SESSION;
import static io.github.chimefake.iam.PolicyTemplate.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.chimefake.access.AttachedPolicy;
import io.github.chimefake.call.ChimeCaller;
import io.github.chimefake.call.ChimeChannel;
import io.github.chimefake.call.ChimeUser;
import io.github.chimefake.iam.PolicyKind;
import io.github.chimefake.iam.PolicyWarning;
import java.io.IOException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ExpirationCriterion;

/** Every kind of policy, and callers without any. */
class AttachedPoliciesTest {
    private static final String ALL = policyOf("Allow", "*", "*");

    private final ChimeMessagingServer chime = ChimeMessagingServer.start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeChannel general = chime.channel("general").members(alice).create();
    private final ChimeCaller backend = chime.caller("assumed-role/chat-backend");
    private final ChimeSdkMessagingClient client = chime.clientFor(backend);

    @AfterEach
    void stop() {
        chime.close();
    }

    private static String policyOf(String effect, String action, String resource) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"" + effect + "\",\"Action\":\"" + action
                + "\",\"Resource\":\"" + resource + "\"}}";
    }

    private static String policyIf(String condition) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"chime:*\",\"Resource\":\"*\","
                + "\"Condition\":" + condition + "}}";
    }

    private AttachedPolicy attach(PolicyKind kind, String json) {
        return chime.permissions().by(backend).attach(kind, policy("the policy", json));
    }

    private void sends() {
        assertThat(client.sendChannelMessage(send(alice, general, "hello")).messageId())
                .isNotEmpty();
    }

    private String denial(ThrowingCallable call) {
        return catchThrowableOfType(ChimeSdkMessagingException.class, call)
                .awsErrorDetails()
                .errorMessage();
    }

    private String denialOfSending() {
        return denial(() -> client.sendChannelMessage(send(alice, general, "hello")));
    }

    private String explanation() {
        return chime.journal().refusals().get(0).refusal().orElseThrow().explanation();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IDENTITY")
    void aLimitLetsPassOnlyWhatItAllows(PolicyKind kind) {
        attach(IDENTITY, ALL);
        attach(kind, policyOf("Allow", "chime:DescribeChannel", "*"));

        assertThat(client.describeChannel(describe(alice, general)).channel().name())
                .isEqualTo("general");
        assertThat(denialOfSending())
                .isEqualTo("User: " + backend.principalArn()
                        + " is not authorized to perform: chime:SendChannelMessage on resource: " + alice.arn()
                        + " because no " + kind.nameWithoutArticle() + " allows the chime:SendChannelMessage action");
    }

    @ParameterizedTest
    @EnumSource
    void anyKindDenies(PolicyKind kind) {
        attach(IDENTITY, ALL);
        attach(kind, policyOf("Deny", "chime:SendChannelMessage", "*"));
        if (kind != IDENTITY) {
            attach(kind, ALL);
        }

        assertThat(denialOfSending()).endsWith(alice.arn() + " with an explicit deny in " + kind.description());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IDENTITY")
    void aLimitGrantsNothing(PolicyKind kind) {
        attach(kind, ALL);

        assertThat(denialOfSending())
                .endsWith("because no identity-based policy allows the chime:SendChannelMessage action");
        assertThat(explanation())
                .endsWith("Only identity-based policies grant anything, and the caller has none: the others limit what"
                        + " they grant.");
    }

    @Test
    void aDetachedPolicyDecidesNoMore() {
        attach(IDENTITY, ALL);
        AttachedPolicy boundary = attach(PERMISSIONS_BOUNDARY, policyOf("Allow", "chime:DescribeChannel", "*"));
        assertThat(chime.permissions().by(backend).attachedPolicies())
                .extracting(AttachedPolicy::kind)
                .containsExactly(IDENTITY, PERMISSIONS_BOUNDARY);
        assertThat(boundary)
                .hasToString("permissions boundary \"the policy\" of " + backend.principalArn())
                .returns(backend, AttachedPolicy::caller);

        boundary.close();
        boundary.close();

        sends();
        assertThat(chime.permissions().attachedPolicies()).hasSize(1);
    }

    @Test
    void aCallerWhoseLastPolicyIsDetachedMayDoEverythingAgain() {
        try (AttachedPolicy none = attach(IDENTITY, policyOf("Deny", "*", "*"))) {
            assertThat(denialOfSending()).isNotEmpty();
            assertThat(none.policy().name()).isEqualTo("the policy");
        }

        sends();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SESSION")
    void aPolicyActsOnEverySessionOfTheRole(PolicyKind kind) {
        AttachedPolicy denial = attach(kind, policyOf("Deny", "*", "*"));
        ChimeCaller other = chime.caller("assumed-role/chat-backend/other");
        ChimeSdkMessagingClient session = chime.clientFor(other);

        assertThat(denial(() -> session.sendChannelMessage(send(alice, general, "hello"))))
                .contains("assumed-role/chat-backend/other is not authorized");
        assertThat(chime.permissions().by(other).attachedPolicies()).containsExactly(denial);
        denial.close();
        session.sendChannelMessage(send(alice, general, "hello"));
    }

    @Test
    void aSessionPolicyActsOnItsSessionAlone() {
        attach(IDENTITY, ALL);
        AttachedPolicy denial = attach(SESSION, policyOf("Deny", "*", "*"));
        ChimeCaller other = chime.caller("assumed-role/chat-backend/other");

        chime.clientFor(other).sendChannelMessage(send(alice, general, "hello"));
        assertThat(denialOfSending()).contains("explicit deny in a session policy");
        assertThat(chime.permissions().by(other).attachedPolicies()).hasSize(1);
        denial.close();
        sends();
    }

    @Test
    void aPolicyOfAUserActsOnTheUsersOwnClientAndOnUnknownKeysOfIt() {
        chime.permissions().by(chime.caller("user/alice")).attach("none", policyOf("Deny", "*", "*"));
        chime.permissions().by(chime.caller("user/AKIAUNKNOWN")).attach("none", policyOf("Deny", "*", "*"));
        ChimeSdkMessagingClient own = chime.clientFor(alice);

        assertThat(denial(() -> own.sendChannelMessage(send(alice, general, "hello"))))
                .contains("user/alice is not authorized");
        try (ChimeSdkMessagingClient unknown = ChimeSdkMessagingClient.builder()
                .endpointOverride(chime.endpoint())
                .region(Region.of(chime.region()))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAUNKNOWN", "secret")))
                .build()) {
            assertThat(denial(() -> unknown.sendChannelMessage(send(alice, general, "hello"))))
                    .contains("user/AKIAUNKNOWN is not authorized");
        }
        sends();
    }

    @Test
    void aPolicyOfTheProjectIsAttachedInOneLine() {
        chime.permissions()
                .by(backend)
                .attach(policy("iam/chat-backend.json")
                        .replacing("${AppInstanceArn}", chime.appInstance().arn()));

        sends();
        assertThat(denial(() -> client.describeChannel(describe(alice, general))))
                .isNotEmpty();
        assertThat(explanation()).contains("policy \"iam/chat-backend.json\"", "statement 0 (\"Chat\")");
    }

    @Test
    void callersWithoutPoliciesMayBeDeniedAsOnAws() {
        chime.permissions().requirePolicies();

        assertThat(denialOfSending())
                .endsWith("because no identity-based policy allows the chime:SendChannelMessage action");
        assertThat(explanation())
                .isEqualTo(
                        "chime:SendChannelMessage is denied by default: no statement allows chime:SendChannelMessage on "
                                + alice.arn()
                                + ", as no policy is attached; no statement allows chime:SendChannelMessage on "
                                + general.arn()
                                + ", as no policy is attached. Each of the 2 resources must be allowed. The caller"
                                + " has no policy, and since chime.permissions().requirePolicies() it needs one.");
        chime.permissions().by(backend).attach("all", ALL);
        sends();
    }

    @Test
    void requiringPoliciesIsSwitchedBackAndResets() {
        chime.permissions().requirePolicies();
        chime.permissions().allowWithoutPolicies();
        sends();

        chime.permissions().requirePolicies();
        chime.reset();
        chime.client().getMessagingSessionEndpoint(request -> {});

        chime.permissions().requirePolicies();
        chime.markBaseline();
        chime.permissions().allowWithoutPolicies();
        chime.reset();
        assertThat(denial(() -> chime.client().describeChannel(describe(alice, general))))
                .isNotEmpty();
    }

    @Test
    void requiredPoliciesAreSoftAndAnswerTheModelled401LikeOthers() {
        chime.permissions().requirePolicies();
        chime.permissions().answerPolicyDenialsWith(UNAUTHORIZED_CLIENT);
        assertThat(denialOfSending()).isEqualTo("The client is not currently authorized to make the request.");

        chime.permissions().softPolicies();
        sends();
        assertThat(chime).softlyDenied(SEND_CHANNEL_MESSAGE).by(backend).with(UNAUTHORIZED_CLIENT);
    }

    @Test
    void theAnswerToACallThatIsSparedSaysSo() throws IOException, InterruptedException {
        chime.permissions().requirePolicies();
        chime.permissions().softPolicies();

        assertThat(RawRequest.of("GET", "/endpoints/messaging-session")
                        .sendTo(chime)
                        .headers()
                        .firstValue("x-chime-fake-explanation")
                        .orElseThrow())
                .startsWith("Policies are soft and let this call pass, else the answer were AccessDeniedException 403:"
                        + " chime:GetMessagingSessionEndpoint is denied by default");
    }

    @Test
    void whatIsDoubtfulInAPolicyIsSaidWhereItIsAttachedAndWhereItDenies() {
        AttachedPolicy doubtful = attach(
                IDENTITY,
                policyIf("{\"StringEquals\":{\"chime:ResourceTag/tenant\":\"t1\"}}")
                        .replace("\"chime:*\"", "[\"chime:SendMessage\",\"chime:CreateMeeting\",\"chime:Connect\"]"));

        assertThat(doubtful.warnings())
                .extracting(PolicyWarning::path)
                .containsExactly(
                        "$.Statement[0].Action[0]", "$.Statement[0].Condition.StringEquals.chime:ResourceTag/tenant");
        assertThat(denialOfSending()).isNotEmpty();
        assertThat(explanation())
                .contains("Doubtful in the policy \"the policy\": $.Statement[0].Action[0]: received"
                        + " \"chime:SendMessage\", but no action of chime is called so")
                .contains("did you mean \"aws:ResourceTag/tenant\"?");
    }

    @Test
    void thePoliciesOfTheDevelopersGuideRaiseNoWarnings() {
        assertThat(attach(
                                IDENTITY,
                                policyOf(
                                        "Allow",
                                        "chime:Listsubchannels",
                                        chime.appInstance().arn() + "/user/${cognito-identity.amazonaws.com:sub}"))
                        .warnings())
                .isEmpty();
    }

    @Test
    void aCallersContextKeysReachConditionsAndVariables() {
        ChimeCaller cognito = chime.caller("assumed-role/browser")
                .contextKey("cognito-identity.amazonaws.com:sub", "alice")
                .contextKey("aws:SecureTransport", "false");
        chime.permissions()
                .by(cognito)
                .attach(
                        "own",
                        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"chime:*\",\"Resource\":[\""
                                + chime.appInstance().arn() + "/user/${cognito-identity.amazonaws.com:sub}\",\""
                                + chime.appInstance().arn() + "/channel/*\"],"
                                + "\"Condition\":{\"Bool\":{\"aws:securetransport\":\"false\"}}}}");
        ChimeSdkMessagingClient browser = chime.clientFor(cognito);

        browser.sendChannelMessage(send(alice, general, "hello"));
        ChimeUser bob = chime.user("bob");
        assertThat(denial(() -> browser.sendChannelMessage(send(bob, general, "hello"))))
                .contains("on resource: " + bob.arn());
    }

    @Test
    void aContextKeyWithoutValuesIsAbsent() {
        ChimeCaller caller = chime.caller("user/x").contextKey("AWS:SourceIp");
        chime.permissions().by(caller).attach("absent", policyIf("{\"Null\":{\"aws:SourceIp\":\"true\"}}"));

        assertThat(chime.clientFor(caller)
                        .describeChannel(describe(alice, general))
                        .channel()
                        .name())
                .isEqualTo("general");
    }

    @Test
    void aChannelThatIsToExpireNeedsThePermissionToSaySo() {
        attach(IDENTITY, policyOf("Allow", "chime:CreateChannel", "*"));
        var request = createChannel(alice, chime.appInstance().arn(), "club");
        client.createChannel(request);
        var expiring = request.toBuilder()
                .expirationSettings(settings ->
                        settings.expirationDays(1).expirationCriterion(ExpirationCriterion.CREATED_TIMESTAMP))
                .build();

        assertThat(denial(() -> client.createChannel(expiring)))
                .isEqualTo("User: " + backend.principalArn()
                        + " is not authorized to perform: chime:PutChannelExpirationSettings on resource: "
                        + alice.arn()
                        + " because no identity-based policy allows the chime:PutChannelExpirationSettings action");
        assertThat(chime).denied(CREATE_CHANNEL).because("chime:PutChannelExpirationSettings");
        attach(IDENTITY, policyOf("Allow", "chime:PutChannelExpirationSettings", "*"));
        client.createChannel(expiring);
    }

    @Test
    void aDenialOfACallWithoutBearerSaysSo() {
        attach(IDENTITY, policyOf("Allow", "chime:*", chime.appInstance().arn() + "/user/*"));

        assertThat(denial(() -> client.listChannels(
                        request -> request.appInstanceArn(chime.appInstance().arn()))))
                .contains("chime:ListChannels on resource: *");
        assertThat(explanation()).contains("The call has no bearer", "set chimeBearer(…)");
        client.listChannels(request -> request.chimeBearer(alice.arn())
                .appInstanceArn(chime.appInstance().arn()));
        assertThat(denialOfSending()).contains("on resource: " + general.arn());
        assertThat(chime.journal().refusals().get(1).refusal().orElseThrow().explanation())
                .doesNotContain("no bearer");
    }

    @Test
    void everyKindStandsInTheOrderInWhichAwsNamesIt() {
        attach(SERVICE_CONTROL, policyOf("Allow", "chime:DescribeChannel", "*"));
        attach(SESSION, policyOf("Allow", "chime:DescribeChannel", "*"));
        attach(PERMISSIONS_BOUNDARY, policyOf("Allow", "chime:DescribeChannel", "*"));

        assertThat(denialOfSending()).contains("because no service control policy allows");
    }

    private String authorization() {
        return chime.journal()
                .calls()
                .get(chime.journal().calls().size() - 1)
                .authorization()
                .orElseThrow();
    }

    @Test
    void theJournalSaysWhatLetACallPass() {
        sends();
        assertThat(authorization())
                .isEqualTo("No rule of this test matches. The caller has no policy, and may do everything until"
                        + " chime.permissions().requirePolicies().");

        attach(IDENTITY, policyOf("Allow", "chime:Send*", "*"));
        chime.permissions().by(alice).allow(SEND_CHANNEL_MESSAGE);
        sends();
        assertThat(authorization())
                .isEqualTo("The latest rule of this test that matches says: allow SendChannelMessage by alice."
                        + " chime:SendChannelMessage is allowed: statement 0 of policy \"the policy\" allows it on "
                        + alice.arn() + "; statement 0 of policy \"the policy\" allows it on " + general.arn()
                        + ". Each of the 2 resources must be allowed.");
        assertThat(denial(() -> client.describeChannel(describe(alice, general))))
                .isNotEmpty();
        assertThat(chime.journal().refusals().get(0).authorization()).isEmpty();
    }

    @Test
    void thePrincipalOfAnAssumedRoleIsItsRole() {
        attach(
                IDENTITY,
                policyIf("{\"ArnEquals\":{\"aws:PrincipalArn\":\"arn:aws:iam::111122223333:role/chat-backend\"},"
                        + "\"StringEquals\":{\"aws:ResourceAccount\":\"111122223333\"}}"));

        sends();
    }
}
