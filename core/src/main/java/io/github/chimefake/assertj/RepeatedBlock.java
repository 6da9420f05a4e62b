package io.github.chimefake.assertj;

import io.github.chimefake.internal.journal.JournalChanges;
import io.github.chimefake.internal.journal.JournalChanges.Moment;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * A block of assertions that is judged again at each change of the journal, until it passes or the time is over. If it has assertions
 * that a further call could make fail, it passes only if no call was under way when it was judged.
 */
final class RepeatedBlock {
    private final JournalChanges changes;
    private final Duration limit;
    private final long nanos;
    private final LongFunction<Judging> block;
    private int judged;

    /**
     * Creates a block.
     *
     * @param limit the limit as the user has given it
     * @param nanos the limit in nanoseconds, which may be shorter
     * @param block judges the block once, by a deadline of {@link System#nanoTime()}; throws an {@link AssertionError} if it fails
     */
    RepeatedBlock(JournalChanges changes, Duration limit, long nanos, LongFunction<Judging> block) {
        this.changes = changes;
        this.limit = limit;
        this.nanos = nanos;
        this.block = block;
    }

    /** Why a block has not passed, with the last failure of its assertions, if they failed. */
    record Failure(String message, Optional<AssertionError> last) {}

    /** Returns the outcome of one run: empty if the block has passed. */
    private record Outcome(Moment before, Optional<Judging> passed, Optional<AssertionError> failure) {
        boolean isFinal() {
            return passed.isPresent() && (!passed.get().isExact() || before.callsUnderWay() == 0 || before.ended());
        }
    }

    /**
     * Judges the block until it has passed.
     *
     * @return empty if it has passed
     * @throws IllegalStateException if the thread is interrupted while it waits; it stays interrupted
     */
    Optional<Failure> judge() {
        long begin = System.nanoTime();
        Moment first = changes.now();
        while (true) {
            Outcome outcome = judgeOnce(begin + nanos);
            if (outcome.isFinal()) {
                return Optional.empty();
            }
            long left = nanos - (System.nanoTime() - begin);
            if (outcome.before().ended() || !changesAfter(outcome, left)) {
                // What the block asserts may depend on more than the journal, so it is judged at the end, too.
                Outcome last = outcome.before().ended() ? outcome : judgeOnce(begin + nanos);
                return last.isFinal() ? Optional.empty() : Optional.of(failure(first, last));
            }
        }
    }

    private Outcome judgeOnce(long deadline) {
        Moment before = changes.now();
        judged++;
        try {
            return new Outcome(before, Optional.of(block.apply(deadline)), Optional.empty());
        } catch (AssertionError failure) {
            return new Outcome(before, Optional.empty(), Optional.of(failure));
        }
    }

    private boolean changesAfter(Outcome outcome, long left) {
        try {
            return left > 0 && changes.awaitAfter(outcome.before(), left);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            IllegalStateException failure =
                    new IllegalStateException(BlockTexts.interrupted(limit, judged, outcome.failure()), interrupted);
            outcome.failure().ifPresent(failure::addSuppressed);
            throw failure;
        }
    }

    private Failure failure(Moment first, Outcome last) {
        Moment now = changes.now();
        BlockTexts.Circumstances circumstances = new BlockTexts.Circumstances(
                limit,
                judged,
                now.ended(),
                now.resets() > first.resets(),
                last.before().callsUnderWay());
        return new Failure(
                last.failure()
                        .map(failure -> BlockTexts.failed(circumstances, failure))
                        .orElseGet(() -> BlockTexts.callsUnderWay(circumstances)),
                last.failure());
    }
}
