package io.github.chimefake.assertj;

import static io.github.chimefake.ChimeError.THROTTLED_CLIENT;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.assertj.AssertionsFixture.fails;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.permissions.PolicyMode;
import io.github.chimefake.testing.Fakes;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;

/** That something did not happen. */
class ChimeMessagingServerAssertTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime =
            fakes.start(ChimeMessagingServer.builder().journalCapacity(3));
    private final AssertionsFixture fixture = new AssertionsFixture(chime);
    private final ChimeUser alice = fixture.alice;
    private final ChimeChannel general = fixture.general;

    private void failsWithTheOnlyCall(ThrowingCallable assertion, String firstLine) {
        fails(
                assertion,
                firstLine,
                "    call 1, DescribeChannel by alice in general",
                "Received in all:",
                chime.journal().toString());
    }

    @Test
    void everyNeverPassesIfEveryCallSucceeded() {
        fixture.describe(alice, general);

        assertThat(chime).neverDenied().neverFailed().neverDeniedInAuditMode();
    }

    @Test
    void neverDeniedFailsIfACallWasDenied() {
        fixture.aDenial(alice);

        assertThat(chime).neverDenied(LIST_CHANNELS).neverDeniedInAuditMode();
        failsWithTheOnlyCall(
                () -> assertThat(chime).neverDenied(), "Expected no denial of any operation, but received 1:");
        failsWithTheOnlyCall(
                () -> assertThat(chime).neverDenied(DESCRIBE_CHANNEL),
                "Expected no denial of DescribeChannel, but received 1:");
    }

    @Test
    void neverDeniedPassesIfCallsFailedWithAnotherError() {
        chime.faults().once().fail(THROTTLED_CLIENT);
        assertThatExceptionOfType(ChimeSdkMessagingException.class).isThrownBy(() -> fixture.describe(alice, general));

        assertThat(chime).neverDenied().neverFailed(LIST_CHANNELS);
        failsWithTheOnlyCall(
                () -> assertThat(chime).neverFailed(DESCRIBE_CHANNEL),
                "Expected no failure of DescribeChannel, but received 1:");
    }

    @Test
    void neverDeniedInAuditModeFailsIfPoliciesWouldHaveDeniedACall() {
        chime.permissions().requirePolicies(true);
        chime.permissions().policyMode(PolicyMode.AUDIT);
        fixture.describe(alice, general);

        assertThat(chime).neverDeniedInAuditMode(LIST_CHANNELS).neverDenied();
        failsWithTheOnlyCall(
                () -> assertThat(chime).neverDeniedInAuditMode(),
                "Expected no audit-mode denial of any operation, but received 1:");
    }

    @Test
    void everyNeverFailsIfTheJournalHasDroppedCalls() {
        for (int call = 1; call <= 5; call++) {
            fixture.describe(alice, general);
        }

        String reason = ", but it is unknown: the journal dropped its oldest 2 calls. Start the fake with a larger"
                + " journalCapacity(…)";
        fails(() -> assertThat(chime).neverDenied(), "Expected no denial of any operation" + reason);
        fails(() -> assertThat(chime).neverFailed(), "Expected no failure of any operation" + reason);
        fails(
                () -> assertThat(chime).neverDeniedInAuditMode(LIST_CHANNELS),
                "Expected no audit-mode denial of ListChannels" + reason);
        fails(
                () -> assertThat(chime).neverReceived(SendChannelMessageRequest.class),
                "Expected no SendChannelMessageRequest" + reason);
    }

    @Test
    void neverReceivedPassesIfThereWasNoneOfThatType() {
        fixture.describe(alice, general);

        assertThat(chime).neverReceived(ListChannelsRequest.class).neverReceived(SendChannelMessageRequest.class);
    }

    @Test
    void neverReceivedFailsWithTheRequestsIfThereWasOneOfThatType() {
        fixture.describe(alice, general);

        failsWithTheOnlyCall(
                () -> assertThat(chime).neverReceived(DescribeChannelRequest.class),
                "Expected no DescribeChannelRequest, but received 1:");
    }

    @Test
    void everyAssertionFailsOnNull() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat((ChimeMessagingServer) null).neverDenied())
                .withMessageContaining("Expecting actual not to be null");
    }
}
