package io.github.chimefake;

import static io.github.chimefake.AttachedPoliciesFixture.policyIf;
import static io.github.chimefake.AttachedPoliciesFixture.policyOf;
import static io.github.chimefake.Operation.CREATE_CHANNEL;
import static io.github.chimefake.Requests.createChannel;
import static io.github.chimefake.Requests.describe;
import static io.github.chimefake.Requests.send;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.iam.PolicyKind.IDENTITY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.testing.Fakes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ExpirationCriterion;

/** What policies are asked about a call: its caller's keys, its actions and its resources. */
@Tag("slow")
class PolicyRequestContextTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final AttachedPoliciesFixture fixture = new AttachedPoliciesFixture(chime);
    private final ChimeUser alice = fixture.alice;
    private final ChimeChannel general = fixture.general;
    private final ChimeCaller backend = fixture.backend;
    private final ChimeSdkMessagingClient client = fixture.client;

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
        ChimeSdkMessagingClient browser = chime.clients().signedBy(cognito).client();

        browser.sendChannelMessage(send(alice, general, "hello"));
        ChimeUser bob = chime.user("bob");
        assertThat(fixture.denial(() -> browser.sendChannelMessage(send(bob, general, "hello"))))
                .contains("on resource: " + bob.arn());
    }

    @Test
    void aContextKeyWithoutValuesIsAbsent() {
        ChimeCaller caller = chime.caller("user/x").contextKey("AWS:SourceIp");
        chime.permissions().by(caller).attach("absent", policyIf("{\"Null\":{\"aws:SourceIp\":\"true\"}}"));

        assertThat(chime.clients()
                        .signedBy(caller)
                        .client()
                        .describeChannel(describe(alice, general))
                        .channel()
                        .name())
                .isEqualTo("general");
    }

    @Test
    void aChannelThatIsToExpireNeedsThePermissionToSaySo() {
        fixture.attach(IDENTITY, policyOf("Allow", "chime:CreateChannel", "*"));
        var request = createChannel(alice, chime.appInstance().arn(), "club");
        client.createChannel(request);
        var expiring = request.toBuilder()
                .expirationSettings(settings ->
                        settings.expirationDays(1).expirationCriterion(ExpirationCriterion.CREATED_TIMESTAMP))
                .build();

        assertThat(fixture.denial(() -> client.createChannel(expiring)))
                .isEqualTo("User: " + backend.principalArn()
                        + " is not authorized to perform: chime:PutChannelExpirationSettings on resource: "
                        + alice.arn()
                        + " because no identity-based policy allows the chime:PutChannelExpirationSettings action");
        assertThat(chime).denied(CREATE_CHANNEL).because("chime:PutChannelExpirationSettings");
        fixture.attach(IDENTITY, policyOf("Allow", "chime:PutChannelExpirationSettings", "*"));
        client.createChannel(expiring);
    }

    @Test
    void aDenialOfACallWithoutBearerSaysSo() {
        fixture.attach(
                IDENTITY, policyOf("Allow", "chime:*", chime.appInstance().arn() + "/user/*"));

        assertThat(fixture.denial(() -> client.listChannels(
                        request -> request.appInstanceArn(chime.appInstance().arn()))))
                .contains("chime:ListChannels on resource: *");
        assertThat(fixture.explanation()).contains("The call has no bearer", "set chimeBearer(…)");
        client.listChannels(request -> request.chimeBearer(alice.arn())
                .appInstanceArn(chime.appInstance().arn()));
        assertThat(fixture.denialOfSending()).contains("on resource: " + general.arn());
        assertThat(chime.journal()
                        .failures()
                        .get(1)
                        .errorResponse()
                        .orElseThrow()
                        .explanation())
                .doesNotContain("no bearer");
    }

    @Test
    void thePrincipalOfAnAssumedRoleIsItsRole() {
        fixture.attach(
                IDENTITY,
                policyIf("{\"ArnEquals\":{\"aws:PrincipalArn\":\"arn:aws:iam::111122223333:role/chat-backend\"},"
                        + "\"StringEquals\":{\"aws:ResourceAccount\":\"111122223333\"}}"));

        fixture.sends();
    }
}
