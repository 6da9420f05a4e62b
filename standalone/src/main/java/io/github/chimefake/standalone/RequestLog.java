package io.github.chimefake.standalone;

import io.github.chimefake.journal.RecordedCall;
import io.github.chimefake.sessions.RecordedSession;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes a line for each request, in a separate thread, so that a reader that is slow holds up no request. Beyond a limit, lines are left
 * out and counted.
 */
final class RequestLog implements AutoCloseable {
    /** For how long to wait at the end for a reader that does not read. */
    private static final long MAX_MILLIS_TO_CLOSE = 1_000;

    static final int CAPACITY = 10_000;

    private final PrintStream out;
    private final RequestLines lines;
    private final Deque<String> waiting = new ArrayDeque<>();
    private final Thread writer = new Thread(this::write, "chime-messaging-fake-request-log");
    private long dropped;
    private boolean closed;

    RequestLog(PrintStream out, RequestLines lines) {
        this.out = out;
        this.lines = lines;
        writer.setDaemon(true);
        writer.start();
    }

    /** Adds a line about a request whose response was just sent. */
    void add(RecordedCall call) {
        Duration duration = Duration.between(call.lastAttempt().receivedAt(), Instant.now());
        print(lines.line(call, duration) + "\n");
    }

    /** Adds a line about a messaging session that has begun or ended, or could not begin. */
    void add(RecordedSession session) {
        print(lines.line(new SessionFacts(session, Instant.now())) + "\n");
    }

    /**
     * Adds the first text once the fake is open. Requests that come at once wait, so that their lines come after it.
     *
     * @param open opens the fake
     * @param text returns the text when the fake is open
     */
    synchronized void begin(Runnable open, Supplier<String> text) {
        open.run();
        print(text.get());
    }

    /** Adds text. */
    synchronized void print(String text) {
        if (waiting.size() >= CAPACITY) {
            dropped++;
            return;
        }
        if (dropped > 0) {
            waiting.add(lines.dropped(dropped) + "\n");
            dropped = 0;
        }
        waiting.add(text);
        notifyAll();
    }

    private void write() {
        try {
            String next = next();
            while (next != null) {
                out.print(next);
                next = nextIfPresent();
                if (next == null) {
                    out.flush();
                    next = next();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable String nextIfPresent() {
        return waiting.poll();
    }

    /** Waits for the next text. Returns null when the log is closed and everything is written. */
    private synchronized @Nullable String next() throws InterruptedException {
        while (waiting.isEmpty() && !closed) {
            wait();
        }
        return waiting.poll();
    }

    /** Writes what is waiting. */
    @Override
    public void close() {
        synchronized (this) {
            if (dropped > 0) {
                waiting.add(lines.dropped(dropped) + "\n");
            }
            closed = true;
            notifyAll();
        }
        try {
            writer.join(MAX_MILLIS_TO_CLOSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
