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
 * The persistent messages of one channel. Messages that only some users may see are in an index for each of these
 * users, so that the time for a list does not depend on the messages that are not visible.
 *
 * @param bySequence all messages, in the order of sequence numbers; the keys are those of the messages, because
 *     additional numbers for millions of messages would take memory
 * @param forEveryone the positions of the messages that all readers see, in order
 * @param forViewer the positions of the messages that only some readers see, by the ARN of the viewer
 */
public record MessageLog(
        TreePMap<MessageKey, StoredMessage> bySequence,
        TreePSet<MessageKey> forEveryone,
        TreePMap<MemberArn, TreePSet<MessageKey>> forViewer) {
    static final MessageLog EMPTY = new MessageLog(
            TreePMap.empty(Comparator.comparingLong(MessageKey::sequence)), TreePSet.empty(), TreePMap.empty());

    public Optional<StoredMessage> find(long sequence) {
        return find(new MessageKey(0, sequence)); // The time is not compared here, only the sequence number.
    }

    private Optional<StoredMessage> find(MessageKey key) {
        return Optional.ofNullable(bySequence.get(key));
    }

    /** Returns this log with a new message, or with a new version of a message. */
    public MessageLog plus(StoredMessage message) {
        Optional<StoredMessage> previous = find(message.key());
        if (previous.isPresent() && previous.get().audience().equals(message.audience())) {
            return new MessageLog(bySequence.plus(message.key(), message), forEveryone, forViewer);
        }
        MessageLog rest = previous.map(this::minus).orElse(this);
        return rest.index(message, TreePSet::plus).withMessages(rest.bySequence.plus(message.key(), message));
    }

    /** Returns this log without the message. */
    public MessageLog minus(StoredMessage message) {
        return index(message, TreePSet::minus).withMessages(bySequence.minus(message.key()));
    }

    private interface Change {
        TreePSet<MessageKey> apply(TreePSet<MessageKey> positions, MessageKey position);
    }

    private MessageLog index(StoredMessage message, Change change) {
        if (message.audience().isEmpty()) {
            return new MessageLog(bySequence, change.apply(forEveryone, message.key()), forViewer);
        }
        TreePMap<MemberArn, TreePSet<MessageKey>> viewers = forViewer;
        for (MemberArn viewer : message.audience().get()) {
            TreePSet<MessageKey> positions = change.apply(positionsFor(viewer), message.key());
            viewers = positions.isEmpty() ? viewers.minus(viewer) : viewers.plus(viewer, positions);
        }
        return new MessageLog(bySequence, forEveryone, viewers);
    }

    private MessageLog withMessages(TreePMap<MessageKey, StoredMessage> messages) {
        return new MessageLog(messages, forEveryone, forViewer);
    }

    private TreePSet<MessageKey> positionsFor(MemberArn viewer) {
        return Optional.ofNullable(forViewer.get(viewer)).orElseGet(TreePSet::empty);
    }

    /** Returns when the last message that the viewer may see was sent. */
    Optional<Instant> lastVisibleTo(Optional<MemberArn> viewer) {
        Iterator<StoredMessage> newestFirst = visibleTo(viewer, new Window(Optional.empty(), Optional.empty()), false);
        return newestFirst.hasNext() ? Optional.of(newestFirst.next().key().created()) : Optional.empty();
    }

    /** Returns when the last message was sent, even if not all users may see it. */
    Optional<Instant> last() {
        return bySequence.isEmpty()
                ? Optional.empty()
                : Optional.of(bySequence.lastEntry().getValue().key().created());
    }

    /** The positions between two others, inclusive. An absent bound is unlimited. */
    public record Window(Optional<MessageKey> from, Optional<MessageKey> to) {
        boolean isEmpty() {
            return from.isPresent() && to.isPresent() && from.get().compareTo(to.get()) > 0;
        }

        /** Returns the part of this window after a position in it, in the order of the list. */
        public Window after(Optional<MessageKey> position, boolean ascending) {
            if (position.isEmpty()) {
                return this;
            }
            return ascending
                    ? new Window(position.map(MessageKey::next), to)
                    : new Window(from, position.map(MessageKey::previous));
        }

        /** Returns the part of this window from a position on. */
        public Window from(MessageKey position) {
            return from.isPresent() && from.get().compareTo(position) >= 0
                    ? this
                    : new Window(Optional.of(position), to);
        }

        private TreePSet<MessageKey> restrict(TreePSet<MessageKey> positions) {
            TreePSet<MessageKey> rest =
                    from.map(first -> positions.tailSet(first, true)).orElse(positions);
            return to.map(last -> rest.headSet(last, true)).orElse(rest);
        }
    }

    /** Returns the messages in the window that the viewer may see, oldest first or newest first. */
    public Iterator<StoredMessage> visibleTo(Optional<MemberArn> viewer, Window window, boolean ascending) {
        if (window.isEmpty()) {
            return new Merge(
                    TreePSet.<MessageKey>empty().iterator(),
                    TreePSet.<MessageKey>empty().iterator(),
                    ascending);
        }
        return new Merge(
                iterate(window.restrict(forEveryone), ascending),
                iterate(window.restrict(viewer.map(this::positionsFor).orElseGet(TreePSet::empty)), ascending),
                ascending);
    }

    private static Iterator<MessageKey> iterate(TreePSet<MessageKey> positions, boolean ascending) {
        return ascending ? positions.iterator() : positions.descendingIterator();
    }

    /** Merges two ordered sequences of positions into one sequence of messages. */
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
            MessageKey position = (takeLeft ? nextLeft : nextRight).orElseThrow();
            if (takeLeft) {
                nextLeft = advance(left);
            } else {
                nextRight = advance(right);
            }
            return find(position).orElseThrow();
        }
    }
}
