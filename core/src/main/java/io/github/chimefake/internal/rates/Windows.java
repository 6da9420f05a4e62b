package io.github.chimefake.internal.rates;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts the calls of each subject in windows of one second. A window starts with the first call and not with the
 * second of the clock, so that a test reaches the limit at the same call whenever it starts. The number of windows is
 * bounded: a window is removed when its second is over, and the oldest one when there are too many.
 */
final class Windows {
    static final int CAPACITY = 10_000;
    private static final Duration LENGTH = Duration.ofSeconds(1);

    /** In the order of their start. */
    private final Map<String, Window> bySubject = new LinkedHashMap<>();

    /**
     * A window of one subject.
     *
     * @param started the time of its first call
     * @param calls the number of calls so far that did not exceed the limit
     */
    record Window(Instant started, int calls) {
        Instant end() {
            return started.plus(LENGTH);
        }

        /**
         * Returns whether the time is in the window. A time that is slightly earlier than the start also is, because a
         * concurrent request may have read the clock earlier; a clock that was set back by a second or more is not.
         */
        private boolean contains(Instant now) {
            return now.isAfter(started.minus(LENGTH)) && now.isBefore(end());
        }
    }

    /** Returns the current window of the subject. */
    Optional<Window> current(String subject, Instant now) {
        return Optional.ofNullable(bySubject.get(subject)).filter(window -> window.contains(now));
    }

    void count(String subject, Instant now) {
        Optional<Window> current = current(subject, now);
        if (current.isPresent()) {
            bySubject.put(
                    subject, new Window(current.get().started(), current.get().calls() + 1));
            return;
        }
        bySubject.remove(subject);
        bySubject.put(subject, new Window(now, 1));
        dropOldest(now);
    }

    private void dropOldest(Instant now) {
        Iterator<Window> oldest = bySubject.values().iterator();
        while (!oldest.next().contains(now)
                || bySubject.size() > CAPACITY) { // The loop ends at the window that has just started.
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
