package io.github.chimefake.internal.gateway;

import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.HttpAnswer;
import io.github.chimefake.internal.exchange.HttpCall;
import io.github.chimefake.internal.http.HeaderNames;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Recognizes the retries of clients that send no invocation id: a request is one if an equal request got a response, shortly
 * before, that its client retries. Each such response lets one equal request count as the next attempt, so two calls that
 * overlap stay two. Remembers a bounded number of responses.
 */
final class ImpliedRetries {
    /** The longest pause that the defaults of these clients give is 4 s; the rest is for machines that are busy. */
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(6);

    private static final int REMEMBERED = 1_000;

    private final LongSupplier nanoTime;
    private final Deque<Expected> expected = new ArrayDeque<>();
    private long calls;

    /** What the attempts of one call have in common; signature and date differ. */
    private record Equality(
            String accessKeyId, Optional<String> bearer, String method, String target, String bodyHash) {
        static Equality of(Call call) {
            HttpCall http = call.http();
            return new Equality(
                    call.caller().accessKeyId(),
                    http.header(HeaderNames.BEARER),
                    http.method(),
                    http.target(),
                    sha256(http.body()));
        }

        /** A hash, as a thousand large bodies are too much to keep. */
        private static String sha256(byte[] body) {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(body));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java platform must have SHA-256", e);
            }
        }
    }

    /** A retry that may come, within a span of time. */
    private record Expected(Equality equality, Call.Attempt attempt, long fromNanos, long untilNanos) {}

    /**
     * Creates a memory without responses.
     *
     * @param nanoTime the true time, as {@link System#nanoTime()} gives it
     */
    ImpliedRetries(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Returns the call as the attempt that it is; a call with an invocation id as it came. */
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

    /** Notes the response to a call that was recognized before; a delay of the response counts as part of its way. */
    void responded(Call call, HttpAnswer response) {
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

    /** Forgets every response. */
    synchronized void clear() {
        expected.clear();
    }
}
