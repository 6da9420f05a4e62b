package io.github.chimefake.internal.rates;

import static io.github.chimefake.Operation.CREATE_APP_INSTANCE;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL;
import static io.github.chimefake.Operation.LIST_CHANNEL_MESSAGES;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.Requests.describe;
import static io.github.chimefake.Requests.listMessages;
import static io.github.chimefake.Requests.send;
import static io.github.chimefake.internal.rates.RateLimitsFixture.throttled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Provenance;
import io.github.chimefake.Registration;
import io.github.chimefake.rates.RateQuota;
import io.github.chimefake.testing.Fakes;
import io.github.chimefake.testing.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ThrottledClientException;

/** Rate limits, as a client meets them. */
class RateLimitsTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ManualClock clock = ManualClock.standingStill();
    private final ChimeMessagingServer chime =
            fakes.start(ChimeMessagingServer.builder().clock(clock));
    private final RateLimitsFixture fixture = new RateLimitsFixture(chime);
    private final ChimeUser alice = fixture.alice;
    private final ChimeUser bob = fixture.bob;
    private final ChimeChannel general = fixture.general;
    private final ChimeChannel random = fixture.random;
    private final ChimeSdkMessagingClient client = fixture.client;

    @Test
    void nothingIsLimitedUntilATestAsksForIt() {
        fixture.describeTimes(50, alice, general);

        assertThat(chime.journal().failures()).isEmpty();
    }

    @Test
    void aBearerBeyondTheLimitIsAnsweredAsByTheRealService() {
        chime.rates().perBearer(2);
        fixture.describeTimes(2, alice, general);

        ThrottledClientException serviceError = catchThrowableOfType(
                ThrottledClientException.class, () -> client.sendChannelMessage(send(alice, random, "hello")));

        assertThat(serviceError.statusCode()).isEqualTo(429);
        assertThat(serviceError.codeAsString()).isEqualTo("Throttled");
        assertThat(serviceError.awsErrorDetails().errorMessage()).isEqualTo("Rate exceeded");
        assertThat(serviceError.isThrottlingException())
                .as("what the SDK retries")
                .isTrue();
        fixture.describeTimes(2, bob, general);
    }

    @Test
    void theExplanationTellsWhichLimitAndWhenItFrees() {
        chime.rates().on(DESCRIBE_CHANNEL).perBearer(1);
        fixture.describeTimes(1, alice, general);
        clock.advance(Duration.ofMillis(250));

        throttled(() -> client.describeChannel(describe(alice, general)));

        assertThat(fixture.lastRefusal().provenance()).isEqualTo(Provenance.REQUESTED);
        assertThat(fixture.lastRefusal().explanation())
                .contains("1 calls a second per ChimeBearer", "DescribeChannel", alice.arn(), "rates().clear()")
                .contains("made 1 since 2026-01-02T03:04:05Z", "again from 2026-01-02T03:04:06Z");
    }

    @Test
    void theLimitFreesASecondAfterTheFirstCall() {
        chime.rates().perBearer(2);
        fixture.describeTimes(1, alice, general);
        clock.advance(Duration.ofMillis(600));
        fixture.describeTimes(1, alice, general);
        clock.advance(Duration.ofMillis(399));
        throttled(() -> client.describeChannel(describe(alice, general)));

        clock.advance(Duration.ofMillis(1));

        fixture.describeTimes(2, alice, general);
        throttled(() -> client.describeChannel(describe(alice, general)));
    }

    @Test
    void aThrottledCallChangesNothing() {
        chime.rates().on(SEND_CHANNEL_MESSAGE).perChannel(1);
        client.sendChannelMessage(send(alice, general, "one"));
        throttled(() -> client.sendChannelMessage(send(alice, general, "two")));

        assertThat(client.listChannelMessages(listMessages(alice, general)).channelMessages())
                .extracting(message -> message.content())
                .containsExactly("one");
    }

    @Test
    void theSdkRetriesUntilTheLimitFreesSoThatTheCallerNoticesNothing() {
        ManualClock running = ManualClock.advancingAtEveryLook(Duration.ofMillis(300));
        ChimeMessagingServer other = fakes.start(ChimeMessagingServer.builder().clock(running));
        ChimeUser carol = other.user("carol");
        ChimeChannel channel = other.channel("channel").members(carol).create();
        Registration limit = other.rates().perBearer(1);
        other.client().describeChannel(describe(carol, channel));

        other.client().describeChannel(describe(carol, channel));

        assertThat(other.journal().calls(DESCRIBE_CHANNEL).get(1).attempts())
                .extracting(attempt -> attempt.status())
                .startsWith(429)
                .endsWith(200);
        assertThat(limit.timesApplied()).as("invocations, not attempts").isOne();
    }

    @Test
    void aLaterLimitOnTheSameCallsTakesThePlaceOfTheEarlier() {
        chime.rates().perBearer(1);
        chime.rates().perBearer(3);

        fixture.describeTimes(3, alice, general);
        throttled(() -> client.describeChannel(describe(alice, general)));
    }

    @Test
    void limitsAreLiftedAtOnceOrOneByOne() {
        Registration limit = chime.rates().perBearer(1);
        limit.close();
        fixture.describeTimes(2, alice, general);
        chime.rates().enforce();

        chime.rates().clear();

        fixture.describeTimes(20, alice, general);
    }

    @Test
    void aResetGoesBackToTheLimitsOfTheBaselineWithNothingCounted() {
        chime.rates().perBearer(2);
        chime.snapshots().markBaseline();
        fixture.describeTimes(2, alice, general);
        chime.rates().perBearer(50);

        chime.reset();

        fixture.describeTimes(2, alice, general);
        throttled(() -> client.describeChannel(describe(alice, general)));
    }

    @Test
    void aCopyHasTheLimitsOfTheBaselineAndCountsForItself() {
        chime.rates().perBearer(1);
        chime.snapshots().markBaseline();
        fixture.describeTimes(1, alice, general);

        ChimeMessagingServer copy = fakes.startCopy(chime);
        ChimeSdkMessagingClient clientOfCopy = copy.clients().withoutRetries().client();
        clientOfCopy.describeChannel(describe(alice, general));
        throttled(() -> clientOfCopy.describeChannel(describe(alice, general)));
    }

    @Test
    void manyCallersAtOnceGetNoMoreThanTheLimit() throws ExecutionException, InterruptedException {
        chime.rates().on(LIST_CHANNEL_MESSAGES).perChannel(30);
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> calls = IntStream.range(0, 80)
                    .mapToObj(call -> callers.submit(this::isServed))
                    .toList();

            int served = 0;
            for (Future<Boolean> call : calls) {
                served += call.get() ? 1 : 0;
            }
            assertThat(served).isEqualTo(30);
        } finally {
            callers.shutdownNow();
        }
    }

    private boolean isServed() {
        try {
            client.listChannelMessages(listMessages(alice, general));
            return true;
        } catch (ThrottledClientException throttled) {
            return false;
        }
    }

    @Test
    void whatNeverLetsACallThroughIsNoLimit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.rates().perChannel(0))
                .withMessageContaining("at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.rates().enforce(RateQuota.MESSAGE_READS, -1))
                .withMessageContaining("THROTTLED_CLIENT");
    }

    @Test
    void aLimitThatCountsNoCallIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> chime.rates().on(CREATE_APP_INSTANCE).by(alice).perAppInstance(1))
                .withMessageContaining("CreateAppInstance by alice")
                .withMessageContaining("Leave out by(user), or name operations that have a bearer");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.rates().on(CREATE_APP_INSTANCE).perBearer(1))
                .withMessageContaining("CreateAppInstance per ChimeBearer")
                .withMessageContaining("Use perAppInstance(…) or perUser(…), or name operations that have a bearer");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.rates().on(CREATE_APP_INSTANCE).perChannel(1))
                .withMessageContaining("CreateAppInstance per channel");
    }

    @Test
    void aLimitSaysWhatItLimits() {
        Registration limit = chime.rates().on(SEND_CHANNEL_MESSAGE).by(alice).perChannel(5);

        assertThat(limit).hasToString("SendChannelMessage by alice: 5 a second per channel");
    }
}
