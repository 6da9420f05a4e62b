package io.github.chimefake;

import static io.github.chimefake.Operation.LIST_CHANNEL_MEMBERSHIPS;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.Operation.UPDATE_CHANNEL_MESSAGE;
import static io.github.chimefake.Requests.addMember;
import static io.github.chimefake.Requests.listMembers;
import static io.github.chimefake.Requests.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.rates.RateQuota;
import io.github.chimefake.testing.Fakes;
import io.github.chimefake.testing.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ThrottledClientException;

/** What docs/rates-and-consistency.md shows, run. */
class RatesAndConsistencyManualTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ManualClock clock = ManualClock.standingStill();
    private final ChimeMessagingServer chime =
            fakes.start(ChimeMessagingServer.builder().clock(clock));
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeChannel general =
            chime.channel("general").members(alice).moderators(alice).create();

    @Test
    void limitsAreSetAndClearedAsThePageShows() {
        chime.rates().enforce(); // every documented quota, with the default of the fake's region
        chime.rates().enforce(RateQuota.BEARER_CALLS, 100); // one quota with another number
        chime.rates().perBearer(10);
        chime.rates().on(SEND_CHANNEL_MESSAGE, UPDATE_CHANNEL_MESSAGE).perChannel(5);
        chime.rates().clear();

        chime.client().sendChannelMessage(send(alice, general, "hello"));
        assertThat(chime.journal().failures()).isEmpty();
    }

    @Test
    void aClientWithoutRetriesMeetsTheThrottling() {
        ChimeSdkMessagingClient client = chime.clients().withoutRetries().client();
        chime.rates().on(SEND_CHANNEL_MESSAGE).perChannel(1);
        client.sendChannelMessage(send(alice, general, "one"));

        assertThatExceptionOfType(ThrottledClientException.class)
                .isThrownBy(() -> client.sendChannelMessage(send(alice, general, "two")));

        clock.advance(Duration.ofSeconds(1));
        client.sendChannelMessage(send(alice, general, "three"));
    }

    @Test
    void staleReadsAreSetAndClearedAsThePageShows() {
        chime.consistency().eventual(); // 30 % of reads miss what was written in the last 2.5 seconds
        chime.consistency().sometimesStaleFor(Duration.ofSeconds(5), 0.5);
        chime.consistency().staleFor(Duration.ofSeconds(2)); // every read, by the fake's clock
        chime.consistency().on(LIST_CHANNEL_MEMBERSHIPS).staleReads(2); // the first two reads after a write
        chime.consistency().clear();

        chime.client().createChannelMembership(addMember(alice, general, bob));
        assertThat(membersSeen()).isEqualTo(2);
    }

    private int membersSeen() {
        return chime.client()
                .listChannelMemberships(listMembers(alice, general))
                .channelMemberships()
                .size();
    }

    @Test
    void aTestSeesThatTheCodeUnderTestReadsAgain() {
        Registration stale = chime.consistency().staleReads(2);

        addAndAwait(bob);

        assertThat(stale.timesApplied()).isEqualTo(2);
    }

    /** Stands for the code under test. */
    private void addAndAwait(ChimeUser member) {
        chime.client().createChannelMembership(addMember(alice, general, member));
        int reads = 1;
        while (membersSeen() < 2) {
            assertThat(reads++).as("reads").isLessThan(10);
        }
    }
}
