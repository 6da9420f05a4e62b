package io.github.chimefake.internal.control.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.chimefake.internal.control.route.ProblemException;
import io.github.chimefake.internal.control.route.Reply;
import io.github.chimefake.internal.control.route.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WaitingTest {
    private final ScheduledExecutorService oneThread = Executors.newSingleThreadScheduledExecutor();
    private final Waiting waiting = new Waiting(this::later);

    private void later(Runnable task) {
        Future<?> unused = oneThread.schedule(task, 10, TimeUnit.MILLISECONDS);
    }

    @AfterEach
    void shutDown() {
        oneThread.shutdownNow();
    }

    @Test
    void manyRequestsWaitOnOneThreadThatOthersCanUse() throws Exception {
        AtomicBoolean arrived = new AtomicBoolean();
        List<CompletableFuture<Reply>> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            all.add(waiting.until(
                            () -> arrived.get() ? Optional.of(Reply.text("yes")) : Optional.empty(),
                            Duration.ofMinutes(1),
                            Reply::noContent)
                    .toCompletableFuture());
        }
        CountDownLatch other = new CountDownLatch(1);
        oneThread.execute(other::countDown);
        other.await();
        assertThat(all).noneMatch(CompletableFuture::isDone);

        arrived.set(true);

        assertThat(all).allSatisfy(each -> assertThat(each.get().body()).isEqualTo("yes"));
    }

    @Test
    void aWaitThatCannotGoOnEnds() {
        oneThread.shutdownNow();

        assertThatThrownBy(() -> waiting.until(Optional::empty, Duration.ofMinutes(1), Reply::noContent)
                        .toCompletableFuture()
                        .join())
                .hasCauseInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void aLimitOfZeroAsksOnce() {
        AtomicInteger asked = new AtomicInteger();

        Reply reply = waiting.until(
                        () -> {
                            asked.incrementAndGet();
                            return Optional.empty();
                        },
                        Duration.ZERO,
                        Reply::noContent)
                .toCompletableFuture()
                .join();

        assertThat(reply.status()).isEqualTo(204);
        assertThat(asked).hasValue(1);
    }

    @Test
    void anExceptionEndsTheWait() {
        assertThatThrownBy(() -> waiting.until(
                                () -> {
                                    throw ProblemException.conflict("no");
                                },
                                Duration.ofMinutes(1),
                                Reply::noContent)
                        .toCompletableFuture()
                        .join())
                .hasCauseInstanceOf(ProblemException.class);
    }
}
