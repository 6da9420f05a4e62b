package io.github.chimefake.internal.sweep;

import io.github.chimefake.internal.sweep.calls.AbortedRunError;
import io.github.chimefake.internal.sweep.calls.CallsOfRun;
import io.github.chimefake.internal.sweep.calls.CanonicalValue;
import io.github.chimefake.internal.sweep.calls.CodeLines;
import io.github.chimefake.internal.sweep.calls.CodeThread;
import io.github.chimefake.internal.sweep.calls.SweepIncidents;
import io.github.chimefake.sweep.Sweep;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Runs code once, and ends it if it takes too long. */
final class CodeExecution {
    /** How long code may take to end when its thread is interrupted. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Sweep.Code<?> code;
    private final CallsOfRun calls;
    private final CodeRun.Limit limit;
    private final SweepIncidents incidents;
    private volatile boolean returned;

    /** What the code returned, and as it is compared; or what it threw. */
    record Result(Optional<Object> value, Optional<String> canonicalValue, Optional<Throwable> exception) {
        static Result failed(Throwable exception) {
            return new Result(Optional.empty(), Optional.empty(), Optional.of(exception));
        }
    }

    CodeExecution(Sweep.Code<?> code, CallsOfRun calls, CodeRun.Limit limit, SweepIncidents incidents) {
        this.code = code;
        this.calls = calls;
        this.limit = limit;
        this.incidents = incidents;
    }

    /** Runs the code on the current thread. */
    Result run() {
        calls.codeRunsHere();
        Watchdog watchdog = new Watchdog(limit.timer(), limit.time(), stack -> calls.abort(tooLong(stack)));
        try {
            Object value = code.run();
            returned = true;
            Object result = result(value);
            return new Result(Optional.ofNullable(value), canonical(result), Optional.empty());
        } catch (Throwable thrown) {
            return Result.failed(thrown);
        } finally {
            watchdog.close();
        }
    }

    private @Nullable Object result(@Nullable Object value) throws Throwable {
        if (value == null || !AsyncResult.isOne(value) || incidents.resultsDoNotComplete()) {
            return value;
        }
        try {
            return AsyncResult.await(value, limit.forResult());
        } catch (TimeoutException doesNotComplete) {
            incidents.resultDoesNotComplete();
            return value;
        }
    }

    private Optional<String> canonical(@Nullable Object result) {
        if (result == null || AsyncResult.isOne(result)) {
            return Optional.empty();
        }
        CanonicalValue value = CanonicalValue.of(result);
        incidents.comparedByType(value.opaque());
        return Optional.of(value.text());
    }

    /** Runs the code on another thread, which is left behind if it does not end in spite of interrupts. */
    Result runOn(CodeThread thread) {
        CompletableFuture<Result> result = new CompletableFuture<>();
        thread.execute(() -> result.complete(run()));
        long end = System.nanoTime() + limit.time().plus(GRACE).toNanos();
        while (true) {
            try {
                return result.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException meantForTheCode) { // For example the time-out of the test.
                thread.interrupt();
            } catch (TimeoutException hung) {
                return leaveBehind(thread);
            } catch (ExecutionException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private Result leaveBehind(CodeThread thread) {
        String reason = "did not end" + withinLimit() + ", nor when its thread was interrupted, and was left behind"
                + at(thread.getStackTrace());
        thread.leaveBehind(reason);
        calls.leaveBehind(reason);
        incidents.leftBehind();
        return Result.failed(new AbortedRunError("The code " + reason));
    }

    private String tooLong(StackTraceElement[] stack) {
        return (returned ? "returned something that did not complete" : "did not end") + withinLimit()
                + " and was aborted" + (returned ? "" : at(stack));
    }

    private String withinLimit() {
        long millis = limit.time().toMillis();
        return " within " + (millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms")
                + (calls.injects() ? "" : " although nothing was injected");
    }

    private static String at(StackTraceElement[] stack) {
        List<String> lines = CodeLines.of(stack);
        return lines.isEmpty() ? "" : ", at " + String.join(" < ", lines);
    }
}
