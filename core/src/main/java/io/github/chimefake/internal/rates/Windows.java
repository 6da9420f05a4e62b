package io.github.chimefake.internal.rates;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The calls of each subject, counted in windows of one second. A window opens with the first call and not with the second of
 * the clock, so that a test meets the limit at the same call whenever it starts. Bounded: a window goes when its second is
 * over, and the oldest goes when there are too many.
 */
final class Windows {
    static final int CAPACITY = 10_000;
    private static final Duration LENGTH = Duration.ofSeconds(1);

    /** In the order in which they opened. */
    private final Map<String, Window> bySubject = new LinkedHashMap<>();

    /**
     * One second of a subject.
     *
     * @param opened when its first call came
     * @param calls how many were let through so far
     */
    record Window(Instant opened, int calls) {
        Instant end() {
            return opened.plus(LENGTH);
        }

        /**
         * A clock that was set back by a window or more is outside as well; one that is a little behind is a request that asked
         * for the time before the one that opened the window.
         */
        private boolean contains(Instant now) {
            return now.isAfter(opened.minus(LENGTH)) && now.isBefore(end());
        }
    }

    /** The window that is open for the subject now. */
    Optional<Window> open(String subject, Instant now) {
        return Optional.ofNullable(bySubject.get(subject)).filter(window -> window.contains(now));
    }

    void count(String subject, Instant now) {
        Optional<Window> open = open(subject, now);
        if (open.isPresent()) {
            bySubject.put(subject, new Window(open.get().opened(), open.get().calls() + 1));
            return;
        }
        bySubject.remove(subject);
        bySubject.put(subject, new Window(now, 1));
        dropOldest(now);
    }

    private void dropOldest(Instant now) {
        Iterator<Window> oldest = bySubject.values().iterator();
        while (!oldest.next().contains(now) || bySubject.size() > CAPACITY) { // The one that opened now ends it.
            oldest.remove();
        }
    }

    int size() {
        return bySubject.size();
    }

    void clear() {
        bySubject.clear();
    }
}
