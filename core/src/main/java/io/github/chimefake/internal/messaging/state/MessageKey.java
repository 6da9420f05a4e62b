package io.github.chimefake.internal.messaging.state;

import java.time.Instant;
import java.util.Optional;

/**
 * The position of a message in its channel: by its creation and, within a millisecond, by the order of arrival.
 *
 * @param createdMillis milliseconds since the epoch
 * @param sequence the sequence number, which the message id is derived from
 */
public record MessageKey(long createdMillis, long sequence) implements Comparable<MessageKey> {
    // Instant.MIN and Instant.MAX, which some use for unbounded, cannot be represented in milliseconds since the epoch.
    private static final Instant EARLIEST = Instant.ofEpochMilli(Long.MIN_VALUE);
    private static final Instant LATEST = Instant.ofEpochMilli(Long.MAX_VALUE);

    /** Returns the first position at the instant or later. */
    public static MessageKey firstAt(Instant instant) {
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            return lastAt(instant);
        }
        long millis = instant.toEpochMilli();
        return new MessageKey(instant.isAfter(Instant.ofEpochMilli(millis)) ? millis + 1 : millis, Long.MIN_VALUE);
    }

    /** Returns the last position at the instant or earlier. */
    public static MessageKey lastAt(Instant instant) {
        if (instant.isBefore(EARLIEST)) {
            return new MessageKey(Long.MIN_VALUE, Long.MIN_VALUE);
        }
        return new MessageKey(instant.isAfter(LATEST) ? Long.MAX_VALUE : instant.toEpochMilli(), Long.MAX_VALUE);
    }

    /** Parses the result of {@link #toString}; empty if the text is not a key. */
    public static Optional<MessageKey> tryParse(String text) {
        try {
            int dot = text.indexOf('.');
            return Optional.of(
                    new MessageKey(Long.parseLong(text.substring(0, dot)), Long.parseLong(text.substring(dot + 1))));
        } catch (NumberFormatException | IndexOutOfBoundsException notAKey) {
            return Optional.empty();
        }
    }

    public Instant created() {
        return Instant.ofEpochMilli(createdMillis);
    }

    /** Returns the next position. Sequence numbers do not reach the limits of long. */
    MessageKey next() {
        return new MessageKey(createdMillis, sequence + 1);
    }

    MessageKey previous() {
        return new MessageKey(createdMillis, sequence - 1);
    }

    @Override
    public int compareTo(MessageKey other) {
        int byCreation = Long.compare(createdMillis, other.createdMillis);
        return byCreation != 0 ? byCreation : Long.compare(sequence, other.sequence);
    }

    @Override
    public String toString() {
        return createdMillis + "." + sequence;
    }
}
