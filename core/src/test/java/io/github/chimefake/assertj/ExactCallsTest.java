package io.github.chimefake.assertj;

import static io.github.chimefake.Operation.DESCRIBE_CHANNEL;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.assertj.AssertionsFixture.fails;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.testing.Fakes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;

/** Assertions about all calls, and about those of one user or channel. */
class ExactCallsTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime =
            fakes.start(ChimeMessagingServer.builder().journalCapacity(4));
    private final AssertionsFixture fixture = new AssertionsFixture(chime);
    private final ChimeUser alice = fixture.alice;
    private final ChimeUser bob = fixture.bob;
    private final ChimeChannel general = fixture.general;

    private void list(ChimeUser user) {
        fixture.client.listChannels(
                request -> request.appInstanceArn(chime.appInstance().arn()).chimeBearer(user.arn()));
    }

    // The order

    @Test
    void receivedExactlyComparesAllCallsInTheirOrder() {
        fixture.describe(alice, general);
        fixture.aDenial(bob);
        list(alice);

        assertThat(chime).receivedExactly(DESCRIBE_CHANNEL, DESCRIBE_CHANNEL, LIST_CHANNELS);
        assertThat(chime).by(alice).receivedExactly(DESCRIBE_CHANNEL, LIST_CHANNELS);
        assertThat(chime).by(bob).inChannel(general).receivedExactly(DESCRIBE_CHANNEL);
        assertThat(chime)
                .by(chime.caller())
                .inAppInstance(chime.appInstance())
                .receivedExactly(DESCRIBE_CHANNEL, DESCRIBE_CHANNEL, LIST_CHANNELS);
    }

    @Test
    void receivedExactlyShowsBothSequencesSideBySide() {
        list(alice);
        fixture.describe(alice, general);

        fails(
                () -> assertThat(chime).by(alice).receivedExactly(DESCRIBE_CHANNEL, LIST_CHANNELS),
                "Expected exactly these 2 calls, in this order by alice: DescribeChannel, ListChannels, but received them in"
                        + " another order.",
                "Expected and received, side by side:",
                "    - DescribeChannel is missing   <- the first difference",
                "      call 1, ListChannels by alice",
                "    + call 2, DescribeChannel by alice in general, not expected here",
                "Received in all:",
                chime.journal().toString());
    }

    @Test
    void receivedExactlyFailsIfTheJournalHasDroppedCalls() {
        for (int call = 1; call <= 5; call++) {
            fixture.describe(alice, general);
        }

        fails(
                () -> assertThat(chime)
                        .receivedExactly(DESCRIBE_CHANNEL, DESCRIBE_CHANNEL, DESCRIBE_CHANNEL, DESCRIBE_CHANNEL),
                "Expected exactly these 4 calls, in this order: DescribeChannel, DescribeChannel, DescribeChannel,"
                        + " DescribeChannel, but it is unknown: the journal dropped its oldest call. Start the fake with a"
                        + " larger journalCapacity(…)");
    }

    // Nothing else

    @Test
    void nothingElsePassesIfTheAssertionsBeforeHaveSelectedEveryCall() {
        assertThat(chime).nothingElse();
        fixture.describe(alice, general);
        fixture.describe(bob, general);
        fixture.aDenial(alice);

        ChimeMessagingServerAssert calls = assertThat(chime);
        calls.denied().by(alice);
        calls.received(DescribeChannelRequest.class);
        calls.nothingElse();
    }

    @Test
    void nothingElseFailsWithTheCallsThatNoAssertionHasSelected() {
        fixture.describe(alice, general);
        fixture.describe(bob, general);
        list(bob);
        ChimeMessagingServerAssert calls = assertThat(chime);

        calls.received(DescribeChannelRequest.class).by(alice);

        calls.by(alice).nothingElse();
        fails(
                calls::nothingElse,
                "Expected no other calls than those asserted before, but received 2:",
                "    call 2, DescribeChannel by bob in general",
                "    call 3, ListChannels by bob",
                "Received in all:",
                chime.journal().toString());
    }

    @Test
    void nothingElseAloneMeansNoCall() {
        list(bob);

        fails(
                () -> assertThat(chime).by(bob).nothingElse(),
                "Expected no call by bob, but received 1:",
                "    call 1, ListChannels by bob",
                "Received in all:",
                chime.journal().toString());
    }

    @Test
    void stepsThatFollowTheSameSelectionAddUp() {
        fixture.describe(alice, general);
        fixture.describe(bob, general);
        ChimeMessagingServerAssert calls = assertThat(chime);

        ReceivedRequestsAssert<DescribeChannelRequest> described = calls.received(DescribeChannelRequest.class);
        described.by(alice);
        assertThatExceptionOfType(AssertionError.class).isThrownBy(calls::nothingElse);
        described.by(bob);

        calls.nothingElse();
    }

    // Absence of some calls

    @Test
    void neverMayBeSaidOfSomeCalls() {
        fixture.aDenial(alice);

        assertThat(chime).by(bob).neverDenied().neverFailed().neverReceived(DescribeChannelRequest.class);
        assertThat(chime).inChannel(fixture.random).neverReceived(DescribeChannelRequest.class);
        assertThat(chime).neverReceived(SendChannelMessageRequest.class);
        fails(
                () -> assertThat(chime).by(alice).inChannel(general).neverDenied(),
                "Expected no denial of any operation by alice in channel " + general.arn() + ", but received 1:",
                "    call 1, DescribeChannel by alice in general",
                "Received in all:",
                chime.journal().toString());
    }

    @Test
    void isEmptyNamesTheVerbForAbsence() {
        fixture.describe(alice, general);

        fails(
                () -> assertThat(chime).received(DescribeChannelRequest.class).isEmpty(),
                "Expected no DescribeChannelRequest, but received 1. received(…) needs at least one, so isEmpty() never passes"
                        + " after it: use neverReceived(DescribeChannelRequest.class).",
                "    call 1, DescribeChannel by alice in general",
                "Received in all:",
                chime.journal().toString());
    }
}
