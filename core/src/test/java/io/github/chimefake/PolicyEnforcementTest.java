package io.github.chimefake;

import static io.github.chimefake.Requests.describe;
import static io.github.chimefake.call.ChimeError.ACCESS_DENIED;
import static io.github.chimefake.call.ChimeError.UNAUTHORIZED_CLIENT;
import static io.github.chimefake.call.Operation.SEND_CHANNEL_MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.call.ChimeChannel;
import io.github.chimefake.call.ChimeUser;
import io.github.chimefake.call.Provenance;
import io.github.chimefake.call.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

/** The switches that decide what becomes of a call that policies deny. */
class PolicyEnforcementTest {
    private static final String ONLY_DESCRIBE = """
        {"Statement": {"Effect": "Allow", "Action": "chime:DescribeChannel", "Resource": "*"}}\
        """;

    private final ChimeMessagingServer chime = ChimeMessagingServer.start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeChannel general = chime.channel("general").members(alice).create();
    private final ChimeSdkMessagingClient client = chime.client();

    @BeforeEach
    void attach() {
        chime.permissions().by(chime.caller()).attach("only-describe", ONLY_DESCRIBE);
        chime.markBaseline();
    }

    @AfterEach
    void stop() {
        chime.close();
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
        chime.permissions().answerPolicyDenialsWith(UNAUTHORIZED_CLIENT);

        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(this::send)
                .returns(401, UnauthorizedClientException::statusCode)
                .returns(
                        "The client is not currently authorized to make the request.",
                        e -> e.awsErrorDetails().errorMessage());
    }

    @Test
    void theExplanationOfTheModelled401SaysWhatAwsWouldHaveSent() {
        chime.permissions().answerPolicyDenialsWith(UNAUTHORIZED_CLIENT);
        assertThatExceptionOfType(UnauthorizedClientException.class).isThrownBy(this::send);

        Refusal refusal = chime.journal().refusals().get(0).refusal().orElseThrow();
        assertThat(refusal.provenance()).isEqualTo(Provenance.REQUESTED);
        assertThat(refusal.explanation())
                .contains("chime:SendChannelMessage")
                .endsWith("AWS would have answered AccessDeniedException 403, \"User: "
                        + chime.caller().principalArn()
                        + " is not authorized to perform: chime:SendChannelMessage on resource: " + alice.arn()
                        + " because no identity-based policy allows the chime:SendChannelMessage action\"; this test"
                        + " chose UnauthorizedClientException with chime.permissions().answerPolicyDenialsWith(…).");
    }

    @Test
    void whatPoliciesAnswerWithIsSwitchedBack() {
        chime.permissions().answerPolicyDenialsWith(UNAUTHORIZED_CLIENT);
        chime.permissions().answerPolicyDenialsWith(ACCESS_DENIED);

        isDeniedAsOnAws();
    }

    @Test
    void softPoliciesLetPassWhatTheyDenyAndTheJournalSaysSo() {
        chime.permissions().softPolicies();

        send();
        client.describeChannel(describe(alice, general));

        assertThat(chime.journal().refusals()).isEmpty();
        assertThat(chime.journal().softDenials()).singleElement().satisfies(call -> {
            assertThat(call.operation()).contains(SEND_CHANNEL_MESSAGE);
            assertThat(call.response()).isPresent();
            assertThat(call.softDenial().orElseThrow().error()).isEqualTo(ACCESS_DENIED);
        });
        assertThat(chime.journal().toString())
                .contains("201" + System.lineSeparator()
                        + "      though policies would deny it: AccessDeniedException: User: ");
    }

    @Test
    void aCallThatIsSparedByPoliciesMayStillBeRefusedByItsRole() {
        chime.permissions().softPolicies();

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> client.sendChannelMessage(Requests.send(bob, general, "hello")));

        assertThat(chime.journal().refusals()).hasSize(1);
        assertThat(chime.journal().softDenials()).hasSize(1);
    }

    @Test
    void softPoliciesTellWhatTheyWouldHaveAnswered() {
        chime.permissions().answerPolicyDenialsWith(UNAUTHORIZED_CLIENT);
        chime.permissions().softPolicies();

        send();

        assertThat(chime.journal()
                        .softDenials()
                        .get(0)
                        .softDenial()
                        .orElseThrow()
                        .error())
                .isEqualTo(UNAUTHORIZED_CLIENT);
    }

    @Test
    void rulesAreNeverSoft() {
        chime.permissions().softPolicies();
        chime.permissions().deny(SEND_CHANNEL_MESSAGE);

        assertThatExceptionOfType(UnauthorizedClientException.class).isThrownBy(this::send);
        assertThat(chime.journal().softDenials()).isEmpty();
    }

    @Test
    void policiesAreEnforcedAgain() {
        chime.permissions().softPolicies();
        chime.permissions().enforcePolicies();

        isDeniedAsOnAws();
    }

    @Test
    void aResetGoesBackToTheSwitchesOfTheBaseline() {
        chime.permissions().answerPolicyDenialsWith(UNAUTHORIZED_CLIENT);
        chime.permissions().softPolicies();

        chime.reset();

        isDeniedAsOnAws();
    }
}
