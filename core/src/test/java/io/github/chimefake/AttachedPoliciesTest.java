package io.github.chimefake;

import static io.github.chimefake.AttachedPoliciesFixture.ALL;
import static io.github.chimefake.AttachedPoliciesFixture.policyIf;
import static io.github.chimefake.AttachedPoliciesFixture.policyOf;
import static io.github.chimefake.Requests.describe;
import static io.github.chimefake.Requests.send;
import static io.github.chimefake.iam.PolicyKind.IDENTITY;
import static io.github.chimefake.iam.PolicyKind.PERMISSIONS_BOUNDARY;
import static io.github.chimefake.iam.PolicyKind.SERVICE_CONTROL;
import static io.github.chimefake.iam.PolicyKind.SESSION;
import static io.github.chimefake.iam.PolicyTemplate.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.iam.PolicyDocument.PolicyWarning;
import io.github.chimefake.iam.PolicyKind;
import io.github.chimefake.permissions.AttachedPolicy;
import io.github.chimefake.testing.Fakes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** Every kind of policy, and whom it acts on. */
class AttachedPoliciesTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final AttachedPoliciesFixture fixture = new AttachedPoliciesFixture(chime);
    private final ChimeUser alice = fixture.alice;
    private final ChimeChannel general = fixture.general;
    private final ChimeCaller backend = fixture.backend;
    private final ChimeSdkMessagingClient client = fixture.client;

    @ParameterizedTest
    @CsvSource({
        "SERVICE_CONTROL, service control policy",
        "PERMISSIONS_BOUNDARY, permissions boundary",
        "SESSION, session policy"
    })
    void aLimitLetsPassOnlyWhatItAllows(PolicyKind kind, String name) {
        fixture.attach(IDENTITY, ALL);
        fixture.attach(kind, policyOf("Allow", "chime:DescribeChannel", "*"));

        assertThat(client.describeChannel(describe(alice, general)).channel().name())
                .isEqualTo("general");
        assertThat(fixture.denialOfSending())
                .isEqualTo("User: " + backend.principalArn()
                        + " is not authorized to perform: chime:SendChannelMessage on resource: " + alice.arn()
                        + " because no " + name + " allows the chime:SendChannelMessage action");
    }

    @ParameterizedTest
    @CsvSource({
        "SERVICE_CONTROL, a service control policy",
        "IDENTITY, an identity-based policy",
        "PERMISSIONS_BOUNDARY, a permissions boundary",
        "SESSION, a session policy"
    })
    void anyKindDenies(PolicyKind kind, String name) {
        fixture.attach(IDENTITY, ALL);
        fixture.attach(kind, """
                {"Version":"2012-10-17","Statement":[
                 {"Effect":"Allow","Action":"*","Resource":"*"},
                 {"Effect":"Deny","Action":"chime:SendChannelMessage","Resource":"*"}]}
                """);

        assertThat(fixture.denialOfSending()).endsWith(alice.arn() + " with an explicit deny in " + name);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IDENTITY")
    void aLimitGrantsNothing(PolicyKind kind) {
        fixture.attach(kind, ALL);

        assertThat(fixture.denialOfSending())
                .endsWith("because no identity-based policy allows the chime:SendChannelMessage action");
        assertThat(fixture.explanation())
                .endsWith("Only identity-based policies grant permissions, and the caller has none: its other"
                        + " policies only limit what those grant.");
    }

    @Test
    void aDetachedPolicyDecidesNoMore() {
        fixture.attach(IDENTITY, ALL);
        AttachedPolicy boundary = fixture.attach(PERMISSIONS_BOUNDARY, policyOf("Allow", "chime:DescribeChannel", "*"));
        assertThat(chime.permissions().by(backend).attachedPolicies())
                .extracting(AttachedPolicy::kind)
                .containsExactly(IDENTITY, PERMISSIONS_BOUNDARY);
        assertThat(boundary)
                .hasToString("permissions boundary \"the policy\" of " + backend.principalArn())
                .returns(backend, AttachedPolicy::caller);

        boundary.close();
        boundary.close();

        fixture.sends();
        assertThat(chime.permissions().attachedPolicies()).hasSize(1);
    }

    @Test
    void aCallerWhoseLastPolicyIsDetachedMayDoEverythingAgain() {
        try (AttachedPolicy none = fixture.attach(IDENTITY, policyOf("Deny", "*", "*"))) {
            assertThat(fixture.denialOfSending()).isNotEmpty();
            assertThat(none.policy().name()).isEqualTo("the policy");
        }

        fixture.sends();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SESSION")
    void aPolicyActsOnEverySessionOfTheRole(PolicyKind kind) {
        AttachedPolicy denial = fixture.attach(kind, policyOf("Deny", "*", "*"));
        ChimeCaller other = chime.caller("assumed-role/chat-backend/other");
        ChimeSdkMessagingClient session = chime.clients().signedBy(other).client();

        assertThat(fixture.denial(() -> session.sendChannelMessage(send(alice, general, "hello"))))
                .contains("assumed-role/chat-backend/other is not authorized");
        assertThat(chime.permissions().by(other).attachedPolicies()).containsExactly(denial);
        denial.close();
        session.sendChannelMessage(send(alice, general, "hello"));
    }

    @Test
    void aSessionPolicyActsOnItsSessionAlone() {
        fixture.attach(IDENTITY, ALL);
        AttachedPolicy denial = fixture.attach(SESSION, policyOf("Deny", "*", "*"));
        ChimeCaller other = chime.caller("assumed-role/chat-backend/other");

        chime.clients().signedBy(other).client().sendChannelMessage(send(alice, general, "hello"));
        assertThat(fixture.denialOfSending()).contains("explicit deny in a session policy");
        assertThat(chime.permissions().by(other).attachedPolicies()).hasSize(1);
        denial.close();
        fixture.sends();
    }

    @Test
    void aPolicyOfAUserActsOnTheUsersOwnClientAndOnUnknownKeysOfIt() {
        chime.permissions().by(chime.caller("user/alice")).attach("none", policyOf("Deny", "*", "*"));
        chime.permissions().by(chime.caller("user/AKIAUNKNOWN")).attach("none", policyOf("Deny", "*", "*"));
        ChimeSdkMessagingClient own = chime.clients().speakingFor(alice).client();

        assertThat(fixture.denial(() -> own.sendChannelMessage(send(alice, general, "hello"))))
                .contains("user/alice is not authorized");
        try (ChimeSdkMessagingClient unknown = ChimeSdkMessagingClient.builder()
                .endpointOverride(chime.endpoint())
                .region(Region.of(chime.region()))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAUNKNOWN", "secret")))
                .build()) {
            assertThat(fixture.denial(() -> unknown.sendChannelMessage(send(alice, general, "hello"))))
                    .contains("user/AKIAUNKNOWN is not authorized");
        }
        fixture.sends();
    }

    @Test
    void aPolicyOfTheProjectIsAttachedInOneLine() {
        chime.permissions()
                .by(backend)
                .attach(policy("iam/chat-backend.json")
                        .replacing("${AppInstanceArn}", chime.appInstance().arn()));

        fixture.sends();
        assertThat(fixture.denial(() -> client.describeChannel(describe(alice, general))))
                .isNotEmpty();
        assertThat(fixture.explanation()).contains("policy \"iam/chat-backend.json\"", "statement 0 (\"Chat\")");
    }

    @Test
    void whatIsDoubtfulInAPolicyIsSaidWhereItIsAttachedAndWhereItDenies() {
        AttachedPolicy doubtful = fixture.attach(
                IDENTITY,
                policyIf("{\"StringEquals\":{\"chime:ResourceTag/tenant\":\"t1\"}}")
                        .replace("\"chime:*\"", "[\"chime:SendMessage\",\"chime:CreateMeeting\",\"chime:Connect\"]"));

        assertThat(doubtful.warnings())
                .extracting(PolicyWarning::path)
                .containsExactly(
                        "$.Statement[0].Action[0]", "$.Statement[0].Condition.StringEquals.chime:ResourceTag/tenant");
        assertThat(fixture.denialOfSending()).isNotEmpty();
        assertThat(fixture.explanation())
                .contains("Doubtful in the policy \"the policy\": $.Statement[0].Action[0]: received"
                        + " \"chime:SendMessage\", but no action of chime has this name")
                .contains("did you mean \"aws:ResourceTag/tenant\"?");
    }

    @Test
    void thePoliciesOfTheDevelopersGuideRaiseNoWarnings() {
        assertThat(fixture.attach(
                                IDENTITY,
                                policyOf(
                                        "Allow",
                                        "chime:Listsubchannels",
                                        chime.appInstance().arn() + "/user/${cognito-identity.amazonaws.com:sub}"))
                        .warnings())
                .isEmpty();
    }

    @Test
    void everyKindStandsInTheOrderInWhichAwsNamesIt() {
        fixture.attach(SERVICE_CONTROL, policyOf("Allow", "chime:DescribeChannel", "*"));
        fixture.attach(SESSION, policyOf("Allow", "chime:DescribeChannel", "*"));
        fixture.attach(PERMISSIONS_BOUNDARY, policyOf("Allow", "chime:DescribeChannel", "*"));

        assertThat(fixture.denialOfSending()).contains("because no service control policy allows");
    }
}
