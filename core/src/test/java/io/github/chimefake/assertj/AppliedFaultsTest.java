package io.github.chimefake.assertj;

import static io.github.chimefake.ChimeError.THROTTLED_CLIENT;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.assertj.AssertionsFixture.fails;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatExceptionOfType;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatIllegalArgumentException;
import static io.github.chimefake.faults.FaultEffects.error;
import static io.github.chimefake.faults.FaultEffects.passes;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Registration;
import io.github.chimefake.journal.RecordedCall;
import io.github.chimefake.journal.RecordedCall.RecordedAttempt;
import io.github.chimefake.testing.Fakes;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelRequest;

/** Attempts, pauses, and what was applied to calls. */
class AppliedFaultsTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final AssertionsFixture fixture = new AssertionsFixture(chime);
    private final ChimeUser alice = fixture.alice;
    private final ChimeUser bob = fixture.bob;
    private final ChimeChannel general = fixture.general;

    private RecordedCall call(int index) {
        return chime.journal().calls().get(index);
    }

    // Attempts and pauses

    @Test
    void attemptsAndPausesOfCallsCanBeAsserted() {
        chime.faults().by(alice).eachAttempt(error(THROTTLED_CLIENT), passes());
        fixture.describe(alice, general);
        fixture.describe(bob, general);

        ReceivedRequestsAssert<DescribeChannelRequest> received =
                assertThat(chime).received(DescribeChannelRequest.class);
        received.withAttempts(2)
                .withPausesOfAtLeast(Duration.ZERO)
                .withPausesOfAtMost(Duration.ofMinutes(5))
                .times(1)
                .singleElement()
                .returns(alice.arn(), DescribeChannelRequest::chimeBearer);
        received.withAttempts(1).times(1);
        assertThat(call(0).pauses()).hasSize(1);
        assertThat(call(1).pauses()).isEmpty();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> received.withPausesOfAtLeast(Duration.ofMinutes(5)))
                .withMessageContaining("by alice in general: its pauses are ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> received.withAttempts(0))
                .withMessage("withAttempts(0): expected at least 1, the number of the first attempt");
    }

    @Test
    void stepsOnAttemptsSelectFailedCallsToo() {
        chime.faults()
                .by(alice)
                .failEachAttempt(THROTTLED_CLIENT, THROTTLED_CLIENT, THROTTLED_CLIENT, THROTTLED_CLIENT);
        assertThatExceptionOfType(ChimeSdkMessagingException.class).isThrownBy(() -> fixture.describe(alice, general));

        assertThat(chime)
                .failed()
                .withAttempts(call(0).attempts().size())
                .withPausesOfAtLeast(Duration.ZERO)
                .withPausesOfAtMost(Duration.ofMinutes(5))
                .withFault()
                .times(1);
    }

    // Faults

    @Test
    void theFaultsThatAppliedToAnAttemptAreRecorded() {
        Registration lost = chime.faults().by(alice).once().attempts(1).loseResponse();
        Registration delay = chime.faults().by(alice).delay(Duration.ofMillis(1));
        fixture.describe(alice, general);
        fixture.describe(bob, general);

        assertThat(call(0).attempts())
                .extracting(RecordedAttempt::appliedFaults)
                .satisfiesExactly(
                        first -> assertThat(first).containsExactly(lost.toString(), delay.toString()),
                        second -> assertThat(second).containsExactly(delay.toString()));
        assertThat(call(0).toString())
                .contains(
                        "      fault: " + lost,
                        "      fault: any operation by alice, always: response delayed by PT0.001S");
        assertThat(call(1).lastAttempt().appliedFaults()).isEmpty();
        assertThat(chime).received(DescribeChannelRequest.class).withFault().times(1);
        assertThat(chime)
                .received(DescribeChannelRequest.class)
                .withFault(lost)
                .withFault(delay)
                .times(1);
    }

    @Test
    void aFaultWithAnExplanationAndAnEffectThatPassesAreNotPrintedAgain() {
        Registration fault = chime.faults().eachCall(error(THROTTLED_CLIENT), passes());
        assertThatExceptionOfType(ChimeSdkMessagingException.class).isThrownBy(() -> fixture.describe(alice, general));
        fixture.describe(alice, general);

        assertThat(chime).failed().withFault(fault).times(1);
        assertThat(call(1).lastAttempt().appliedFaults()).isEmpty();
        assertThat(chime.journal().toString()).doesNotContain("fault: ");
    }

    @Test
    void withFaultNamesTheFaultsThatAppliedInstead() {
        Registration delay = chime.faults().delay(Duration.ofMillis(1));
        Registration other = chime.faults().on(LIST_CHANNELS).loseRequest();
        fixture.describe(alice, general);

        fails(
                () -> assertThat(chime).received(DescribeChannelRequest.class).withFault(other),
                "Expected at least one DescribeChannelRequest with the fault \"" + other + "\", but received none.",
                "Nearest misses:",
                "    call 1, DescribeChannel by alice in general: other faults applied to it: " + delay,
                "Received in all:",
                chime.journal().toString());
    }

    // Rules, faults and limits by their registration

    @Test
    void appliedCountsTheCallsThatARegistrationWasAppliedTo() {
        Registration rule = chime.permissions().by(bob).deny(LIST_CHANNELS);
        Registration delay = chime.faults().on(DESCRIBE_CHANNEL).delay(Duration.ofMillis(1));
        fixture.describe(alice, general);
        fixture.describe(alice, general);

        assertThat(chime).applied(delay).times(2);
        assertThat(chime).neverApplied(rule).neverDenied();
        fails(
                () -> assertThat(chime).applied(rule),
                "Expected \"" + rule + "\" to have been applied, but it was not.",
                "Received in all:",
                chime.journal().toString());
        fails(
                () -> assertThat(chime).neverApplied(delay),
                "Expected \"" + delay + "\" not to have been applied, but it was applied to 2 calls.",
                "Applied to:",
                "    call 1, DescribeChannel by alice in general",
                "    call 2, DescribeChannel by alice in general",
                "Received in all:",
                chime.journal().toString());
    }

    @Test
    void appliedNamesTheCallsThatWereNearest() {
        Registration fault = chime.faults().on(DESCRIBE_CHANNEL).by(bob).once().delay(Duration.ofMillis(1));
        fixture.describe(alice, general);

        fails(
                () -> assertThat(chime).applied(fault),
                "Expected \"" + fault + "\" to have been applied, but it was not.",
                "Nearest misses:",
                "    call 1, DescribeChannel by alice in general: another user than bob",
                "Received in all:",
                chime.journal().toString());
        fixture.describe(bob, general);
        fails(
                () -> assertThat(chime).applied(fault).times(2),
                "Expected \"" + fault + "\" to have been applied to exactly 2 calls, but it was applied to 1 call.",
                "Applied to:",
                "    call 2, DescribeChannel by bob in general",
                "Nearest misses:",
                "    call 1, DescribeChannel by alice in general: another user than bob",
                "Received in all:",
                chime.journal().toString());
    }

    @Test
    void aCallThatTheFilterSelectsButTheScheduleDoesNotIsAMiss() {
        Registration fault = chime.faults().nthCall(2).loseRequest();
        fixture.describe(alice, general);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(chime).applied(fault))
                .withMessageContaining(
                        "by alice in general: its filter selects this call, but a predicate, its schedule");
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> chime.clients()
                        .withoutRetries()
                        .client()
                        .describeChannel(
                                request -> request.channelArn(general.arn()).chimeBearer(alice.arn())));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(chime).applied(fault).times(0))
                .withMessageContaining("neverApplied(…)");
    }
}
