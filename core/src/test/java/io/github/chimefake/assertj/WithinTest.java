package io.github.chimefake.assertj;

import static io.github.chimefake.Operation.DESCRIBE_CHANNEL;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatChime;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatExceptionOfType;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatIllegalArgumentException;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.testing.Fakes;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsRequest;

/** Assertions that wait for calls of other threads. */
class WithinTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(20);

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final AssertionsFixture fixture = new AssertionsFixture(chime);
    private final ChimeUser alice = fixture.alice;
    private final ChimeUser bob = fixture.bob;
    private final ChimeChannel general = fixture.general;
    private final AtomicInteger judged = new AtomicInteger();

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aBlockWaitsForTheCallOfAnotherThread() {
        CountDownLatch judgedOnce = new CountDownLatch(1);
        CompletableFuture<Void> caller = CompletableFuture.runAsync(() -> {
            await(judgedOnce);
            fixture.describe(alice, general);
        });

        assertThatChime(chime).within(LONG, calls -> {
            judged.incrementAndGet();
            try {
                calls.received(DescribeChannelRequest.class).by(alice).times(1);
                calls.nothingElse();
            } finally {
                judgedOnce.countDown();
            }
        });

        assertThat(judged.get()).isGreaterThan(1);
        caller.join();
    }

    @Test
    void anExactCountIsJudgedAgainWhenACallUnderWayHasEnded() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch judgedOnce = new CountDownLatch(1);
        chime.faults()
                .by(bob)
                .matching(DescribeChannelRequest.class, request -> {
                    begun.countDown();
                    await(judgedOnce);
                    return false;
                })
                .loseRequest();
        fixture.describe(alice, general);
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> fixture.describe(bob, general));
        await(begun);

        assertThat(chime).within(LONG, calls -> {
            calls.received(DescribeChannelRequest.class); // Passes at once, as it does not matter what follows.
        });
        assertThat(chime).within(LONG, calls -> {
            int already = chime.journal().calls().size();
            judged.incrementAndGet();
            judgedOnce.countDown();
            calls.received(DescribeChannelRequest.class).hasSize(already);
        });

        assertThat(judged.get()).isGreaterThan(1);
        assertThat(chime).receivedExactly(DESCRIBE_CHANNEL, DESCRIBE_CHANNEL);
        second.join();
    }

    @Test
    void aDelayedResponseIsNotWaitedFor() {
        chime.faults().delay(Duration.ofHours(1));
        CompletableFuture<?> delayed = chime.asyncClient()
                .describeChannel(request -> request.channelArn(general.arn()).chimeBearer(alice.arn()));

        assertThat(chime).within(LONG, calls -> calls.receivedExactly(DESCRIBE_CHANNEL));

        assertThat(delayed).isNotDone();
        delayed.cancel(true);
    }

    @Test
    void theLastFailureIsReportedWithHowLongAndHowOften() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(chime)
                        .as("after the upload")
                        .within(SHORT, calls -> calls.received(ListChannelsRequest.class)))
                .withMessageStartingWith("[after the upload] ")
                .withMessageContaining("within 20 ms, but they failed each of the 2 times")
                .withMessageContaining("Expected at least one ListChannelsRequest, but received none.")
                .withCauseInstanceOf(AssertionError.class);
    }

    @Test
    void aClosedFakeIsNotWaitedFor() {
        chime.close();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(chime).within(LONG, calls -> calls.received(ListChannelsRequest.class)))
                .withMessageContaining("The fake is closed");
        assertThat(chime).within(LONG, ChimeMessagingServerAssert::nothingElse);
    }

    @Test
    void closingTheFakeEndsTheWait() {
        CountDownLatch judgedOnce = new CountDownLatch(1);
        CompletableFuture<Void> closing = CompletableFuture.runAsync(() -> {
            await(judgedOnce);
            chime.close();
        });

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(chime).within(LONG, calls -> {
                    judgedOnce.countDown();
                    calls.received(ListChannelsRequest.class);
                }))
                .withMessageContaining("The fake is closed");
        closing.join();
    }

    @Test
    void aBlockConsidersTheSameCallsAndTellsWhatItHasSelected() {
        fixture.describe(alice, general);
        fixture.describe(bob, general);
        ChimeMessagingServerAssert calls = assertThat(chime);

        calls.by(alice)
                .within(
                        LONG,
                        ofAlice -> ofAlice.within(
                                LONG,
                                nested -> nested.received(DescribeChannelRequest.class)
                                        .times(1)));

        calls.by(alice).nothingElse();
        assertThatExceptionOfType(AssertionError.class).isThrownBy(calls::nothingElse);
    }

    @Test
    void aBlockMayStandInSoftAssertions() {
        SoftAssertions softly = new SoftAssertions();

        softly.check(() -> assertThat(chime).within(SHORT, calls -> calls.received(ListChannelsRequest.class)));
        softly.check(() -> assertThat(chime).within(SHORT, ChimeMessagingServerAssert::neverFailed));

        assertThat(softly.assertionErrorsCollected()).hasSize(1);
    }

    @Test
    void theLimitMustBePositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(chime).within(Duration.ZERO, calls -> {}))
                .withMessage("within(PT0S, …): expected a positive duration, for example ofSeconds(2)");
    }
}
