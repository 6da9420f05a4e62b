package io.github.chimefake.internal.sweep;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.internal.sweep.calls.CallsOfRun;
import io.github.chimefake.internal.sweep.calls.CanonicalState;
import io.github.chimefake.internal.sweep.calls.CodeThread;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;

/**
 * One execution of the code under test.
 *
 * @param value what it returned; empty if it returned null or threw
 * @param canonicalValue what it returned, or what that completed with, as it is compared with another run
 * @param exception what it threw, or what its result failed with
 * @param took how long it took, with the calls that it had begun
 */
record CodeRun(
        Optional<Object> value,
        Optional<String> canonicalValue,
        Optional<Throwable> exception,
        CanonicalState after,
        Duration took) {
    private static final Duration LEAST_WAIT = Duration.ofSeconds(1);
    private static final int MOST_ROUNDS = 20;

    /**
     * How long code may run, and what measures it.
     *
     * @param forResult how long a result is waited for that the code returns before it is complete
     */
    record Limit(Duration time, Duration forResult, ScheduledExecutorService timer) {
        /** Returns how long calls are waited for that the code has begun. */
        Duration forCalls() {
            return forResult.compareTo(time) < 0 ? forResult : time;
        }
    }

    /**
     * Runs code, and waits for what it has begun.
     *
     * @param thread where it runs; on the current thread if empty
     * @param work what it begins on other threads
     */
    static CodeRun of(
            CodeExecution execution,
            Optional<CodeThread> thread,
            CallsOfRun calls,
            Limit limit,
            WorkOnOtherThreads work,
            ChimeMessagingServer chime) {
        long start = System.nanoTime();
        CodeExecution.Result result = thread.map(execution::runOn).orElseGet(execution::run);
        Duration rest = limit.forCalls().minusNanos(System.nanoTime() - start);
        boolean aborted = calls.abortReason().isPresent();
        await(calls, aborted ? LEAST_WAIT : rest);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        for (int i = 0; !aborted && i < MOST_ROUNDS && work.await(calls); i++) {
            await(calls, LEAST_WAIT); // Work may wait for asynchronous calls, and go on then.
        }
        calls.end();
        chime.awaitBackgroundWork();
        return new CodeRun(
                result.value(), result.canonicalValue(), result.exception(), CanonicalState.of(chime.state()), took);
    }

    private static void await(CallsOfRun calls, Duration rest) {
        try {
            calls.awaitUnended(rest.compareTo(LEAST_WAIT) < 0 ? LEAST_WAIT : rest);
        } catch (InterruptedException interrupted) { // The test is to end.
            Thread.currentThread().interrupt();
        }
    }
}
