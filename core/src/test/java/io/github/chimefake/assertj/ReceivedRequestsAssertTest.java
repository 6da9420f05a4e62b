package io.github.chimefake.assertj;

import static io.github.chimefake.assertj.AssertionsFixture.SIGNED;
import static io.github.chimefake.assertj.AssertionsFixture.fails;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatExceptionOfType;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatIllegalArgumentException;

import io.github.chimefake.ChimeAppInstance;
import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.testing.Fakes;
import org.assertj.core.api.ListAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;

class ReceivedRequestsAssertTest {
    private static final String ELSEWHERE = "arn:aws:chime:us-east-1:111122223333:app-instance/elsewhere";

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime =
            fakes.start(ChimeMessagingServer.builder().journalCapacity(3));
    private final AssertionsFixture fixture = new AssertionsFixture(chime);
    private final ChimeUser alice = fixture.alice;
    private final ChimeUser bob = fixture.bob;
    private final ChimeChannel general = fixture.general;
    private final ChimeChannel random = fixture.random;
    private final ChimeCaller backend = fixture.backend;

    private String journal() {
        return chime.journal().toString();
    }

    @Test
    void receivedIsAListAssertionOfTheSdksType() {
        fixture.describe(alice, general);
        fixture.describe(alice, random);

        ListAssert<DescribeChannelRequest> list = assertThat(chime).received(DescribeChannelRequest.class);
        list.extracting(DescribeChannelRequest::channelArn).containsExactly(general.arn(), random.arn());
        assertThat(chime)
                .received(DescribeChannelRequest.class)
                .first()
                .returns(general.arn(), DescribeChannelRequest::channelArn);
    }

    @Test
    void receivedCountsFailedRequestsToo() {
        fixture.aDenial(alice);

        assertThat(chime).received(DescribeChannelRequest.class).hasSize(1);
    }

    @Test
    void receivedFailsWithTheJournalIfThereWasNoneOfThatType() {
        fixture.describe(alice, general);

        fails(
                () -> assertThat(chime).received(SendChannelMessageRequest.class),
                "Expected at least one SendChannelMessageRequest, but received none.",
                "Received in all:",
                "1. DescribeChannel by alice" + SIGNED,
                "    200",
                "");
    }

    @Test
    void everyStepPassesIfARequestIsLeft() {
        fixture.describe(alice, general);
        fixture.describe(alice, random);
        fixture.describe(bob, general);

        assertThat(chime)
                .received(DescribeChannelRequest.class)
                .by(chime.caller())
                .inAppInstance(chime.appInstance())
                .inAppInstance(chime.appInstance().arn())
                .times(3)
                .by(alice)
                .times(2)
                .inChannel(general)
                .inChannel(general.arn())
                .matching(request -> request.chimeBearer().equals(alice.arn()))
                .times(1)
                .singleElement()
                .returns(general.arn(), DescribeChannelRequest::channelArn);
    }

    @Test
    void everyStepFailsIfNoRequestIsLeft() {
        fixture.describe(alice, general);
        ReceivedRequestsAssert<DescribeChannelRequest> received =
                assertThat(chime).received(DescribeChannelRequest.class);
        ChimeAppInstance elsewhere = chime.appInstance(ELSEWHERE);

        failsFor("by bob", "another user than bob", () -> received.by(bob));
        failsFor("by " + backend, "signed by " + chime.caller() + ", not by " + backend, () -> received.by(backend));
        failsFor(
                "in channel " + random.arn(), "another channel than " + random.arn(), () -> received.inChannel(random));
        failsFor(
                "in channel " + random.arn(),
                "another channel than " + random.arn(),
                () -> received.inChannel(random.arn()));
        failsFor("in app instance " + ELSEWHERE, "another app instance", () -> received.inAppInstance(elsewhere));
        failsFor("in app instance " + ELSEWHERE, "another app instance", () -> received.inAppInstance(ELSEWHERE));
    }

    private void failsFor(String condition, String reason, ThrowingCallable step) {
        fails(
                step,
                "Expected at least one DescribeChannelRequest " + condition + ", but received none.",
                "Nearest misses:",
                "    call 1, DescribeChannel by alice in general: " + reason,
                "Received in all:",
                journal());
    }

    @Test
    void matchingFailsWithTheRequestsThatThePredicateSaw() {
        fixture.describe(alice, general);
        fixture.describe(bob, general);

        fails(
                () -> assertThat(chime)
                        .received(DescribeChannelRequest.class)
                        .by(alice)
                        .matching(request -> request.channelArn().equals(random.arn())),
                "Expected at least one DescribeChannelRequest by alice matching a predicate on DescribeChannelRequest, but"
                        + " received none.",
                "Nearest misses:",
                "    call 1, DescribeChannel by alice in general: the predicate returned false for"
                        + " DescribeChannelRequest(ChannelArn=" + general.arn() + ", ChimeBearer=" + alice.arn() + ")",
                "Received in all:",
                journal());
    }

    @Test
    void aPredicateMayCallTheFake() {
        fixture.describe(alice, general);

        assertThat(chime)
                .received(DescribeChannelRequest.class)
                .matching(request -> {
                    fixture.describe(bob, general);
                    chime.reset();
                    return true;
                })
                .times(1);
    }

    @Test
    void timesFailsForAnotherNumber() {
        fixture.describe(alice, general);

        fails(
                () -> assertThat(chime)
                        .received(DescribeChannelRequest.class)
                        .by(alice)
                        .times(2),
                "Expected exactly 2 DescribeChannelRequests by alice, but received 1:",
                "    call 1, DescribeChannel by alice in general",
                "Received in all:",
                journal());
    }

    @Test
    void timesFailsIfTheJournalHasDroppedCalls() {
        for (int call = 1; call <= 5; call++) {
            fixture.describe(alice, general);
        }

        fails(
                () -> assertThat(chime).received(DescribeChannelRequest.class).times(3),
                "Expected exactly 3 DescribeChannelRequests, but it is unknown: the journal dropped its oldest 2 calls. Start"
                        + " the fake with a larger journalCapacity(…)");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void timesNamesTheVerbForNone(int count) {
        fixture.describe(alice, general);

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        assertThat(chime).received(DescribeChannelRequest.class).times(count))
                .withMessage("times(" + count + "): expected a count of at least 1. To assert that there was none, use"
                        + " neverReceived(DescribeChannelRequest.class)");
    }

    @Test
    void aDescriptionIsPrintedBeforeTheFailure() {
        fixture.describe(alice, general);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(chime)
                        .as("after the ban")
                        .received(DescribeChannelRequest.class)
                        .isEmpty())
                .withMessageStartingWith("[after the ban] ");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(chime)
                        .as("after the ban")
                        .received(DescribeChannelRequest.class)
                        .by(alice)
                        .by(bob))
                .withMessageStartingWith("[after the ban] ");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(chime).as("after the ban").received(ListChannelsRequest.class))
                .withMessageStartingWith("[after the ban] ");
    }
}
