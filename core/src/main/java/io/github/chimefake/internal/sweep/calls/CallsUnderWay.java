package io.github.chimefake.internal.sweep.calls;

import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.concurrent.TimeUnit;

/** The calls of a run that have begun and not ended. */
final class CallsUnderWay {
    /** A call that the SDK fails before it has a request to send, for example because a member is missing, does not end visibly. */
    private static final Duration UNTIL_REQUEST = Duration.ofMillis(250);

    private final IdentityHashMap<CallOrigin, Boolean> haveRequest = new IdentityHashMap<>();

    synchronized void begins(CallOrigin origin) {
        haveRequest.put(origin, false);
    }

    synchronized void hasRequest(CallOrigin origin) {
        haveRequest.computeIfPresent(origin, (call, before) -> true);
    }

    synchronized void ends(CallOrigin origin) {
        haveRequest.remove(origin);
        notifyAll();
    }

    /**
     * Waits until all calls have ended. Returns how many have not, when the time is over.
     *
     * @param ended the id of a thread that makes no more calls
     */
    synchronized long await(Duration limit, long ended) throws InterruptedException {
        haveRequest
                .entrySet()
                .removeIf(call -> !call.getValue() && call.getKey().moment().thread() == ended);
        long start = System.nanoTime();
        long waited = 0;
        while (isUnderWay(waited) && waited < limit.toNanos()) {
            long next = waited < UNTIL_REQUEST.toNanos()
                    ? Math.min(limit.toNanos(), UNTIL_REQUEST.toNanos())
                    : limit.toNanos();
            wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(next - waited)));
            waited = System.nanoTime() - start;
        }
        return haveRequest.values().stream().filter(Boolean::booleanValue).count();
    }

    private boolean isUnderWay(long waited) {
        return waited < UNTIL_REQUEST.toNanos() ? !haveRequest.isEmpty() : haveRequest.containsValue(true);
    }
}
