package io.github.chimefake.internal.sessions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The sessions of the current generation, the oldest first. A session is among them from the moment at which it begins to receive events,
 * shortly before SESSION_ESTABLISHED, to its end.
 */
final class OpenSessions {
    private volatile List<SocketSession> all = List.of();
    private volatile long generation;
    private boolean ended;

    /** Returns the number of the current generation. */
    long generation() {
        return generation;
    }

    /** Records something of a session, unless its generation is over: what is recorded then belongs to another test. */
    synchronized void ifCurrent(long itsGeneration, Runnable recording) {
        if (itsGeneration == generation) {
            recording.run();
        }
    }

    /** Returns all of them, those that are being established included. */
    List<SocketSession> all() {
        return all;
    }

    /** Returns those that are established. */
    List<SocketSession> open() {
        return all.stream().filter(SocketSession::isOpen).toList();
    }

    /** Adds a session, unless its generation is over; then returns false. */
    synchronized boolean add(SocketSession session, long itsGeneration) {
        if (ended || itsGeneration != generation) {
            return false;
        }
        List<SocketSession> more = new ArrayList<>(all);
        more.add(session);
        all = List.copyOf(more);
        return true;
    }

    @SuppressWarnings("ReferenceEquality")
    synchronized void remove(SocketSession session) {
        all = all.stream().filter(other -> other != session).toList();
        notifyAll();
    }

    /** Notes that a session was established, or denied. */
    synchronized void changed() {
        notifyAll();
    }

    /** Begins the next generation, and returns the sessions of the last one. */
    synchronized List<SocketSession> restart() {
        List<SocketSession> earlier = all;
        all = List.of();
        generation++;
        notifyAll();
        return earlier;
    }

    /** Accepts no further sessions, and returns those that there were. */
    synchronized List<SocketSession> end() {
        ended = true;
        List<SocketSession> earlier = all;
        all = List.of();
        notifyAll();
        return earlier;
    }

    /**
     * Waits until these sessions have ended.
     *
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    @SuppressWarnings("ReferenceEquality")
    synchronized void awaitEnd(List<SocketSession> ending, Duration limit) throws InterruptedException {
        long begin = System.nanoTime();
        while (all.stream().anyMatch(session -> ending.stream().anyMatch(other -> other == session))) {
            long left = limit.toNanos() - (System.nanoTime() - begin);
            if (left <= 0) {
                return;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    /**
     * Waits until a user has an established session.
     *
     * @return empty if there is none within that time, or the generation has ended
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    synchronized Optional<SocketSession> await(String userArn, Duration limit) throws InterruptedException {
        long begin = System.nanoTime();
        long first = generation;
        long nanos = limit.compareTo(Duration.ofNanos(Long.MAX_VALUE)) < 0 ? limit.toNanos() : Long.MAX_VALUE;
        while (!ended && generation == first) {
            Optional<SocketSession> found = all.stream()
                    .filter(session -> session.isOpen() && session.isOf(userArn))
                    .findFirst();
            long left = nanos - (System.nanoTime() - begin);
            if (found.isPresent() || left <= 0) {
                return found;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return Optional.empty();
    }
}
