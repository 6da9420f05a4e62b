package io.github.chimefake.internal.gateway;

import io.github.chimefake.internal.access.signature.Sha256;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.exchange.HttpResponse;
import io.github.chimefake.internal.http.HeaderNames;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Recognizes retries of clients that send no invocation id. A request is a retry if its client retries the response
 * that an equal request got shortly before. Each such response matches one retry, so two overlapping calls remain
 * separate. The number of remembered responses is limited.
 */
final class ImpliedRetries {
    /**
     * The maximum time between attempts. The defaults of these clients wait at most 4 s; the rest is a margin for slow
     * machines.
     */
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(6);

    private static final int REMEMBERED = 1_000;

    private final LongSupplier nanoTime;
    private final Deque<Expected> expected = new ArrayDeque<>();
    private long calls;

    /** The parts that the attempts of a call have in common. Signature and date differ. */
    private record Equality(
            String accessKeyId, Optional<String> bearer, String method, String target, String bodyHash) {
        static Equality of(Call call) {
            HttpRequest http = call.http();
            return new Equality(
                    call.caller().accessKeyId(),
                    http.header(HeaderNames.BEARER),
                    http.method(),
                    http.target(),
                    Sha256.hex(http.body())); // A thousand large bodies would take too much memory.
        }
    }

    /** A retry that is expected within a period. */
    private record Expected(Equality equality, Call.Attempt attempt, long fromNanos, long untilNanos) {}

    /**
     * Creates an instance without expected retries.
     *
     * @param nanoTime the system time, as returned by {@link System#nanoTime()}
     */
    ImpliedRetries(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Returns the call with its recognized attempt. A call with an invocation id is returned unchanged. */
    Call recognize(Call call) {
        if (call.attempt().invocationId().isPresent()) {
            return call;
        }
        return call.withAttempt(expectedAttempt(call).orElseGet(() -> firstAttempt(call)));
    }

    private synchronized Optional<Call.Attempt> expectedAttempt(Call call) {
        if (expected.isEmpty()) {
            return Optional.empty();
        }
        long now = nanoTime.getAsLong();
        Equality equality = Equality.of(call);
        for (Iterator<Expected> each = expected.iterator(); each.hasNext(); ) {
            Expected candidate = each.next();
            if (candidate.untilNanos() - now < 0) {
                each.remove();
            } else if (candidate.fromNanos() - now <= 0 && candidate.equality().equals(equality)) {
                each.remove();
                return Optional.of(candidate.attempt());
            }
        }
        return Optional.empty();
    }

    private synchronized Call.Attempt firstAttempt(Call call) {
        calls++;
        return new Call.Attempt(Optional.of("implied-" + calls), call.attempt().number());
    }

    /** Records the response to a recognized call. The delay of the response counts as part of its transmission. */
    void responded(Call call, HttpResponse response) {
        boolean failed = response.status() >= 400 || response.connectionFault().isPresent();
        if (!failed || Binder.invocationId(call.http()).isPresent()) {
            return;
        }
        Call.Attempt attempt = call.attempt();
        if (attempt.number() < RetryBehavior.of(call.http()).attempts(call.http(), response)) {
            expect(Equality.of(call), new Call.Attempt(attempt.invocationId(), attempt.number() + 1), response.delay());
        }
    }

    private synchronized void expect(Equality equality, Call.Attempt attempt, Duration delay) {
        long from = nanoTime.getAsLong() + delay.toNanos();
        expected.addLast(new Expected(equality, attempt, from, from + LONGEST_PAUSE.toNanos()));
        if (expected.size() > REMEMBERED) {
            expected.removeFirst();
        }
    }

    /** Removes all expected retries. */
    synchronized void clear() {
        expected.clear();
    }
}
