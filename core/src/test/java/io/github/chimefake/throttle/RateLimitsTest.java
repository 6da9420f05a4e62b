package io.github.chimefake.throttle;

import static io.github.chimefake.Requests.describe;
import static io.github.chimefake.Requests.listMessages;
import static io.github.chimefake.Requests.send;
import static io.github.chimefake.Requests.updateChannel;
import static io.github.chimefake.call.Operation.CREATE_CHANNEL;
import static io.github.chimefake.call.Operation.DESCRIBE_CHANNEL;
import static io.github.chimefake.call.Operation.LIST_CHANNEL_MESSAGES;
import static io.github.chimefake.call.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.call.Operation.UPDATE_CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ManualClock;
import io.github.chimefake.call.ChimeChannel;
import io.github.chimefake.call.ChimeUser;
import io.github.chimefake.call.Provenance;
import io.github.chimefake.call.Refusal;
import io.github.chimefake.call.Rule;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkidentity.model.ChimeSdkIdentityException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ThrottledClientException;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

/** Rate limits, as a client meets them. */
class RateLimitsTest {
    private final ManualClock clock = ManualClock.standingStill();
    private final ChimeMessagingServer chime =
            ChimeMessagingServer.builder().clock(clock).start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeChannel general =
            chime.channel("general").members(alice, bob).moderators(alice).create();
    private final ChimeChannel random =
            chime.channel("random").members(alice, bob).moderators(alice).create();
    private final ChimeSdkMessagingClient client = chime.clientWithoutRetries();

    @AfterEach
    void stop() {
        chime.close();
    }

    private static void throttled(ThrowingCallable call) {
        assertThatExceptionOfType(ThrottledClientException.class).isThrownBy(call);
    }

    private void describeTimes(int times, ChimeUser reader, ChimeChannel channel) {
        for (int call = 0; call < times; call++) {
            client.describeChannel(describe(reader, channel));
        }
    }

    private Refusal lastRefusal() {
        List<Refusal> refusals = chime.journal().refusals().stream()
                .map(call -> call.refusal().orElseThrow())
                .toList();
        return refusals.get(refusals.size() - 1);
    }

    @Test
    void nothingIsLimitedUntilATestAsksForIt() {
        describeTimes(50, alice, general);

        assertThat(chime.journal().refusals()).isEmpty();
    }

    @Test
    void aBearerBeyondTheLimitIsAnsweredAsByTheRealService() {
        chime.rates().perBearer(2);
        describeTimes(2, alice, general);

        ThrottledClientException refusal = catchThrowableOfType(
                ThrottledClientException.class, () -> client.sendChannelMessage(send(alice, random, "hello")));

        assertThat(refusal.statusCode()).isEqualTo(429);
        assertThat(refusal.codeAsString()).isEqualTo("Throttled");
        assertThat(refusal.awsErrorDetails().errorMessage()).isEqualTo("Rate exceeded");
        assertThat(refusal.isThrottlingException()).as("what the SDK retries").isTrue();
        describeTimes(2, bob, general);
    }

    @Test
    void creatingUpdatingAndDeletingUsersOfAnAppInstanceAreCountedTogether() {
        chime.rates().enforce(RateQuota.APP_INSTANCE_USER_WRITES, 3);
        String appInstance = chime.appInstance().arn();

        assertThat(status(identity -> identity.createAppInstanceUser(
                        request -> request.appInstanceArn(appInstance).appInstanceUserId("carol"))))
                .isNotEqualTo(429);
        assertThat(status(identity -> identity.updateAppInstanceUser(
                        request -> request.appInstanceUserArn(alice.arn()).name("Alice"))))
                .isNotEqualTo(429);
        assertThat(status(identity -> identity.updateAppInstanceUser(
                        request -> request.appInstanceUserArn(bob.arn()).name("Bob"))))
                .isNotEqualTo(429);

        assertThat(status(
                        identity -> identity.deleteAppInstanceUser(request -> request.appInstanceUserArn(alice.arn()))))
                .isEqualTo(429);
        assertThat(status(identity -> identity.createAppInstanceUser(
                        request -> request.appInstanceArn(appInstance.replace("app-instance/", "app-instance/other-"))
                                .appInstanceUserId("carol"))))
                .as("in another app instance")
                .isNotEqualTo(429);
    }

    @Test
    void allCallsOfIdentityAreCountedTogetherForTheAccount() {
        chime.rates().enforce(RateQuota.IDENTITY_CALLS, 2);
        String appInstance = chime.appInstance().arn();

        status(identity -> identity.listAppInstances(request -> request.maxResults(99)));
        status(identity -> identity.describeAppInstance(request -> request.appInstanceArn(appInstance)));

        assertThat(status(
                        identity -> identity.describeAppInstanceUser(request -> request.appInstanceUserArn(bob.arn()))))
                .isEqualTo(429);
        assertThat(lastRefusal().explanation()).contains("2 calls a second per account", "111122223333 made 2 since");
        describeTimes(3, alice, general);
    }

