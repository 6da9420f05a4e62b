package io.github.chimefake.internal.websocket;

import static io.github.chimefake.internal.websocket.SendQueue.Added.CLOSED;
import static io.github.chimefake.internal.websocket.SendQueue.Added.FULL;
import static io.github.chimefake.internal.websocket.SendQueue.Added.NOT_WRITTEN_YET;
import static io.github.chimefake.internal.websocket.SendQueue.Added.QUEUED;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SendQueueTest {
    private final SendQueue queue = new SendQueue(3, 100);

    private static int first(SendQueue.Outgoing outgoing) {
        return ((SendQueue.Frame) outgoing).bytes()[0];
    }

    @Test
    void theFirstFrameNeedsAThreadThatWrites() {
        assertThat(queue.add(new byte[] {1})).isEqualTo(NOT_WRITTEN_YET);
        assertThat(queue.add(new byte[] {2})).isEqualTo(QUEUED);

        assertThat(first(requireNonNull(queue.next()))).isEqualTo(1);
        assertThat(first(requireNonNull(queue.next()))).isEqualTo(2);
        assertThat(queue.add(new byte[] {3}))
                .as("while that thread has not seen the end")
                .isEqualTo(QUEUED);
        assertThat(first(requireNonNull(queue.next()))).isEqualTo(3);
        assertThat(queue.next()).isNull();

        assertThat(queue.add(new byte[] {4})).isEqualTo(NOT_WRITTEN_YET);
    }

    @Test
    void framesAreLimited() {
        for (int i = 0; i < 3; i++) {
            queue.add(new byte[] {1});
        }

        assertThat(queue.add(new byte[] {1})).isEqualTo(FULL);
        queue.next();
        assertThat(queue.add(new byte[] {1})).isEqualTo(QUEUED);
    }

    @Test
    void bytesAreLimited() {
        assertThat(queue.add(new byte[101])).isEqualTo(FULL);
        assertThat(queue.add(new byte[60])).isEqualTo(NOT_WRITTEN_YET);
        assertThat(queue.add(new byte[41])).isEqualTo(FULL);
        assertThat(queue.add(new byte[40])).isEqualTo(QUEUED);
        queue.next();
        assertThat(queue.add(new byte[60])).isEqualTo(QUEUED);
    }

    @Test
    void theEndIsAddedToAFullQueueAndNothingAfterIt() {
        CloseStatus status = new CloseStatus(1000, "");
        for (int i = 0; i < 3; i++) {
            queue.add(new byte[] {1});
        }

        assertThat(queue.end(status)).isEqualTo(QUEUED);
        assertThat(queue.isClosed()).isTrue();
        assertThat(queue.end(status)).isEqualTo(CLOSED);
        assertThat(queue.add(new byte[] {1})).isEqualTo(CLOSED);

        for (int i = 0; i < 3; i++) {
            assertThat(first(requireNonNull(queue.next()))).isEqualTo(1);
        }
        assertThat(queue.next()).isEqualTo(new SendQueue.End(status));
        assertThat(queue.next()).isNull();
    }

    @Test
    void whatIsDiscardedIsNotWritten() {
        queue.add(new byte[] {1});
        queue.discard();

        assertThat(queue.isClosed()).isTrue();
        assertThat(queue.isEmpty()).isTrue();
        assertThat(queue.next()).isNull();
        assertThat(queue.add(new byte[] {1})).isEqualTo(CLOSED);
    }

    @Test
    void oneThreadWritesAtATimeAndLosesNothing() throws InterruptedException {
        SendQueue large = new SendQueue(Integer.MAX_VALUE, Long.MAX_VALUE);
        AtomicInteger writers = new AtomicInteger();
        AtomicInteger mostWriters = new AtomicInteger();
        List<Integer> written = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        Runnable writer = () -> {
            mostWriters.accumulateAndGet(writers.incrementAndGet(), Math::max);
            SendQueue.Outgoing next = large.next();
            while (next != null) {
                synchronized (written) {
                    written.add(first(next));
                }
                SendQueue.Outgoing following = large.next();
                if (following == null) {
                    writers.decrementAndGet();
                }
                next = following;
            }
        };
        ExecutorService senders = Executors.newFixedThreadPool(4);
        for (int sender = 0; sender < 4; sender++) {
            byte[] frame = {(byte) sender};
            senders.execute(() -> IntStream.range(0, 5000).forEach(i -> {
                if (large.add(frame) == NOT_WRITTEN_YET) {
                    threads.execute(writer);
                }
            }));
        }
        senders.shutdown();
        assertThat(senders.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

        assertThat(written).hasSize(20_000);
        assertThat(large.isEmpty()).isTrue();
    }
}
