package io.github.chimefake;

import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.ProcessedChannel.await;
import static io.github.chimefake.Requests.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.chimefake.flows.ChannelFlowProcessor;
import io.github.chimefake.flows.ChannelFlowProcessor.FlowVerdict;
import io.github.chimefake.testing.Fakes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageResponse;

/** When the service does what it does after it has responded, and how a test waits for it. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BackgroundWorkTest {
    private static final Duration FOREVER = Duration.ofHours(24);

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ProcessedChannel general = new ProcessedChannel(chime, "general");
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final List<Thread> threads = Collections.synchronizedList(new ArrayList<>());

    /** A processor that hangs until it is released or interrupted, and then allows the message. */
    private final ChannelFlowProcessor hanging = event -> {
        threads.add(Thread.currentThread());
        running.countDown();
        try {
            released.await();
        } catch (InterruptedException e) {
            threads.add(Thread.currentThread());
        }
        return FlowVerdict.allow();
    };

    /** Returns when all threads have ended. They have no time-outs, which a stalled machine would let elapse. */
    private static void atOnce(int count, IntConsumer work) throws InterruptedException {
        List<Thread> threads = IntStream.range(0, count)
                .mapToObj(i -> new Thread(() -> work.accept(i)))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Test
    void theResponseLeavesFirst() {
        general.processor(hanging);

        SendChannelMessageResponse sent = general.send("hello");
        await(running);

        assertThat(sent.status().valueAsString()).isEqualTo("PENDING");
        assertThat(general.status(sent)).isEqualTo("PENDING");
        assertThat(general.received()).isEmpty();

        released.countDown();
        chime.awaitBackgroundWork();

        assertThat(general.status(sent)).isEqualTo("SENT");
        assertThat(general.received()).containsExactly("hello");
    }

    @Test
    void aCallIsInTheJournalBeforeItsProcessorRuns() {
        List<Integer> calls = Collections.synchronizedList(new ArrayList<>());
        general.processor(event -> {
            calls.add(chime.journal().calls(SEND_CHANNEL_MESSAGE).size());
            return FlowVerdict.allow();
        });

        general.send("hello");
        chime.awaitBackgroundWork();

        assertThat(calls).containsExactly(1);
    }

    @Test
    void messagesOfAChannelAreProcessedInTheirOrder() throws InterruptedException {
        List<String> processed = Collections.synchronizedList(new ArrayList<>());
        general.processor(event -> {
            processed.add(event.message().content());
            return FlowVerdict.allow();
        });
        chime.clock().freeze(); // Then the order of messages is that of the writes.

        atOnce(20, i -> general.send("message " + i));
        chime.awaitBackgroundWork();

        assertThat(processed).hasSize(20).containsExactlyElementsOf(general.received());
    }

    @Test
    void aProcessorThatHangsHoldsUpNoOtherChannel() {
        ProcessedChannel other = new ProcessedChannel(chime, "other");
        CountDownLatch processed = new CountDownLatch(1);
        general.processor(hanging);
        other.processor(event -> {
            processed.countDown();
            return FlowVerdict.allow();
        });

        general.send("hangs");
        await(running);
        other.send("goes on");

        await(processed);
    }

    @Test
    void aResponseThatIsDelayedDelaysNothingElse() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).delay(FOREVER);
        CountDownLatch processed = new CountDownLatch(1);
        general.processor(event -> {
            processed.countDown();
            return FlowVerdict.allow();
        });

        CompletableFuture<?> sent =
                chime.asyncClient().sendChannelMessage(send(general.alice, general.channel, "hello"));
        await(processed);
        chime.awaitBackgroundWork();

        assertThat(general.received()).containsExactly("hello");
        assertThat(sent).isNotDone();
    }

    @Test
    void aMessageWhoseResponseIsLostIsProcessed() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).loseResponse();
        general.processor(event -> FlowVerdict.change("changed"));

        assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> general.send("hello"));
        chime.awaitBackgroundWork();

        assertThat(general.received()).containsExactly("changed");
    }

    @Test
    void whatAProcessorCausesIsAwaitedToo() {
        ProcessedChannel other = new ProcessedChannel(chime, "other");
        other.processor(event -> FlowVerdict.change(event.message().content() + " and back"));
        general.processor(event -> {
            other.send("there");
            return FlowVerdict.allow();
        });

        general.send("hello");
        chime.awaitBackgroundWork();

        assertThat(other.received()).containsExactly("there and back");
    }

    @Test
    void anErrorNamesWhatIsPendingAfterTheLimit() {
        general.processor(hanging);
        String first = general.send("hangs").messageId();
        String second = general.send("waits").messageId();
        await(running);

        assertThatIllegalStateException()
                .isThrownBy(() -> chime.awaitBackgroundWork(Duration.ofMillis(1)))
                .withMessageStartingWith("awaitBackgroundWork(PT0.001S): not done within the limit:")
                .withMessageMatching("(?s).*\\R    processor " + general.lambda + " for message " + first + " in "
                        + general.channel.arn() + ", running for \\d+\\.\\d s\\R    processor " + general.lambda
                        + " for message " + second + " in " + general.channel.arn()
                        // The client may have the response before the server knows that it was sent.
                        + ", waiting (for earlier work of its channel|until the response of its request is sent)\\R.*")
                .withCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void manyPendingOnesAreCounted() {
        general.processor(hanging);
        for (int i = 0; i < 13; i++) {
            general.send("message " + i);
        }

        assertThatIllegalStateException()
                .isThrownBy(() -> chime.awaitBackgroundWork(Duration.ofMillis(1)))
                .withMessageContaining(" and 3 more");
    }

    @Test
    void anInterruptEndsTheWait() {
        general.processor(hanging);
        general.send("hangs");
        await(running);
        Thread.currentThread().interrupt();

        assertThatIllegalStateException()
                .isThrownBy(() -> chime.awaitBackgroundWork(FOREVER))
                .withMessageContaining("interrupted while this is pending")
                .withCauseInstanceOf(InterruptedException.class);

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aProcessorCannotWaitForItself() {
        List<Throwable> thrown = Collections.synchronizedList(new ArrayList<>());
        general.processor(event -> {
            try {
                chime.awaitBackgroundWork(FOREVER);
            } catch (IllegalStateException e) {
                thrown.add(e);
            }
            return FlowVerdict.allow();
        });

        general.send("hello");
        chime.awaitBackgroundWork();

        assertThat(thrown)
                .singleElement()
                .satisfies(error -> assertThat(error)
                        .hasMessageContaining(
                                "called by the processor of a channel flow, which would wait for itself"));
    }

    @Test
    void theLimitIsPositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.awaitBackgroundWork(Duration.ZERO))
                .withMessage(
                        "awaitBackgroundWork(PT0S): the limit must be positive. Use for example Duration.ofSeconds(5)");
    }

    @Test
    void aVeryLongLimitIsAccepted() {
        chime.awaitBackgroundWork(Duration.ofSeconds(Long.MAX_VALUE));

        assertThat(chime.journal().backgroundWork()).isEmpty();
    }

    @Test
    void aResetDropsWhatIsPendingAndIgnoresWhatComesLater() throws InterruptedException {
        general.processor(hanging);
        SendChannelMessageResponse sent = general.send("hangs");
        await(running);
        chime.snapshots().markBaseline(); // The message is PENDING in the next generation, too.

        chime.reset();
        chime.awaitBackgroundWork();
        threads.get(0).join();

        assertThat(threads).as("the thread, twice if it was interrupted").hasSize(2);
        assertThat(general.status(sent)).isEqualTo("PENDING");
        assertThat(chime.journal().backgroundWork()).isEmpty();
    }

    @Test
    void aResetLogsWhatItDrops() {
        List<String> warnings = Collections.synchronizedList(new ArrayList<>());
        Logger logger = Logger.getLogger("io.github.chimefake.internal.background.PendingWork");
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord message) {
                warnings.add(message.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(handler);
        try {
            general.processor(hanging);
            String id = general.send("hangs").messageId();
            await(running);

            chime.reset();

            assertThat(warnings)
                    .filteredOn(warning -> warning.contains(id)) // Other tests run at the same time.
                    .singleElement()
                    .satisfies(warning -> assertThat(warning)
                            .startsWith(
                                    "A reset, or the restoring of a snapshot, dropped background work, which has no effect any more:")
                            .contains("processor " + general.lambda));
        } finally {
            logger.removeHandler(handler);
        }
    }

    @Test
    void aProcessorMayResetTheFake() throws InterruptedException {
        chime.snapshots().markBaseline();
        general.processor(event -> {
            threads.add(Thread.currentThread());
            chime.reset();
            running.countDown();
            return FlowVerdict.allow();
        });

        general.send("hello");
        await(running);
        threads.get(0).join();

        assertThat(general.received()).isEmpty();
        assertThat(chime.journal().backgroundWork()).isEmpty();
    }

    @Test
    void closeDoesNotWait() throws InterruptedException {
        general.processor(hanging);
        general.send("hangs");
        await(running);

        chime.close();

        threads.get(0).join();
        assertThat(threads).as("the thread, twice if it was interrupted").hasSize(2);
    }

    @Test
    void aProcessorMayCloseTheFake() throws InterruptedException {
        general.processor(event -> {
            threads.add(Thread.currentThread());
            chime.close();
            running.countDown();
            return FlowVerdict.allow();
        });

        general.send("hello");
        await(running);

        threads.get(0).join();
        assertThat(chime.isRunning()).isFalse();
    }

    @Test
    void aCopyKeepsTheMessagePending() {
        general.processor(hanging);
        SendChannelMessageResponse sent = general.send("hangs");
        await(running);
        chime.snapshots().markBaseline();
        ChimeMessagingServer copy = fakes.startCopy(chime);

        released.countDown();
        chime.awaitBackgroundWork();
        copy.awaitBackgroundWork();

        assertThat(general.status(sent)).isEqualTo("SENT");
        assertThat(copy.client()
                        .getChannelMessageStatus(request -> request.channelArn(general.channel.arn())
                                .messageId(sent.messageId())
                                .chimeBearer(general.alice.arn()))
                        .status()
                        .valueAsString())
                .isEqualTo("PENDING");
    }
}