    /** What the call is answered with; what else than 429 it is does not matter here. */
    private int status(Consumer<ChimeSdkIdentityClient> call) {
        try {
            call.accept(chime.identity().clientWithoutRetries());
            return 200;
        } catch (ChimeSdkIdentityException e) {
            return e.statusCode();
        }
    }

    @Test
    void theExplanationTellsWhichLimitAndWhenItFrees() {
        chime.rates().on(DESCRIBE_CHANNEL).perBearer(1);
        describeTimes(1, alice, general);
        clock.advance(Duration.ofMillis(250));

        throttled(() -> client.describeChannel(describe(alice, general)));

        assertThat(lastRefusal().provenance()).isEqualTo(Provenance.REQUESTED);
        assertThat(lastRefusal().explanation())
                .contains("1 calls a second per ChimeBearer", "DescribeChannel", alice.arn(), "rates().off()")
                .contains("made 1 since 2026-01-02T03:04:05Z", "again from 2026-01-02T03:04:06Z");
    }

    @Test
    void theLimitFreesASecondAfterTheFirstCall() {
        chime.rates().perBearer(2);
        describeTimes(1, alice, general);
        clock.advance(Duration.ofMillis(600));
        describeTimes(1, alice, general);
        clock.advance(Duration.ofMillis(399));
        throttled(() -> client.describeChannel(describe(alice, general)));

        clock.advance(Duration.ofMillis(1));

        describeTimes(2, alice, general);
        throttled(() -> client.describeChannel(describe(alice, general)));
    }

    @Test
    void operationsOfOneSentenceAreCountedTogetherAndPerChannel() {
        chime.rates().on(SEND_CHANNEL_MESSAGE, UPDATE_CHANNEL).perChannel(2);
        client.sendChannelMessage(send(bob, general, "one"));
        client.updateChannel(updateChannel(alice, general, "General"));

        throttled(() -> client.sendChannelMessage(send(bob, general, "three")));
        client.sendChannelMessage(send(bob, random, "elsewhere"));
        client.listChannelMessages(listMessages(bob, general));
    }

    @Test
    void callsOnAnythingInAnAppInstanceCountForIt() {
        chime.rates().on(CREATE_CHANNEL, UPDATE_CHANNEL).perAppInstance(2);
        client.updateChannel(updateChannel(alice, general, "General"));
        client.updateChannel(updateChannel(alice, random, "Random"));

        throttled(() -> client.createChannel(
                builder -> builder.appInstanceArn(chime.appInstance().arn())
                        .chimeBearer(bob.arn())
                        .name("third")
                        .clientRequestToken("token")));
    }

    @Test
    void callsAboutAUserCountForTheBearerWhereTheyNameNobody() {
        ListChannelsRequest list = ListChannelsRequest.builder()
                .appInstanceArn(chime.appInstance().arn())
                .chimeBearer(alice.arn())
                .build();
        chime.rates().perUser(1);
        client.listChannels(list);

        throttled(() -> client.listChannels(list));
        client.listChannels(list.toBuilder().chimeBearer(bob.arn()).build());
    }

    @Test
    void aLimitMayMeanOneUserOrOneChannelOnly() {
        chime.rates().by(alice).inChannel(general).perBearer(1);
        describeTimes(1, alice, general);

        throttled(() -> client.describeChannel(describe(alice, general)));
        describeTimes(2, alice, random);
        describeTimes(2, bob, general);
    }

    @Test
    void aCallThatIsThrottledCountsForNoOtherLimit() {
        chime.rates().on(DESCRIBE_CHANNEL).perChannel(2);
        chime.rates().perBearer(1);
        describeTimes(1, alice, general);
        throttled(() -> client.describeChannel(describe(alice, general)));

        describeTimes(1, bob, general);
    }

    @Test
    void aCallThatARuleDeniesDoesNotCountAndOneThatARoleForbidsDoes() {
        chime.rates().on(SEND_CHANNEL_MESSAGE).perChannel(1);
        try (Rule denied = chime.permissions().deny(SEND_CHANNEL_MESSAGE)) {
            assertThatExceptionOfType(UnauthorizedClientException.class)
                    .isThrownBy(() -> client.sendChannelMessage(send(alice, general, "denied")));
            assertThat(denied.fired()).isOne();
        }
        ChimeUser stranger = chime.user("stranger");
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> client.sendChannelMessage(send(stranger, general, "forbidden")));

