package io.github.chimefake.internal.rates;

import static io.github.chimefake.Operation.CREATE_CHANNEL;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.Operation.UPDATE_CHANNEL;
import static io.github.chimefake.Requests.describe;
import static io.github.chimefake.Requests.listMessages;
import static io.github.chimefake.Requests.send;
import static io.github.chimefake.Requests.updateChannel;
import static io.github.chimefake.internal.rates.RateLimitsFixture.throttled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Registration;
import io.github.chimefake.testing.Fakes;
import io.github.chimefake.testing.ManualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

/** Which calls count for a rate limit. */
class CountedCallsTest {
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
        fixture.describeTimes(1, alice, general);

        throttled(() -> client.describeChannel(describe(alice, general)));
        fixture.describeTimes(2, alice, random);
        fixture.describeTimes(2, bob, general);
    }

    @Test
    void aCallThatIsThrottledCountsForNoOtherLimit() {
        chime.rates().on(DESCRIBE_CHANNEL).perChannel(2);
        chime.rates().perBearer(1);
        fixture.describeTimes(1, alice, general);
        throttled(() -> client.describeChannel(describe(alice, general)));

        fixture.describeTimes(1, bob, general);
    }

    @Test
    void aCallThatARuleDeniesDoesNotCountAndOneThatARoleForbidsDoes() {
        chime.rates().on(SEND_CHANNEL_MESSAGE).perChannel(1);
        try (Registration denied = chime.permissions().deny(SEND_CHANNEL_MESSAGE)) {
            assertThatExceptionOfType(UnauthorizedClientException.class)
                    .isThrownBy(() -> client.sendChannelMessage(send(alice, general, "denied")));
            assertThat(denied.timesApplied()).isOne();
        }
        ChimeUser stranger = chime.user("stranger");
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> client.sendChannelMessage(send(stranger, general, "forbidden")));

        throttled(() -> client.sendChannelMessage(send(alice, general, "hello")));
    }

    @Test
    void callsAreCountedBeforeTheirInputIsLookedAt() {
        chime.rates().perBearer(1);
        fixture.describeTimes(1, alice, general);

        throttled(() -> client.sendChannelMessage(send(alice, general, "")));
    }
}
