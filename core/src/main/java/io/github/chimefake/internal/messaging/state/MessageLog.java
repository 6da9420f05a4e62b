package io.github.chimefake.internal.messaging.state;

import io.github.chimefake.internal.arn.MemberArn;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * The persistent messages of one channel. Messages that only a few users may see are in an index for each of these users, so
 * that a list costs what it shows and never what it hides.
 *
 * @param bySequence every message, in the order of sequence numbers; under its own key, as a number beside each of millions
 *     would take memory
 * @param forEveryone the places of the messages that every reader sees, in order
 * @param forViewer by ARN of a viewer, the places of the messages that this viewer sees and not everyone does
 */
public record MessageLog(
        TreePMap<MessageKey, StoredMessage> bySequence,
        TreePSet<MessageKey> forEveryone,
        TreePMap<MemberArn, TreePSet<MessageKey>> forViewer) {
    static final MessageLog EMPTY = new MessageLog(
            TreePMap.empty(Comparator.comparingLong(MessageKey::sequence)), TreePSet.empty(), TreePMap.empty());

    public Optional<StoredMessage> find(long sequence) {
        return find(new MessageKey(0, sequence)); // Any time does: only the sequence number counts there.
    }

    private Optional<StoredMessage> find(MessageKey key) {
        return Optional.ofNullable(bySequence.get(key));
    }

    /** This log with the message added, or put in the place of its former version. */
    public MessageLog plus(StoredMessage message) {
        Optional<StoredMessage> former = find(message.key());
        if (former.isPresent() && former.get().audience().equals(message.audience())) {
            return new MessageLog(bySequence.plus(message.key(), message), forEveryone, forViewer);
        }
        MessageLog rest = former.map(this::minus).orElse(this);
        return rest.index(message, TreePSet::plus).withMessages(rest.bySequence.plus(message.key(), message));
    }

    /** This log without the message. */
    public MessageLog minus(StoredMessage message) {
        return index(message, TreePSet::minus).withMessages(bySequence.minus(message.key()));
    }

    private interface Change {
        TreePSet<MessageKey> apply(TreePSet<MessageKey> places, MessageKey place);
    }

    private MessageLog index(StoredMessage message, Change change) {
        if (message.audience().isEmpty()) {
            return new MessageLog(bySequence, change.apply(forEveryone, message.key()), forViewer);
        }
        TreePMap<MemberArn, TreePSet<MessageKey>> viewers = forViewer;
        for (MemberArn viewer : message.audience().get()) {
            TreePSet<MessageKey> places = change.apply(placesFor(viewer), message.key());
            viewers = places.isEmpty() ? viewers.minus(viewer) : viewers.plus(viewer, places);
        }
        return new MessageLog(bySequence, forEveryone, viewers);
    }

    private MessageLog withMessages(TreePMap<MessageKey, StoredMessage> messages) {
        return new MessageLog(messages, forEveryone, forViewer);
    }

    private TreePSet<MessageKey> placesFor(MemberArn viewer) {
        return Optional.ofNullable(forViewer.get(viewer)).orElseGet(TreePSet::empty);
    }

    /** When the last message that the viewer may see was sent. */
    Optional<Instant> lastVisibleTo(Optional<MemberArn> viewer) {
        Iterator<StoredMessage> newestFirst = visibleTo(viewer, new Window(Optional.empty(), Optional.empty()), false);
        return newestFirst.hasNext() ? Optional.of(newestFirst.next().key().created()) : Optional.empty();
    }

    /** When the last message was sent, whether or not everybody may see it. */
    Optional<Instant> last() {
        return bySequence.isEmpty()
                ? Optional.empty()
                : Optional.of(bySequence.lastEntry().getValue().key().created());
    }

    /** Places between two others, both included; an absent bound does not limit. */
    public record Window(Optional<MessageKey> from, Optional<MessageKey> to) {
        boolean isEmpty() {
            return from.isPresent() && to.isPresent() && from.get().compareTo(to.get()) > 0;
        }

        /** The rest of this window after a place in it, in the order of the list. */
        public Window after(Optional<MessageKey> place, boolean ascending) {
            if (place.isEmpty()) {
                return this;
            }
            return ascending
                    ? new Window(place.map(MessageKey::next), to)
                    : new Window(from, place.map(MessageKey::previous));
        }

        /** The part of this window that does not lie before a place. */
        public Window from(MessageKey place) {
            return from.isPresent() && from.get().compareTo(place) >= 0 ? this : new Window(Optional.of(place), to);
        }

        private TreePSet<MessageKey> restrict(TreePSet<MessageKey> places) {
            TreePSet<MessageKey> rest =
                    from.map(first -> places.tailSet(first, true)).orElse(places);
            return to.map(last -> rest.headSet(last, true)).orElse(rest);
        }
    }

    /** The messages in the window that the viewer may see, oldest first or newest first. */
    public Iterator<StoredMessage> visibleTo(Optional<MemberArn> viewer, Window window, boolean ascending) {
        if (window.isEmpty()) {
            return new Merge(
                    TreePSet.<MessageKey>empty().iterator(),
                    TreePSet.<MessageKey>empty().iterator(),
                    ascending);
        }
        return new Merge(
                iterate(window.restrict(forEveryone), ascending),
                iterate(window.restrict(viewer.map(this::placesFor).orElseGet(TreePSet::empty)), ascending),
                ascending);
    }

    private static Iterator<MessageKey> iterate(TreePSet<MessageKey> places, boolean ascending) {
        return ascending ? places.iterator() : places.descendingIterator();
    }

    /** Two ordered runs of places as one run of messages. */
    private final class Merge implements Iterator<StoredMessage> {
        private final Iterator<MessageKey> left;
        private final Iterator<MessageKey> right;
        private final boolean ascending;
        private Optional<MessageKey> nextLeft;
        private Optional<MessageKey> nextRight;

        Merge(Iterator<MessageKey> left, Iterator<MessageKey> right, boolean ascending) {
            this.left = left;
            this.right = right;
            this.ascending = ascending;
            this.nextLeft = advance(left);
            this.nextRight = advance(right);
        }

        private static Optional<MessageKey> advance(Iterator<MessageKey> run) {
            return run.hasNext() ? Optional.of(run.next()) : Optional.empty();
        }

        @Override
        public boolean hasNext() {
            return nextLeft.isPresent() || nextRight.isPresent();
        }

        @Override
        public StoredMessage next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            boolean takeLeft = nextRight.isEmpty()
                    || (nextLeft.isPresent() && nextLeft.get().compareTo(nextRight.get()) < 0 == ascending);
            MessageKey place = (takeLeft ? nextLeft : nextRight).orElseThrow();
            if (takeLeft) {
                nextLeft = advance(left);
            } else {
                nextRight = advance(right);
            }
            return find(place).orElseThrow();
        }
    }
}