        throttled(() -> client.sendChannelMessage(send(alice, general, "hello")));
    }

    @Test
    void callsAreCountedBeforeTheirInputIsLookedAt() {
        chime.rates().perBearer(1);
        describeTimes(1, alice, general);

        throttled(() -> client.sendChannelMessage(send(alice, general, "")));
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
        try (ChimeMessagingServer other =
                ChimeMessagingServer.builder().clock(running).start()) {
            ChimeUser carol = other.user("carol");
            ChimeChannel channel = other.channel("channel").members(carol).create();
            Rule limit = other.rates().perBearer(1);
            other.client().describeChannel(describe(carol, channel));

            other.client().describeChannel(describe(carol, channel));

            assertThat(other.journal().calls(DESCRIBE_CHANNEL).get(1).attempts())
                    .extracting(attempt -> attempt.status())
                    .startsWith(429)
                    .endsWith(200);
            assertThat(limit.fired()).as("invocations, not attempts").isOne();
        }
    }

    @Test
    void theDocumentedQuotasAreThoseOfTheFakesRegion() {
        chime.rates().enforce();
        describeTimes(10, alice, general);
        throttled(() -> client.describeChannel(describe(alice, general)));
        assertThat(lastRefusal().provenance()).isEqualTo(Provenance.DOCUMENTED);
        assertThat(lastRefusal().explanation()).contains("10 calls a second per ChimeBearer, the documented default");

        try (ChimeMessagingServer frankfurt = ChimeMessagingServer.builder()
                .region("eu-central-1")
                .clock(clock)
                .start()) {
            ChimeUser carol = frankfurt.user("carol");
            ChimeChannel channel = frankfurt.channel("channel").members(carol).create();
            frankfurt.rates().enforce();
            for (int call = 0; call < 5; call++) {
                frankfurt.clientWithoutRetries().describeChannel(describe(carol, channel));
            }
            throttled(() -> frankfurt.clientWithoutRetries().describeChannel(describe(carol, channel)));
        }
    }

    @Test
    void oneQuotaMayBeAnother() {
        chime.rates().enforce();
        try (Rule raised = chime.rates().enforce(RateQuota.BEARER_CALLS, 12)) {
            describeTimes(12, alice, general);
            throttled(() -> client.describeChannel(describe(alice, general)));
            assertThat(raised.fired()).isOne();
        }

        clock.advance(Duration.ofSeconds(1));
        describeTimes(10, alice, general);
        throttled(() -> client.describeChannel(describe(alice, general)));
    }

    @Test
    void aLaterLimitOnTheSameCallsTakesThePlaceOfTheEarlier() {
        chime.rates().perBearer(1);
        chime.rates().perBearer(3);

        describeTimes(3, alice, general);
        throttled(() -> client.describeChannel(describe(alice, general)));
    }

    @Test
    void limitsAreLiftedAtOnceOrOneByOne() {
        Rule limit = chime.rates().perBearer(1);
        limit.close();
        describeTimes(2, alice, general);
        chime.rates().enforce();

        chime.rates().off();

        describeTimes(20, alice, general);
    }

    @Test
    void aResetGoesBackToTheLimitsOfTheBaselineWithNothingCounted() {
        chime.rates().perBearer(2);
        chime.markBaseline();
        describeTimes(2, alice, general);
        chime.rates().perBearer(50);

        chime.reset();

        describeTimes(2, alice, general);
        throttled(() -> client.describeChannel(describe(alice, general)));
    }

    @Test
    void aCopyHasTheLimitsOfTheBaselineAndCountsForItself() {
        chime.rates().perBearer(1);
        chime.markBaseline();
        describeTimes(1, alice, general);

        try (ChimeMessagingServer copy = chime.startCopy()) {
            ChimeSdkMessagingClient copysClient = copy.clientWithoutRetries();
            copysClient.describeChannel(describe(alice, general));
            throttled(() -> copysClient.describeChannel(describe(alice, general)));
        }
    }

    @Test
    void manyCallersAtOnceGetNoMoreThanTheLimit() {
        chime.rates().on(LIST_CHANNEL_MESSAGES).perChannel(30);

        long served = IntStream.range(0, 80)
                .parallel()
                .filter(call -> {
                    try {
                        client.listChannelMessages(listMessages(alice, general));
                        return true;
                    } catch (ThrottledClientException refused) {
                        return false;
                    }
                })
                .count();

        assertThat(served).isEqualTo(30);
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
    void aLimitSaysWhatItLimits() {
        Rule limit = chime.rates().on(SEND_CHANNEL_MESSAGE).by(alice).perChannel(5);

        assertThat(limit).hasToString("SendChannelMessage by alice: 5 a second per channel");
    }
}
