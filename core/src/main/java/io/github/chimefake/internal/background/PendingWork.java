package io.github.chimefake.internal.background;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Waits for background work, and tells users what of it is pending. */
public final class PendingWork {
    public static final Duration DEFAULT_LIMIT = Duration.ofSeconds(10);

    private static final int LISTED = 10;
    private static final String LINE = System.lineSeparator() + "    ";

    private final BackgroundWork background;

    /** Creates an object that waits for this work. */
    public PendingWork(BackgroundWork background) {
        this.background = background;
    }

    /**
     * Waits until there is no work.
     *
     * @throws IllegalArgumentException if the limit is not positive
     * @throws IllegalStateException if there still is some after the limit, or if the current thread is interrupted, or
     *     is doing the work itself
     */
    public void await(Duration limit) {
        String call = "awaitBackgroundWork(" + limit + "): ";
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException(
                    call + "the limit must be positive. Use for example Duration.ofSeconds(5)");
        }
        if (background.isCurrentThread()) {
            throw new IllegalStateException(
                    call + "called by the processor of a channel flow, which would wait for itself."
                            + " Call it in the test, after the request that the processor is about");
        }
        List<String> pending;
        try {
            pending = background.awaitNone(limit);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    call + "interrupted while this is pending:" + list(background.pending()), interrupted);
        }
        if (!pending.isEmpty()) {
            throw new IllegalStateException(
                    call + "not done within the limit:" + list(pending) + System.lineSeparator()
                            + "Let processors return, or wait longer with awaitBackgroundWork(limit). A processor that"
                            + " decides later returns FlowVerdict.pending()",
                    new TimeoutException("the limit of " + limit));
        }
    }

    /** Logs which work a reset has dropped; nothing if there was none. */
    public static void warnOfDropped(List<String> dropped) {
        if (!dropped.isEmpty()) {
            System.getLogger(PendingWork.class.getName())
                    .log(
                            Level.WARNING,
                            "A reset, or the restoring of a snapshot, dropped background work, which has no effect any more:"
                                    + list(dropped)
                                    + System.lineSeparator()
                                    + "To wait for it, call chime.awaitBackgroundWork() before it");
        }
    }

    private static String list(List<String> pending) {
        Stream<String> more =
                pending.size() > LISTED ? Stream.of("and " + (pending.size() - LISTED) + " more") : Stream.empty();
        return Stream.concat(pending.stream().limit(LISTED), more).collect(Collectors.joining(LINE, LINE, ""));
    }
}
