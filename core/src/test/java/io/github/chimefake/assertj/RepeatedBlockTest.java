package io.github.chimefake.assertj;

import static io.github.chimefake.Operation.LIST_CHANNELS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RepeatedBlockTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final JournalFixture journal = new JournalFixture();
    private final ExecutorService otherThread = Executors.newSingleThreadExecutor();
    private final AtomicInteger judged = new AtomicInteger();

    @AfterEach
    void endThread() {
        otherThread.shutdown();
    }

    private Optional<RepeatedBlock.Failure> judge(Duration limit, Consumer<Judging> assertions) {
        return new RepeatedBlock(journal.changes(), limit, limit.toNanos(), deadline -> {
                    judged.incrementAndGet();
                    Judging judging = Judging.once().ofBlock(deadline);
                    assertions.accept(judging);
                    return judging;
                })
                .judge();
    }

    private void run(Runnable action) {
        CompletableFuture.runAsync(action, otherThread).join();
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new AssertionError("not yet");
        }
    }

    @Test
    void aBlockThatPassesIsJudgedOnce() {
        assertThat(judge(LONG, judging -> {})).isEmpty();
        assertThat(judged).hasValue(1);
    }

    @Test
    void aBlockIsJudgedAgainAtEachChange() {
        Optional<RepeatedBlock.Failure> failure = judge(LONG, judging -> {
            if (judged.get() < 4) {
                run(() ->
                        journal.received(LIST_CHANNELS)); // As by another thread after the block has read the journal.
            }
            require(judged.get() == 4);
        });

        assertThat(failure).isEmpty();
        assertThat(judged).hasValue(4);
    }

    @Test
    void withoutAChangeABlockIsJudgedOnceMoreWhenTheTimeIsOver() {
        Optional<RepeatedBlock.Failure> failure = judge(SHORT, judging -> require(false));

        assertThat(judged).hasValue(2);
        assertThat(failure).hasValueSatisfying(failed -> {
            assertThat(failed.message()).contains("within 1 ms", "each of the 2 times", "not yet");
            assertThat(failed.last())
                    .hasValueSatisfying(last -> assertThat(last).hasMessage("not yet"));
        });
    }

    @Test
    void anExactBlockPassesOnceTheCallsUnderWayHaveEnded() {
        run(() -> journal.changes().callBegins());

        Optional<RepeatedBlock.Failure> failure = judge(LONG, judging -> {
            judging.exact();
            if (judged.get() == 1) {
                run(() -> journal.changes().callEnds());
            }
        });

        assertThat(failure).isEmpty();
        assertThat(judged).hasValue(2);
    }

    @Test
    void anExactBlockFailsIfTheCallsUnderWayMakeItWrong() {
        run(() -> journal.changes().callBegins());

        Optional<RepeatedBlock.Failure> failure = judge(SHORT, judging -> {
            judging.exact();
            require(journal.snapshot().calls().isEmpty());
            run(() -> {
                journal.received(LIST_CHANNELS);
                journal.changes().callEnds();
            });
        });

        assertThat(failure)
                .hasValueSatisfying(failed -> assertThat(failed.message()).contains("not yet"));
    }

    @Test
    void anExactBlockIsUnknownIfACallIsUnderWayToTheEnd() {
        run(() -> journal.changes().callBegins());

        Optional<RepeatedBlock.Failure> failure = judge(SHORT, Judging::exact);

        assertThat(failure).hasValueSatisfying(failed -> {
            assertThat(failed.message()).contains("it is unknown", "1 call is still under way");
            assertThat(failed.last()).isEmpty();
        });
    }

    @Test
    void anotherBlockDoesNotWaitForCallsUnderWay() {
        run(() -> journal.changes().callBegins());

        assertThat(judge(LONG, judging -> {})).isEmpty();
        assertThat(judged).hasValue(1);
    }

    @Test
    void theCallThatTheThreadItselfServesIsNotWaitedFor() {
        journal.changes().callBegins();

        assertThat(judge(LONG, Judging::exact)).isEmpty();
    }

    @Test
    void theEndOfTheFakeEndsTheWait() {
        Optional<RepeatedBlock.Failure> failure = judge(LONG, judging -> {
            run(() -> journal.changes().end());
            require(false);
        });

        assertThat(failure)
                .hasValueSatisfying(failed -> assertThat(failed.message()).contains("The fake is closed"));
        assertThat(judged).hasValue(2);
    }

    @Test
    void aResetIsAChangeAndIsNamed() {
        Optional<RepeatedBlock.Failure> failure = judge(SHORT, judging -> {
            run(journal::clear);
            require(false);
        });

        assertThat(failure)
                .hasValueSatisfying(failed -> assertThat(failed.message()).contains("The fake was reset"));
    }

    @Test
    void anInterruptEndsTheWaitAndTheThreadStaysInterrupted() {
        AssertionError last = new AssertionError("not yet");

        Thread.currentThread().interrupt();
        assertThatIllegalStateException()
                .isThrownBy(() -> judge(LONG, judging -> {
                    throw last;
                }))
                .withMessageContaining("interrupted")
                .withCauseInstanceOf(InterruptedException.class)
                .satisfies(thrown -> assertThat(thrown.getSuppressed()).containsExactly(last));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void otherExceptionsEndTheWait() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> judge(LONG, judging -> {
                    throw new UnsupportedOperationException();
                }));
        assertThat(judged).hasValue(1);
    }

    @Test
    void aBlockWithinABlockEndsWithIt() {
        Judging outer = Judging.once().ofBlock(System.nanoTime() - 1);

        assertThat(outer.limited(LONG.toNanos())).isZero();
        assertThat(Judging.once().limited(LONG.toNanos())).isEqualTo(LONG.toNanos());
    }
}
