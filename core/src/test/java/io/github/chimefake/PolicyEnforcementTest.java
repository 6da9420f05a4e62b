package io.github.chimefake;

import static io.github.chimefake.ChimeError.ACCESS_DENIED;
import static io.github.chimefake.ChimeError.UNAUTHORIZED_CLIENT;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.Requests.describe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.journal.ErrorResponse;
import io.github.chimefake.permissions.PolicyMode;
import io.github.chimefake.testing.Fakes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

/** The switches that decide what becomes of a call that policies deny. */
class PolicyEnforcementTest {
    private static final String ONLY_DESCRIBE = """
        {"Statement": {"Effect": "Allow", "Action": "chime:DescribeChannel", "Resource": "*"}}\
        """;

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeChannel general = chime.channel("general").members(alice).create();
    private final ChimeSdkMessagingClient client = chime.client();

    @BeforeEach
    void attach() {
        chime.permissions().by(chime.caller()).attach("only-describe", ONLY_DESCRIBE);
        chime.snapshots().markBaseline();
    }

    private void send() {
        client.sendChannelMessage(Requests.send(alice, general, "hello"));
    }

    private void isDeniedAsOnAws() {
        assertThatExceptionOfType(ChimeSdkMessagingException.class)
                .isThrownBy(this::send)
                .returns("AccessDeniedException", e -> e.awsErrorDetails().errorCode());
    }

    @Test
    void policiesMayAnswerWithTheModelled401() {
        chime.permissions().policyDenialError(UNAUTHORIZED_CLIENT);

        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(this::send)
                .returns(401, UnauthorizedClientException::statusCode)
                .returns(
                        "The client is not currently authorized to make the request.",
                        e -> e.awsErrorDetails().errorMessage());
    }

    @Test
    void theExplanationOfTheModelled401SaysWhatAwsWouldHaveSent() {
        chime.permissions().policyDenialError(UNAUTHORIZED_CLIENT);
        assertThatExceptionOfType(UnauthorizedClientException.class).isThrownBy(this::send);

        ErrorResponse serviceError =
                chime.journal().failures().get(0).errorResponse().orElseThrow();
        assertThat(serviceError.provenance()).isEqualTo(Provenance.REQUESTED);
        assertThat(serviceError.explanation())
                .contains("chime:SendChannelMessage")
                .endsWith("AWS would have sent AccessDeniedException 403, \"User: "
                        + chime.caller().principalArn()
                        + " is not authorized to perform: chime:SendChannelMessage on resource: " + alice.arn()
                        + " because no identity-based policy allows the chime:SendChannelMessage action\"; this test"
                        + " chose UnauthorizedClientException with chime.permissions().policyDenialError(…).");
    }

    @Test
    void whatPoliciesAnswerWithIsSwitchedBack() {
        chime.permissions().policyDenialError(UNAUTHORIZED_CLIENT);
        chime.permissions().policyDenialError(ACCESS_DENIED);

        isDeniedAsOnAws();
    }

    @Test
    void policiesInAuditModeLetPassWhatTheyDenyAndTheJournalSaysSo() {
        chime.permissions().policyMode(PolicyMode.AUDIT);

        send();
        client.describeChannel(describe(alice, general));

        assertThat(chime.journal().failures()).isEmpty();
        assertThat(chime.journal().auditModeDenials()).singleElement().satisfies(call -> {
            assertThat(call.operation()).contains(SEND_CHANNEL_MESSAGE);
            assertThat(call.response()).isPresent();
            assertThat(call.auditModeDenial().orElseThrow().error()).isEqualTo(ACCESS_DENIED);
        });
        assertThat(chime.journal().toString())
                .contains("201" + System.lineSeparator()
                        + "      audit mode; if enforced, policies would have denied it: AccessDeniedException: User:");
    }

    @Test
    void aCallThatIsSparedByPoliciesMayStillBeRefusedByItsRole() {
        chime.permissions().policyMode(PolicyMode.AUDIT);

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> client.sendChannelMessage(Requests.send(bob, general, "hello")));

        assertThat(chime.journal().failures()).hasSize(1);
        assertThat(chime.journal().auditModeDenials()).hasSize(1);
    }

    @Test
    void policiesInAuditModeTellWhatTheyWouldHaveAnswered() {
        chime.permissions().policyDenialError(UNAUTHORIZED_CLIENT);
        chime.permissions().policyMode(PolicyMode.AUDIT);

        send();

        assertThat(chime.journal()
                        .auditModeDenials()
                        .get(0)
                        .auditModeDenial()
                        .orElseThrow()
                        .error())
                .isEqualTo(UNAUTHORIZED_CLIENT);
    }

    @Test
    void rulesDenyInAuditModeToo() {
        chime.permissions().policyMode(PolicyMode.AUDIT);
        chime.permissions().deny(SEND_CHANNEL_MESSAGE);

        assertThatExceptionOfType(UnauthorizedClientException.class).isThrownBy(this::send);
        assertThat(chime.journal().auditModeDenials()).isEmpty();
    }

    @Test
    void policiesAreEnforcedAgain() {
        chime.permissions().policyMode(PolicyMode.AUDIT);
        chime.permissions().policyMode(PolicyMode.ENFORCE);

        isDeniedAsOnAws();
    }

    @Test
    void aResetGoesBackToTheSwitchesOfTheBaseline() {
        chime.permissions().policyDenialError(UNAUTHORIZED_CLIENT);
        chime.permissions().policyMode(PolicyMode.AUDIT);

        chime.reset();

        isDeniedAsOnAws();
    }
}
