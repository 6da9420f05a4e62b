package io.github.chimefake.internal.background;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Work with the same key, one of which is done at a time. Guarded by the lock of {@link BackgroundWork}. */
final class WorkQueue {
    private final Deque<QueuedWork> works = new ArrayDeque<>();
    private @Nullable QueuedWork running;

    void add(QueuedWork work) {
        works.add(work);
    }

    Stream<QueuedWork> works() {
        return works.stream();
    }

    boolean isEmpty() {
        return works.isEmpty();
    }

    /** Returns the work to begin with now, the oldest that can; empty if none can, or one is running. */
    Optional<QueuedWork> next() {
        if (running != null) {
            return Optional.empty();
        }
        Optional<QueuedWork> next = works.stream().filter(QueuedWork::canBegin).findFirst();
        running = next.orElse(null);
        return next;
    }

    /** Removes the work that was running. */
    void finished(QueuedWork work) {
        works.removeFirstOccurrence(work);
        work.finished();
        running = null;
    }

    /** Returns whether there is work that will be done although some calls have not been responded to. */
    boolean progresses() {
        Set<QueuedWork> blocked = new HashSet<>();
        for (QueuedWork work : works) { // Work waits for earlier work only.
            if (!work.isResponding() || work.waitsFor().stream().anyMatch(blocked::contains)) {
                blocked.add(work);
            } else {
                return true;
            }
        }
        return false;
    }
}
