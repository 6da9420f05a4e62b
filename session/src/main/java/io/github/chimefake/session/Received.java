package io.github.chimefake.session;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** The events and closes of a session, and which of them the waits of users have returned. */
final class Received {
    private static final int LISTED = 20;
    private static final int MAX_CLOSES = 10_000;

    private final int limit;
    private final String name;
    private final Deque<Entry> events = new ArrayDeque<>();
    private final List<SessionClose> closes = new ArrayList<>();
    private long added;
    private int returnedCloses;

    private static final class Entry {
        private final long number;
        private final SessionEvent event;
        private boolean isReturned;

        private Entry(long number, SessionEvent event) {
            this.number = number;
            this.event = event;
        }
    }

    Received(int limit, String name) {
        this.limit = limit;
        this.name = name;
    }

    synchronized void add(SessionEvent event) {
        events.addLast(new Entry(added++, event));
        if (events.size() > limit) {
            events.removeFirst();
        }
        notifyAll();
    }

    synchronized void add(SessionClose close) {
        closes.add(close);
        if (closes.size() > MAX_CLOSES) {
            closes.remove(0);
            returnedCloses = Math.max(0, returnedCloses - 1);
        }
        notifyAll();
    }

    synchronized List<SessionEvent> events() {
        return events.stream().map(entry -> entry.event).toList();
    }

    synchronized List<SessionClose> closes() {
        return List.copyOf(closes);
    }

    SessionEvent awaitEvent(Predicate<? super SessionEvent> wanted, String what, Duration limit) {
        Deadline deadline = new Deadline(limit);
        return await(wanted, false, deadline)
                .orElseThrow(
                        () -> hasEnded() ? ended(what) : deadline.failed("no event " + what + " arrived", listed()));
    }

    Optional<SessionEvent> awaitEventOrClose(Predicate<? super SessionEvent> wanted, Duration limit) {
        Deadline deadline = new Deadline(limit);
        Optional<SessionEvent> event = await(wanted, true, deadline);
        if (event.isEmpty() && !hasUnreturnedClose() && !hasEnded()) {
            throw deadline.failed("no event that matches arrived, and no connection was closed", listed());
        }
        return event;
    }

    /** Returns the event; empty if the deadline is over, the session has ended, or, if asked for, a connection was closed. */
    private Optional<SessionEvent> await(Predicate<? super SessionEvent> wanted, boolean orClose, Deadline deadline) {
        long next = 0;
        while (true) {
            List<Entry> unseen;
            boolean isLast;
            synchronized (this) {
                // Before the events, so that those that came before a close are looked at.
                isLast = hasEnded() || (orClose && hasUnreturnedClose()) || deadline.isOver();
                unseen = unreturnedSince(next);
                next = added;
            }
            for (Entry entry : unseen) {
                // Code of the user, so without the lock.
                if (wanted.test(entry.event) && claim(entry)) {
                    return Optional.of(entry.event);
                }
            }
            if (isLast) {
                return Optional.empty();
            }
            synchronized (this) {
                if (next == added && !hasEnded() && !(orClose && hasUnreturnedClose())) {
                    deadline.waitFor(this);
                }
            }
        }
    }

    private synchronized List<Entry> unreturnedSince(long number) {
        return events.stream()
                .filter(entry -> entry.number >= number && !entry.isReturned)
                .toList();
    }

    private synchronized boolean claim(Entry entry) {
        boolean isFree = !entry.isReturned;
        entry.isReturned = true;
        return isFree;
    }

    synchronized SessionClose awaitClose(Duration limit) {
        Deadline deadline = new Deadline(limit);
        while (!hasUnreturnedClose()) {
            if (hasEnded()) {
                throw new IllegalStateException(
                        name + " has ended, and every close of it was returned: " + closes + ". closes() lists them");
            }
            if (deadline.isOver()) {
                throw deadline.failed("no connection was closed", listed());
            }
            deadline.waitFor(this);
        }
        return closes.get(returnedCloses++);
    }

    private synchronized boolean hasUnreturnedClose() {
        return returnedCloses < closes.size();
    }

    private synchronized boolean hasEnded() {
        return !closes.isEmpty() && !closes.get(closes.size() - 1).isReconnecting();
    }

    private synchronized SessionClosedException ended(String what) {
        SessionClose last = closes.get(closes.size() - 1);
        return new SessionClosedException(
                name + " was closed, and no event " + what + " had arrived: " + last + "." + listed(), last);
    }

    private synchronized String listed() {
        String dropped = added > events.size() ? " " + (added - events.size()) + " older events were dropped;" : "";
        List<Entry> latest =
                events.stream().skip(Math.max(0, events.size() - LISTED)).toList();
        StringBuilder text = new StringBuilder(" Received so far (" + added + "):" + dropped);
        latest.forEach(
                entry -> text.append("\n  ").append(entry.event).append(entry.isReturned ? " (returned before)" : ""));
        closes.stream()
                .skip(Math.max(0, closes.size() - LISTED))
                .forEach(close -> text.append("\n  closed: ").append(close));
        return text.toString();
    }

    /** The end of a wait. */
    private final class Deadline {
        private final Duration limit;
        private final long end;

        private Deadline(Duration limit) {
            this.limit = limit;
            this.end = System.nanoTime() + Durations.nanosOfLimit(limit);
        }

        private boolean isOver() {
            return end - System.nanoTime() <= 0;
        }

        private void waitFor(Object monitor) {
            try {
                TimeUnit.NANOSECONDS.timedWait(monitor, Math.max(1_000_000, end - System.nanoTime()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(name + ": interrupted while waiting", e);
            }
        }

        private IllegalStateException failed(String what, String listed) {
            return new IllegalStateException(
                    name + ": " + what + " within " + limit + "." + listed, new TimeoutException(what));
        }
    }
}
