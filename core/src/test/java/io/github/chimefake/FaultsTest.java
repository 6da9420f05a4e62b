package io.github.chimefake;

import static io.github.chimefake.ChimeError.CONFLICT;
import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.ChimeError.SERVICE_UNAVAILABLE;
import static io.github.chimefake.ChimeError.THROTTLED_CLIENT;
import static io.github.chimefake.ChimeError.UNAUTHORIZED_CLIENT;
import static io.github.chimefake.Operation.GET_MESSAGING_SESSION_ENDPOINT;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.Requests.contents;
import static io.github.chimefake.Requests.describe;
import static io.github.chimefake.Requests.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.chimefake.journal.RecordedCall;
import io.github.chimefake.journal.RecordedCall.RecordedAttempt;
import io.github.chimefake.testing.Fakes;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ConflictException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ThrottledClientException;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

class FaultsTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeChannel general =
            chime.channel("general").members(alice, bob).create();
    private final ChimeChannel random = chime.channel("random").members(alice).create();
    private final ChimeSdkMessagingClient client = chime.client();

    private void sends(ChimeUser sender) {
        assertThat(client.sendChannelMessage(send(sender, general, "hello")).messageId())
                .isNotEmpty();
    }

    private void fails(Class<? extends Throwable> expected, ChimeUser sender) {
        assertThatExceptionOfType(expected).isThrownBy(() -> client.sendChannelMessage(send(sender, general, "hello")));
    }

    private RecordedCall theOnlyCall() {
        assertThat(chime.journal().calls()).hasSize(1);
        return chime.journal().calls().get(0);
    }

    // When it strikes

    @Test
    void aFaultWithoutAScheduleAppliesToEveryCall() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).fail(FORBIDDEN);

        fails(ForbiddenException.class, alice);
        fails(ForbiddenException.class, alice);
    }

    @Test
    void onceAppliesToTheNextCallOnly() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().fail(FORBIDDEN);

        fails(ForbiddenException.class, alice);
        sends(alice);
    }

    @Test
    void callsAppliesToThatManyCalls() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).calls(2).fail(FORBIDDEN);

        fails(ForbiddenException.class, alice);
        fails(ForbiddenException.class, alice);
        sends(alice);
    }

    @Test
    void nthAppliesToThatCallOnly() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).nthCall(3).fail(FORBIDDEN);

        sends(alice);
        sends(alice);
        fails(ForbiddenException.class, alice);
        sends(alice);
    }

    @Test
    void aFaultAppliesToEveryAttemptOfACall() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().fail(THROTTLED_CLIENT);

        fails(ThrottledClientException.class, alice);

        assertThat(theOnlyCall().attempts()).extracting(RecordedAttempt::status).containsExactly(429, 429, 429, 429);
        sends(alice);
    }

    @Test
    void attemptsAppliesToTheFirstAttemptsOnlySoThatTheSdksRetrySucceeds() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().attempts(2).fail(THROTTLED_CLIENT);

        sends(alice);

        assertThat(theOnlyCall().attempts()).extracting(RecordedAttempt::status).containsExactly(429, 429, 201);
        assertThat(contents(client, alice, general)).containsExactly("hello");
    }

    @Test
    void attemptsWithoutAScheduleAppliesToTheFirstAttemptsOfEveryCall() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).attempts(1).fail(SERVICE_UNAVAILABLE);

        sends(alice);
        sends(alice);

        assertThat(chime.journal().calls())
                .allSatisfy(call -> assertThat(call.attempts())
                        .extracting(RecordedAttempt::status)
                        .containsExactly(503, 201));
    }

    // Whom and where it strikes

    @Test
    void aFaultAppliesToTheOperationsThatItNamesOnly() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).fail(FORBIDDEN);

        assertThat(client.describeChannel(describe(alice, general)).channel().name())
                .isEqualTo("general");
    }

    @Test
    void aFaultOnNoOperationAppliesToAll() {
        chime.faults().fail(FORBIDDEN);

        fails(ForbiddenException.class, alice);
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> client.describeChannel(describe(alice, general)));
    }

    @Test
    void aFaultAppliesToTheUserThatItNamesOnlyAndCountsItsCallsOnly() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).by(bob).nthCall(2).fail(FORBIDDEN);

        sends(bob);
        sends(alice);
        fails(ForbiddenException.class, bob);
    }

    @Test
    void aFaultAppliesToTheCallerThatItNamesOnly() {
        ChimeCaller backend = chime.caller("role/backend");
        chime.faults().on(SEND_CHANNEL_MESSAGE).by(backend).fail(FORBIDDEN);

        sends(alice);
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() ->
                        chime.clients().signedBy(backend).client().sendChannelMessage(send(alice, general, "hello")));
    }

    @Test
    void aFaultAppliesInTheChannelThatItNamesOnly() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).inChannel(random).fail(FORBIDDEN);

        sends(alice);
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> client.sendChannelMessage(send(alice, random, "hello")));
    }

    @Test
    void aFaultAppliesToAnOperationWithoutUserAndChannel() {
        chime.faults().on(GET_MESSAGING_SESSION_ENDPOINT).fail(UNAUTHORIZED_CLIENT);

        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> client.getMessagingSessionEndpoint(request -> {}));
    }

    // Several faults

    @Test
    void faultsThatWaitForTheSameCallApplyOneAfterTheOther() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().fail(CONFLICT);
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().fail(FORBIDDEN);

        fails(ConflictException.class, alice);
        fails(ForbiddenException.class, alice);
        sends(alice);
    }

    @Test
    void aFaultThatWaitsDoesNotApplyToTheRetriesOfTheCallBefore() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().attempts(1).fail(SERVICE_UNAVAILABLE);
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().fail(FORBIDDEN);

        sends(alice);
        fails(ForbiddenException.class, alice);
    }

    @Test
    void aDelayAndAFailureApplyToTheSameCall() {
        Registration delay = chime.faults().on(SEND_CHANNEL_MESSAGE).once().delay(Duration.ofMillis(1));
        Registration failure = chime.faults().on(SEND_CHANNEL_MESSAGE).once().fail(FORBIDDEN);

        fails(ForbiddenException.class, alice);

        assertThat(delay.timesApplied()).isOne();
        assertThat(failure.timesApplied()).isOne();
    }

    // The rule

    @Test
    void aFaultSaysToHowManyCallsItApplied() {
        Registration fault = chime.faults().on(SEND_CHANNEL_MESSAGE).by(bob).fail(SERVICE_UNAVAILABLE);
        assertThat(fault.timesApplied()).isZero();

        sends(alice);
        fails(ChimeSdkMessagingException.class, bob);
        fails(ChimeSdkMessagingException.class, bob);

        assertThat(fault.timesApplied()).isEqualTo(2);
    }

    @Test
    void closingARuleLiftsIt() {
        Registration fault = chime.faults().on(SEND_CHANNEL_MESSAGE).fail(FORBIDDEN);
        fails(ForbiddenException.class, alice);

        fault.close();
        fault.close();

        sends(alice);
        assertThat(fault.timesApplied()).isOne();
    }

    @Test
    void aRuleHoldsForABlock() {
        try (Registration fault = chime.faults().on(SEND_CHANNEL_MESSAGE).fail(FORBIDDEN)) {
            fails(ForbiddenException.class, alice);
            assertThat(fault.timesApplied()).isOne();
        }

        sends(alice);
    }

    @Test
    void clearingLiftsEveryFault() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).fail(FORBIDDEN);
        chime.faults().fail(CONFLICT);

        chime.faults().clear();

        sends(alice);
    }

    @Test
    void aRuleSaysWhatItDoes() {
        assertThat(chime.faults()
                        .on(SEND_CHANNEL_MESSAGE)
                        .by(bob)
                        .inChannel(general)
                        .calls(2)
                        .attempts(3)
                        .fail(FORBIDDEN))
                .hasToString("SendChannelMessage by bob in channel " + general.arn()
                        + ", 2 calls, attempts(3): fail with ForbiddenException");
        assertThat(chime.faults().loseRequest()).hasToString("any operation, always: lose the request");
        assertThat(chime.faults().once().loseResponse())
                .hasToString("any operation, once: carry out, but lose the response");
        assertThat(chime.faults().nthCall(2).delay(Duration.ofSeconds(1)))
                .hasToString("any operation, call 2: response delayed by PT1S");
    }

    // Arguments

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void countsBelowOneAreRefused(int count) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.faults().calls(count).fail(FORBIDDEN))
                .withMessage("calls(%d): the number must be at least 1", count);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.faults().nthCall(count).fail(FORBIDDEN))
                .withMessage("nthCall(%d): the number must be at least 1", count);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.faults().attempts(count).fail(FORBIDDEN))
                .withMessage("attempts(%d): the number must be at least 1", count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.000999999S", "PT24H0.001S"})
    void aDelayThatCannotBeKeptIsRefused(Duration delay) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.faults().delay(delay))
                .withMessage("delay(%s): the delay must be from PT0.001S (1 ms) to PT24H (24 hours)", delay);
    }
}
