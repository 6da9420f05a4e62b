package io.github.chimefake.internal.sweep;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What code returns that goes on after it has returned. */
final class AsyncResult {
    private AsyncResult() {}

    static boolean isOne(@Nullable Object returned) {
        return returned instanceof CompletionStage<?> || returned instanceof Future<?>;
    }

    /**
     * Waits for the result.
     *
     * @throws TimeoutException if it takes longer
     * @throws Throwable what it fails with, without the exceptions that only say that something asynchronous has failed
     */
    static @Nullable Object await(Object returned, Duration limit) throws Throwable {
        Future<?> result = returned instanceof CompletionStage<?> stage ? future(stage) : (Future<?>) returned;
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw cause(failed);
        }
    }

    private static Future<Object> future(CompletionStage<?> stage) {
        CompletableFuture<Object> result = new CompletableFuture<>();
        stage.whenComplete((value, failure) -> {
            if (failure == null) {
                result.complete(value);
            } else if (failure instanceof CancellationException) {
                result.cancel(false);
            } else {
                result.completeExceptionally(failure);
            }
        });
        return result;
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof ExecutionException || cause instanceof CompletionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
