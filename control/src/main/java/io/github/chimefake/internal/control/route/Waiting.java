package io.github.chimefake.internal.control.route;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Lets requests wait without holding a thread: asks again and again until there is something to respond or the time is over.
 */
public final class Waiting {
    private final Executor later;

    /**
     * Creates a wait for requests.
     *
     * @param later carries an attempt out after a pause, for those after the first one
     */
    public Waiting(Executor later) {
        this.later = later;
    }

    /**
     * Returns what the attempt returns as soon as that is not empty, or what the other supplier returns after the limit. Asks at least
     * once, so a limit of zero asks exactly once.
     *
     * @param limit true time, not the fake's
     */
    public CompletionStage<Reply> until(Supplier<Optional<Reply>> attempt, Duration limit, Supplier<Reply> otherwise) {
        CompletableFuture<Reply> result = new CompletableFuture<>();
        long end = System.nanoTime() + limit.toNanos();
        ask(result, attempt, end, otherwise);
        return result;
    }

    private void ask(
            CompletableFuture<Reply> result, Supplier<Optional<Reply>> attempt, long end, Supplier<Reply> otherwise) {
        try {
            // The last attempt is made after the end, so that nothing that happened before it is missed.
            boolean last = System.nanoTime() >= end;
            Optional<Reply> reply = attempt.get();
            if (reply.isPresent() || last) {
                result.complete(reply.orElseGet(otherwise));
            } else {
                later.execute(() -> ask(result, attempt, end, otherwise));
            }
        } catch (RuntimeException | Error failure) {
            result.completeExceptionally(failure);
        }
    }
}
