package io.github.chimefake.assertj;

import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.Operation.UPDATE_CHANNEL;
import static io.github.chimefake.assertj.AssertionsFixture.fails;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatExceptionOfType;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatIllegalArgumentException;
import static io.github.chimefake.events.MessagingEventType.CREATE_CHANNEL_MESSAGE;
import static io.github.chimefake.events.MessagingEventType.DELETE_CHANNEL_MESSAGE;
import static io.github.chimefake.events.MessagingEventType.SESSION_ESTABLISHED;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Requests;
import io.github.chimefake.events.MessagingEvent;
import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.testing.Fakes;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkmessaging.model.Channel;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessage;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelRequest;

class EmittedEventsAssertTest {
    private static final String CAUSED = "; caused by SendChannelMessage by alice";

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start(Fakes.builder().journalCapacity(3));
    private final AssertionsFixture fixture = new AssertionsFixture(chime);
    private final ChimeUser alice = fixture.alice;
    private final ChimeUser bob = fixture.bob;
    private final ChimeUser carol = chime.user("carol");
    private final ChimeChannel general = fixture.general;
    private final ChimeChannel random = fixture.random;

    private void send(ChimeChannel channel, String content) {
        fixture.client.sendChannelMessage(Requests.send(alice, channel, content));
    }

    @Test
    void everyStepPassesIfAnEventIsLeft() {
        send(general, "hello");
        send(random, "alone");

        assertThat(chime)
                .emitted(CREATE_CHANNEL_MESSAGE)
                .times(2)
                .inChannel(general)
                .forUser(bob)
                .exactlyFor(bob, alice)
                .by(alice)
                .by(chime.caller())
                .causedBy(SEND_CHANNEL_MESSAGE)
                .matching(event -> event.isFor(alice))
                .withPayload(ChannelMessage.class, message -> message.content().equals("hello"))
                .times(1)
                .extracting(MessagingEvent::channelArn)
                .containsExactly(general.arn());
    }

    @Test
    void aStepThatSelectsNoneNamesTheNearestMisses() {
        send(random, "alone");

        String line = "CREATE_CHANNEL_MESSAGE \"alone\" of alice in random to alice" + CAUSED;
        fails(
                () -> assertThat(chime).emitted(CREATE_CHANNEL_MESSAGE).forUser(bob),
                "Expected at least one CREATE_CHANNEL_MESSAGE event for bob, but none was emitted.",
                "Nearest misses:",
                "    event 1, " + line + ": it is not for bob",
                "Emitted in all:",
                "1. " + line,
                "");
    }

