package io.github.chimefake.internal.faults;

import static io.github.chimefake.ChimeError.CONFLICT;
import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.internal.exchange.CallFixture.ALICE;
import static io.github.chimefake.internal.exchange.CallFixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Registration;
import io.github.chimefake.faults.FaultSelection;
import io.github.chimefake.faults.Faults;
import io.github.chimefake.internal.exchange.CallFixture;
import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.internal.faults.effects.FaultTools;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import io.github.chimefake.internal.lifetime.UserCode;
import io.github.chimefake.internal.socketfaults.SocketFaults;
import io.github.chimefake.journal.RecordedCall.ConnectionFault;
import io.github.chimefake.testing.ManualClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageResponse;

class FaultPlanTest {
    private static final CallResult SENT =
            CallResult.success(SendChannelMessageResponse.builder().build());

    private final ManualClock clock = ManualClock.standingStill();
    private final FaultPlan plan = plan();
    private final Faults faults = new DefaultFaults(plan, SocketFaults.none(UserCode.DIRECT, new FakeLifetime()));
    private int carriedOut;

    private FaultPlan plan() {
        return new FaultPlan(new FaultTools(UserCode.DIRECT, clock, 1, caller -> {}, caller -> {}), new FakeLifetime());
    }

    private CallResult answer(CallFixture call) {
        return plan.carryOut(call.bind(), processed -> {
            carriedOut++;
            return SENT;
        });
    }

    private static CallFixture send() {
        return CallFixture.of(SEND_CHANNEL_MESSAGE);
    }

    private static void assertFailed(CallResult answer, ChimeError error) {
        assertThat(answer.outcome())
                .isInstanceOfSatisfying(
                        CallResult.Failure.class,
                        refused -> assertThat(refused.serviceError().error()).isEqualTo(error));
    }

    @Test
    void withoutFaultsEveryCallIsCarriedOut() {
        assertThat(answer(send())).isEqualTo(SENT);
    }

    @Test
    void faultIsAwareOfACallOfAnotherOperationThatItComesAfter() {
        faults.on(LIST_CHANNELS).after(SEND_CHANNEL_MESSAGE).fail(FORBIDDEN);

        assertThat(answer(CallFixture.of(LIST_CHANNELS))).isEqualTo(SENT);
        answer(send());
        assertFailed(answer(CallFixture.of(LIST_CHANNELS)), FORBIDDEN);
    }

    @Test
    void attemptsWithoutAnInvocationIdCountAsInvocations() {
        faults.calls(2).fail(FORBIDDEN);

        assertFailed(answer(send()), FORBIDDEN);
        assertFailed(answer(send()), FORBIDDEN);
        assertThat(answer(send())).isEqualTo(SENT);
    }

    @Test
    void attemptsOfOneInvocationCountOnce() {
        Registration fault = faults.once().fail(FORBIDDEN);

        assertFailed(answer(send().attempt("a", 1)), FORBIDDEN);
        assertFailed(answer(send().attempt("a", 2)), FORBIDDEN);
        assertThat(answer(send().attempt("b", 1))).isEqualTo(SENT);
        assertThat(fault.timesApplied()).isOne();
    }

    @Test
    void anInvocationThatWasSparedIsSparedWhenItIsRetried() {
        faults.nthCall(2).fail(FORBIDDEN);

        assertThat(answer(send().attempt("a", 1))).isEqualTo(SENT);
        assertThat(answer(send().attempt("a", 2))).isEqualTo(SENT);
        assertFailed(answer(send().attempt("b", 1)), FORBIDDEN);
    }

    @Test
    void attemptsLimitsTheAttemptsThatAFaultAppliesTo() {
        faults.once().attempts(2).fail(FORBIDDEN);

        assertFailed(answer(send().attempt("a", 1)), FORBIDDEN);
        assertFailed(answer(send().attempt("a", 2)), FORBIDDEN);
        assertThat(answer(send().attempt("a", 3))).isEqualTo(SENT);
    }

    @Test
    void callsThatAreNotMeantAreNotCounted() {
        faults.on(SEND_CHANNEL_MESSAGE).by(BOB).nthCall(2).fail(FORBIDDEN);

        answer(send().by(BOB));
        answer(send().by(ALICE));
        answer(CallFixture.of(LIST_CHANNELS).by(BOB));

        assertFailed(answer(send().by(BOB)), FORBIDDEN);
    }

