package io.github.chimefake;

import static io.github.chimefake.AttachedPoliciesFixture.ALL;
import static io.github.chimefake.AttachedPoliciesFixture.policyOf;
import static io.github.chimefake.ChimeError.UNAUTHORIZED_CLIENT;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.Requests.describe;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.iam.PolicyKind.IDENTITY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.permissions.PolicyMode;
import io.github.chimefake.testing.Fakes;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** Callers without any policy, and what lets a call pass. */
class RequiredPoliciesTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final AttachedPoliciesFixture fixture = new AttachedPoliciesFixture(chime);
    private final ChimeUser alice = fixture.alice;
    private final ChimeChannel general = fixture.general;
    private final ChimeCaller backend = fixture.backend;
    private final ChimeSdkMessagingClient client = fixture.client;

    @Test
    void callersWithoutPoliciesMayBeDeniedAsOnAws() {
        chime.permissions().requirePolicies(true);

        assertThat(fixture.denialOfSending())
                .endsWith("because no identity-based policy allows the chime:SendChannelMessage action");
        assertThat(fixture.explanation())
                .isEqualTo(
                        "chime:SendChannelMessage is denied by default: no statement allows chime:SendChannelMessage on "
                                + alice.arn()
                                + ", as no policy is attached; no statement allows chime:SendChannelMessage on "
                                + general.arn()
                                + ", as no policy is attached. Each of the 2 resources must be allowed. The caller"
                                + " has no policy, and chime.permissions().requirePolicies(true) requires one.");
        chime.permissions().by(backend).attach("all", ALL);
        fixture.sends();
    }

    @Test
    void requiringPoliciesIsSwitchedBackAndResets() {
        chime.permissions().requirePolicies(true);
        chime.permissions().requirePolicies(false);
        fixture.sends();

        chime.permissions().requirePolicies(true);
        chime.reset();
        chime.client().getMessagingSessionEndpoint(request -> {});

        chime.permissions().requirePolicies(true);
        chime.snapshots().markBaseline();
        chime.permissions().requirePolicies(false);
        chime.reset();
        assertThat(fixture.denial(() -> chime.client().describeChannel(describe(alice, general))))
                .isNotEmpty();
    }

    @Test
    void requiredPoliciesFollowAuditModeAndTheDenialErrorLikeOthers() {
        chime.permissions().requirePolicies(true);
        chime.permissions().policyDenialError(UNAUTHORIZED_CLIENT);
        assertThat(fixture.denialOfSending()).isEqualTo("The client is not currently authorized to make the request.");

        chime.permissions().policyMode(PolicyMode.AUDIT);
        fixture.sends();
        assertThat(chime).deniedInAuditMode(SEND_CHANNEL_MESSAGE).by(backend).withError(UNAUTHORIZED_CLIENT);
    }

    @Test
    void theAnswerToACallThatIsSparedSaysSo() throws IOException, InterruptedException {
        chime.permissions().requirePolicies(true);
        chime.permissions().policyMode(PolicyMode.AUDIT);

        assertThat(RawRequest.of("GET", "/endpoints/messaging-session")
                        .sendTo(chime)
                        .headers()
                        .firstValue("x-chime-fake-explanation")
                        .orElseThrow())
                .startsWith(
                        "Policies are in audit mode. If enforced, this request would have failed with AccessDeniedException 403:"
                                + " chime:GetMessagingSessionEndpoint is denied by default");
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
        fixture.sends();
        assertThat(authorization())
                .isEqualTo("No rule of this test matches. The caller has no policy, so it may do everything unless"
                        + " chime.permissions().requirePolicies(true) is set.");

        fixture.attach(IDENTITY, policyOf("Allow", "chime:Send*", "*"));
        chime.permissions().by(alice).allow(SEND_CHANNEL_MESSAGE);
        fixture.sends();
        assertThat(authorization())
                .isEqualTo("The latest matching rule of this test is: allow SendChannelMessage by alice."
                        + " chime:SendChannelMessage is allowed: statement 0 of policy \"the policy\" allows it on "
                        + alice.arn() + "; statement 0 of policy \"the policy\" allows it on " + general.arn()
                        + ". Each of the 2 resources must be allowed.");
        assertThat(fixture.denial(() -> client.describeChannel(describe(alice, general))))
                .isNotEmpty();
        assertThat(chime.journal().failures().get(0).authorization()).isEmpty();
    }
}
