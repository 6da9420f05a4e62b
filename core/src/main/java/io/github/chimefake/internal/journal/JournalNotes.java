package io.github.chimefake.internal.journal;

import static java.util.Comparator.comparingLong;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * The notes of a journal: background work, and what happened on sessions. Ordinary notes are limited by themselves, so that they do not
 * drop what explains a denial. Not thread-safe.
 */
final class JournalNotes {
    private final int capacity;
    private final Deque<Numbered> ordinary = new ArrayDeque<>();
    private final Deque<Numbered> others = new ArrayDeque<>();
    private long added;
    private long dropped;

    private record Numbered(long number, JournalNote note) {}

    /**
     * Creates an empty list.
     *
     * @param capacity the maximum number of ordinary notes, and of the others; the oldest is removed first
     */
    JournalNotes(int capacity) {
        this.capacity = capacity;
    }

    void add(JournalNote note) {
        Deque<Numbered> kind = note.ordinary() ? ordinary : others;
        kind.add(new Numbered(added, note));
        added++;
        if (kind.size() > capacity) {
            kind.remove();
            dropped++;
        }
    }

    /** Returns the notes in the order in which they were added. */
    List<JournalNote> all() {
        return Stream.concat(ordinary.stream(), others.stream())
                .sorted(comparingLong(Numbered::number))
                .map(Numbered::note)
                .toList();
    }

    /** Returns how many were removed. */
    long dropped() {
        return dropped;
    }
}
