package io.github.chimefake.examples.readme;

import static io.github.chimefake.Operation.LIST_CHANNEL_MEMBERSHIPS;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.Operation.UPDATE_CHANNEL_MESSAGE;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Registration;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import io.github.chimefake.rates.RateQuota;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ThrottledClientException;

@ChimeMessagingFake
class RatesPageTest {
    private final ChimeMessagingServer chime;
    private final ChimeUser alice;
    private final ChimeUser bob;
    private final ChimeChannel general;

    RatesPageTest(ChimeMessagingServer chime) {
        this.chime = chime;
        this.alice = chime.user("alice");
        this.bob = chime.user("bob");
        this.general = chime.channel("general").members(alice).moderators(alice).create();
    }

    private void send(ChimeSdkMessagingClient client) {
        client.sendChannelMessage(request -> request.channelArn(general.arn())
                .chimeBearer(alice.arn())
                .content("hello")
                .type("STANDARD")
                .persistence("PERSISTENT"));
    }

    private void addBob() {
        chime.client()
                .createChannelMembership(request -> request.channelArn(general.arn())
                        .memberArn(bob.arn())
                        .type("DEFAULT")
                        .chimeBearer(alice.arn()));
    }

    private int members() {
        return chime.client()
                .listChannelMemberships(
                        request -> request.channelArn(general.arn()).chimeBearer(alice.arn()))
                .channelMemberships()
                .size();
    }

    @Test
    void limits() {
        chime.rates().enforce(); // every documented quota, with the default of the fake's region
        chime.rates().enforce(RateQuota.BEARER_CALLS, 100); // one quota with another number
        chime.rates().perBearer(10);
        chime.rates().on(SEND_CHANNEL_MESSAGE, UPDATE_CHANNEL_MESSAGE).perChannel(5);
        chime.rates().clear();

        send(chime.client());
        assertThat(chime).neverFailed();
        chime.reset(); // The lines are alternatives; none of them is used here.
    }

    @Test
    void throttling() {
        ChimeSdkMessagingClient client = chime.clients().withoutRetries().client();
        chime.clock().freeze(); // Otherwise a slow machine may take more than a second for the calls.
        chime.rates().on(SEND_CHANNEL_MESSAGE).perChannel(1);
        send(client);

        assertThatExceptionOfType(ThrottledClientException.class).isThrownBy(() -> send(client));

        chime.clock().advance(Duration.ofSeconds(1));
        send(client);
    }

    @Test
    void staleReads() {
        chime.consistency().eventual(); // 30 % of reads miss what was written in the last 2.5 seconds
        chime.consistency().sometimesStaleFor(Duration.ofSeconds(5), 0.5);
        chime.consistency().staleFor(Duration.ofSeconds(2)); // every read, by the fake's clock
        chime.consistency().on(LIST_CHANNEL_MEMBERSHIPS).staleReads(2); // the first two reads after a write
        chime.consistency().clear();

        addBob();
        assertThat(members()).isEqualTo(2);
        chime.reset(); // The lines are alternatives; none of them is used here.
    }

    @Test
    void readsAgain() {
        Registration stale = chime.consistency().staleReads(2);

        addBob();
        int seen = members();
        while (seen < 2) { // The code under test reads until it sees Bob.
            seen = members();
        }

        assertThat(stale.timesApplied()).isEqualTo(2);
    }
}