    @Test
    void otherReceiversAreNamed() {
        send(general, "hello");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(
                        () -> assertThat(chime).emitted(CREATE_CHANNEL_MESSAGE).exactlyFor(alice, carol))
                .withMessageContaining("for exactly alice, carol")
                .withMessageContaining("it is for alice, bob (missing: carol) (not expected: bob)");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(
                        () -> assertThat(chime).emitted(CREATE_CHANNEL_MESSAGE).exactlyFor(alice));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> assertThat(chime).emitted(CREATE_CHANNEL_MESSAGE).exactlyFor())
                .withMessageContaining("neverEmitted(CREATE_CHANNEL_MESSAGE)");
    }

    @Test
    void stepsThatMissSayWhy() {
        send(general, "hello");

        misses(() -> emitted().by(bob), "made by a call of alice");
        misses(() -> emitted().by(fixture.backend), "made by a call that ");
        misses(() -> emitted().causedBy(UPDATE_CHANNEL), "caused by SendChannelMessage");
        misses(() -> emitted().inChannel(random), "another channel than random");
        misses(() -> emitted().matching(event -> false), "the predicate returned false for {\"ChannelArn\"");
        misses(
                () -> emitted().withPayload(ChannelMessage.class, message -> false),
                "the predicate returned false for the payload {\"ChannelArn\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> emitted().withPayload(Channel.class, channel -> true))
                .withMessageContaining("is a ChannelMessage");
    }

    private EmittedEventsAssert emitted() {
        return assertThat(chime).emitted(CREATE_CHANNEL_MESSAGE);
    }

    private static void misses(ThrowingCallable assertion, String reason) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(assertion)
                .withMessageContaining("Nearest misses:")
                .withMessageContaining(": " + reason);
    }

    @Test
    void timesCountsEventsAndNotReceivers() {
        send(general, "hello");

        emitted().times(1);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> emitted().times(2))
                .withMessageContaining("Expected exactly 2 CREATE_CHANNEL_MESSAGE events, but 1 was emitted:");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> emitted().times(0))
                .withMessageContaining("use neverEmitted(CREATE_CHANNEL_MESSAGE)");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> emitted().isEmpty())
                .withMessageContaining("use neverEmitted(CREATE_CHANNEL_MESSAGE)");
    }

    @Test
    void absenceHasItsOwnVerb() {
        send(random, "alone");

        assertThat(chime)
                .neverEmitted(DELETE_CHANNEL_MESSAGE)
                .forUser(bob)
                .neverEmitted()
                .neverEmitted(CREATE_CHANNEL_MESSAGE);
        assertThat(chime).inChannel(general).neverEmitted(CREATE_CHANNEL_MESSAGE);
        fails(
                () -> assertThat(chime).by(alice).neverEmitted(),
                "Expected no event by alice, but 1 was emitted:",
                "    event 1, CREATE_CHANNEL_MESSAGE \"alone\" of alice in random to alice" + CAUSED,
                "Emitted in all:",
                "1. CREATE_CHANNEL_MESSAGE \"alone\" of alice in random to alice" + CAUSED,
                "");
    }

    @Test
    void absenceIsUnknownIfTheLogHasDroppedEvents() {
        for (int number = 0; number < 4; number++) {
            send(random, "message");
        }

        fails(
                () -> assertThat(chime).forUser(bob).neverEmitted(CREATE_CHANNEL_MESSAGE),
                "Expected no CREATE_CHANNEL_MESSAGE event for bob, but it is unknown: the log of events dropped its oldest"
                        + " event. Start the fake with a larger journalCapacity(…)");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> emitted().times(3))
                .withMessageContaining("but it is unknown");
        fails(
                () -> emitted().hasSize(3),
                "Expected hasSize(3) of CREATE_CHANNEL_MESSAGE events, but it is unknown: the log of events dropped its oldest"
                        + " event. Start the fake with a larger journalCapacity(…)");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> emitted().noneMatch(event -> false))
                .withMessageContaining("noneMatch(…)");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(
                        () -> emitted().noneSatisfy(event -> assertThat(event).isNull()))
                .withMessageContaining("noneSatisfy(…)");
        emitted().anyMatch(event -> true);
    }

    @Test
    void assertionsOfAssertJAboutAllAreThoseOfACompleteLog() {
        send(random, "message");

        emitted()
                .hasSize(1)
                .noneMatch(event -> false)
                .noneSatisfy(event -> assertThat(event).isNull());
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> emitted().hasSize(2))
                .withMessageContaining("Expected size: 2 but was: 1");
    }

    @Test
    void orderAllowsOthersInBetweenAndExactOrderDoesNot() {
        chime.appInstance().admin("alice");
        send(general, "one");
        fixture.client.updateChannel(
                request -> request.channelArn(general.arn()).name("renamed").chimeBearer(alice.arn()));
        send(general, "two");

        assertThat(chime)
                .emittedInOrder(CREATE_CHANNEL_MESSAGE, CREATE_CHANNEL_MESSAGE)
                .inChannel(general)
                .emittedExactly(CREATE_CHANNEL_MESSAGE, MessagingEventType.UPDATE_CHANNEL, CREATE_CHANNEL_MESSAGE);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(chime)
                        .emittedInOrder(MessagingEventType.UPDATE_CHANNEL, MessagingEventType.UPDATE_CHANNEL))
                .withMessageContaining(
                        "Expected events in this order: UPDATE_CHANNEL, UPDATE_CHANNEL, but after the first 1"
                                + " there was no UPDATE_CHANNEL.");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(chime).emittedExactly(CREATE_CHANNEL_MESSAGE))
                .withMessageContaining("Expected exactly this event: CREATE_CHANNEL_MESSAGE, but 3 were emitted:");
    }

    @Test
    void callsHaveNoReceivers() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> assertThat(chime).forUser(bob).received(DescribeChannelRequest.class))
                .withMessage(
                        "forUser(bob) selects events, and this assertion is about calls, which no user receives. Use"
                                + " by(bob), or begin with assertThat(chime) again");
    }

    @Test
    void aTypeThatNoWriteEmitsIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(chime).neverEmitted(SESSION_ESTABLISHED))
                .withMessageContaining("a session sends it when it begins");
    }

    @Test
    void aBlockIsJudgedAgainWhenAnEventIsEmitted() {
        CountDownLatch judgedOnce = new CountDownLatch(1);
        CompletableFuture<Void> caller = CompletableFuture.runAsync(() -> {
            try {
                judgedOnce.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            send(general, "hello");
        });

        assertThat(chime).inChannel(general).within(Duration.ofMinutes(1), events -> {
            try {
                events.emitted(CREATE_CHANNEL_MESSAGE).forUser(bob).times(1);
            } finally {
                judgedOnce.countDown();
            }
        });
        caller.join();
    }
}