    @Test
    void ofTwoFaultsThatEndACallTheFirstRegisteredTakesIt() {
        Registration first = faults.fail(CONFLICT);
        Registration second = faults.fail(FORBIDDEN);

        assertFailed(answer(send()), CONFLICT);

        assertThat(first.timesApplied()).isOne();
        assertThat(second.timesApplied()).isZero();
    }

    @Test
    void faultsThatQueueAreSpentOneCallEach() {
        faults.calls(2).fail(CONFLICT);
        faults.calls(1).fail(FORBIDDEN);

        assertFailed(answer(send()), CONFLICT);
        assertFailed(answer(send()), CONFLICT);
        assertFailed(answer(send()), FORBIDDEN);
        assertThat(answer(send())).isEqualTo(SENT);
    }

    @Test
    void delaysAddUpAndHoldBackAFailureToo() {
        faults.delay(Duration.ofSeconds(2));
        faults.delay(Duration.ofSeconds(3));
        faults.fail(FORBIDDEN);

        CallResult answer = answer(send());

        assertFailed(answer, FORBIDDEN);
        assertThat(answer.delay()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void whatIsRegisteredAfterAFaultThatEndsTheCallWaitsForTheNext() {
        faults.once().fail(FORBIDDEN);
        faults.once().delay(Duration.ofSeconds(2));

        assertThat(answer(send()).delay()).isZero();
        assertThat(answer(send()).delay()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void anotherFaultThatEndsARetryLeavesNothingToTheOneOfTheFirstAttempt() {
        AtomicBoolean retrying = new AtomicBoolean();
        faults.matching(SendChannelMessageRequest.class, request -> retrying.get())
                .fail(FORBIDDEN);
        faults.delay(Duration.ofSeconds(2));
        assertThat(answer(send().attempt("a", 1)).delay()).isEqualTo(Duration.ofSeconds(2));

        retrying.set(true);
        CallResult retried = answer(send().attempt("a", 2));

        assertFailed(retried, FORBIDDEN);
        assertThat(retried.delay()).isZero();
    }

    @Test
    void aLostResponseIsLostAfterTheCallIsCarriedOut() {
        faults.loseResponse();

        CallResult answer = answer(send());

        assertThat(answer.outcome()).isEqualTo(SENT.outcome());
        assertThat(answer.connectionFault()).contains(ConnectionFault.CLOSE);
        assertThat(carriedOut).isOne();
    }

    @Test
    void aLostRequestIsNotCarriedOut() {
        faults.loseRequest();

        assertThat(answer(send()).connectionFault()).contains(ConnectionFault.RESET);
        assertThat(carriedOut).isZero();
    }

    @Test
    void aFailedCallIsNotCarriedOut() {
        faults.fail(FORBIDDEN);

        answer(send());

        assertThat(carriedOut).isZero();
    }

    @Test
    void aSelectionWithoutAFaultRegistersNothing() {
        FaultSelection unfinished = faults.on(SEND_CHANNEL_MESSAGE).once();

        assertThat(answer(send())).isEqualTo(SENT);
        unfinished.fail(FORBIDDEN);
        assertFailed(answer(send()), FORBIDDEN);
    }

    @Test
    void aRestoredPlanCountsFromTheStart() {
        Registration fault = faults.nthCall(2).fail(FORBIDDEN);
        var snapshot = plan.snapshot();
        answer(send());
        answer(send());

        plan.restore(snapshot);

        assertThat(fault.timesApplied()).isZero();
        assertThat(answer(send())).isEqualTo(SENT);
        assertFailed(answer(send()), FORBIDDEN);
    }

    @Test
    void aRestoredPlanKnowsNoInvocationOfBefore() {
        faults.once().fail(FORBIDDEN);
        var snapshot = plan.snapshot();
        answer(send().attempt("a", 1));
        answer(send().attempt("b", 1));

        plan.restore(snapshot);

        assertFailed(answer(send().attempt("b", 1)), FORBIDDEN);
    }

    @Test
    void aPlanRestoredFromAnothersSnapshotCountsForItself() {
        Registration original = faults.once().fail(FORBIDDEN);
        FaultPlan other = plan();
        other.restore(plan.snapshot());

        assertFailed(other.carryOut(send().bind(), call -> SENT), FORBIDDEN);

        assertThat(original.timesApplied()).isZero();
        assertFailed(answer(send()), FORBIDDEN);
    }
}
