package io.github.chimefake;

import static io.github.chimefake.ChimeError.CONFLICT;
import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.ChimeError.SERVICE_UNAVAILABLE;
import static io.github.chimefake.ChimeError.THROTTLED_CLIENT;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.Requests.describe;
import static io.github.chimefake.Requests.send;
import static io.github.chimefake.faults.FaultEffects.error;
import static io.github.chimefake.faults.FaultEffects.lostResponse;
import static io.github.chimefake.faults.FaultEffects.passes;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.chimefake.journal.RecordedCall.RecordedAttempt;
import io.github.chimefake.testing.Fakes;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;

/** Which of the selected calls a fault applies to. */
class FaultTimesTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeChannel general =
            chime.channel("general").members(alice).moderators(alice).create();
    private final ChimeSdkMessagingClient client = chime.client();

    /** Returns one letter for each call: P if it passed, F if it failed. */
    private String sends(int calls) {
        return IntStream.range(0, calls)
                .mapToObj(call -> sends("message " + call))
                .collect(joining());
    }

    private String sends(String content) {
        try {
            client.sendChannelMessage(send(alice, general, content));
            return "P";
        } catch (SdkException failed) {
            return "F";
        }
    }

    @Test
    void everyNthCall() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).everyNthCall(3).fail(FORBIDDEN);

        assertThat(sends(7)).isEqualTo("PPFPPFP");
    }

    @Test
    void everyNthCallOfAPermissionRule() {
        chime.permissions().by(alice).on(SEND_CHANNEL_MESSAGE).everyNthCall(2).deny();

        assertThat(sends(5)).isEqualTo("PFPFP");
    }

    @Test
    void afterAnOperation() {
        chime.faults()
                .on(SEND_CHANNEL_MESSAGE)
                .after(DESCRIBE_CHANNEL)
                .nthCall(2)
                .fail(FORBIDDEN);

        assertThat(sends(3)).isEqualTo("PPP");
        client.describeChannel(describe(alice, general));
        assertThat(sends(3)).isEqualTo("PFP");
    }

    @Test
    void afterARequest() {
        chime.faults()
                .on(SEND_CHANNEL_MESSAGE)
                .after(
                        SendChannelMessageRequest.class,
                        request -> request.content().equals("last"))
                .fail(FORBIDDEN);

        assertThat(sends("first") + sends("last") + sends("too late")).isEqualTo("PPF");
    }

    @Test
    void aResetForgetsWhatCameBefore() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).after(DESCRIBE_CHANNEL).fail(FORBIDDEN);
        chime.snapshots().markBaseline();
        client.describeChannel(describe(alice, general));

        chime.reset();

        assertThat(sends(1)).isEqualTo("P");
    }

    @Test
    void inATimeOfTheFakesClock() {
        chime.clock().freeze();
        Instant now = chime.clock().instant();
        chime.faults()
                .on(SEND_CHANNEL_MESSAGE)
                .during(now.plusSeconds(10), now.plusSeconds(20))
                .fail(FORBIDDEN);

        assertThat(sends(1)).isEqualTo("P");
        chime.clock().advance(Duration.ofSeconds(10));
        assertThat(sends(1)).isEqualTo("F");
        chime.clock().advance(Duration.ofSeconds(10));
        assertThat(sends(1)).isEqualTo("P");
    }

    @Test
    void forSomeTimeFromNow() {
        chime.clock().freeze();
        chime.faults().on(SEND_CHANNEL_MESSAGE).during(Duration.ofMinutes(1)).fail(FORBIDDEN);

        assertThat(sends(1)).isEqualTo("F");
        chime.clock().advance(Duration.ofMinutes(1));
        assertThat(sends(1)).isEqualTo("P");
    }

    @Test
    void withAProbabilityFromTheSeed() {
        String first = sendsToFakeWithSeed(7);

        assertThat(first).contains("P").contains("F");
        assertThat(sendsToFakeWithSeed(7)).isEqualTo(first);
        assertThat(sendsToFakeWithSeed(8)).isNotEqualTo(first);
    }

    @Test
    void aResetBeginsTheRandomNumbersAnew() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).withProbability(0.5).fail(FORBIDDEN);
        chime.snapshots().markBaseline();
        String first = sends(20);

        chime.reset();

        assertThat(sends(20)).isEqualTo(first);
    }

    private String sendsToFakeWithSeed(long seed) {
        ChimeMessagingServer seeded = fakes.start(Fakes.builder().seed(seed));
        ChimeUser bob = seeded.user("bob");
        ChimeChannel channel = seeded.channel("general").members(bob).create();
        seeded.faults().on(SEND_CHANNEL_MESSAGE).withProbability(0.5).fail(FORBIDDEN);
        return IntStream.range(0, 30)
                .mapToObj(call -> {
                    try {
                        seeded.client().sendChannelMessage(send(bob, channel, "hello"));
                        return "P";
                    } catch (SdkException failed) {
                        return "F";
                    }
                })
                .collect(joining());
    }

    @Test
    void anErrorForEachAttempt() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).failEachAttempt(THROTTLED_CLIENT, SERVICE_UNAVAILABLE);

        assertThat(sends(1)).isEqualTo("P");
        assertThat(chime.journal().calls().get(0).attempts())
                .extracting(RecordedAttempt::status)
                .containsExactly(429, 503, 201);
    }

    @Test
    void anEffectForEachAttempt() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).eachAttempt(error(SERVICE_UNAVAILABLE), lostResponse());

        assertThat(sends(1)).isEqualTo("P");
        assertThat(chime.journal().calls().get(0).attempts())
                .extracting(RecordedAttempt::status)
                .containsExactly(503, 201, 201);
    }

    @Test
    void anEffectForEachCall() {
        Registration fault = chime.faults()
                .on(SEND_CHANNEL_MESSAGE)
                .fromCall(2)
                .eachCall(error(FORBIDDEN), passes(), error(CONFLICT));

        assertThat(sends(6)).isEqualTo("PFPFPP");
        assertThat(fault.timesApplied()).isEqualTo(3);
        assertThat(fault)
                .hasToString(
                        "SendChannelMessage, from call 2 on: call by call: fail with ForbiddenException, then pass,"
                                + " then fail with ConflictException");
    }

    @Test
    void aSequenceNeedsAsManyCalls() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.faults().on(SEND_CHANNEL_MESSAGE).once().failEachCall(FORBIDDEN, CONFLICT))
                .withMessageContaining("has effects for 2 calls, but \"once\" selects fewer");
    }

    @Test
    void aSequenceNeedsAsManyAttempts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.faults().attempts(1).failEachAttempt(FORBIDDEN, CONFLICT))
                .withMessageContaining("has effects for 2 attempts, but attempts(1) selects fewer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void aTimeFromNowIsPositive(Duration duration) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.faults().during(duration))
                .withMessage("during(" + duration
                        + "): the duration must be positive. Use for example Duration.ofSeconds(5)");
    }

    @Test
    void aTimeFromNowMayBeVeryLong() {
        chime.faults()
                .on(SEND_CHANNEL_MESSAGE)
                .during(ChronoUnit.FOREVER.getDuration())
                .fail(FORBIDDEN);

        assertThat(sends(1)).isEqualTo("F");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 0, 1.1, Double.NaN})
    void aProbabilityIsMoreThan0AndAtMost1(double probability) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.faults().withProbability(probability))
                .withMessage(
                        "withProbability(" + probability + "): expected more than 0 and at most 1, for example 0.1");
    }

    @Test
    void aTimeStartsBeforeItEnds() {
        Instant now = Instant.parse("2026-01-02T03:04:05Z");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.faults().during(now, now))
                .withMessage("during(2026-01-02T03:04:05Z, 2026-01-02T03:04:05Z): the start must be before the end");
    }
}
