package io.github.chimefake.internal.sweep;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.internal.sweep.calls.CanonicalState;
import io.github.chimefake.internal.sweep.calls.CanonicalText;
import io.github.chimefake.sweep.Sweep;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;

/**
 * One execution of the code under test.
 *
 * @param value what it returned; empty if it returned null or threw
 * @param exception what it threw
 */
record CodeRun(Optional<Object> value, Optional<Throwable> exception, CanonicalState after) {
    /** How long code may run, and what measures it. */
    record Limit(Duration time, ScheduledExecutorService timer) {}

    /**
     * Runs code.
     *
     * @param onTimeout is called, perhaps repeatedly, by another thread when the code takes too long
     */
    static CodeRun of(Sweep.Code<?> code, ChimeMessagingServer chime, Limit limit, Runnable onTimeout) {
        Optional<Object> value = Optional.empty();
        Optional<Throwable> exception = Optional.empty();
        Watchdog watchdog = new Watchdog(limit.timer(), limit.time(), onTimeout);
        try {
            value = Optional.ofNullable(code.run());
        } catch (Throwable thrown) {
            exception = Optional.of(thrown);
        } finally {
            watchdog.close();
        }
        return new CodeRun(value, exception, state(chime));
    }

    private static CanonicalState state(ChimeMessagingServer chime) {
        chime.awaitBackgroundWork();
        return CanonicalState.of(chime.state());
    }

    /** Returns the value as it is compared with that of another run. */
    Optional<String> canonicalValue() {
        return value.map(String::valueOf).map(CanonicalText::of);
    }
}
