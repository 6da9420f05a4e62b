package io.github.chimefake.internal.messaging.state;

import java.time.Instant;
import java.util.Optional;

/**
 * A message's place in its channel: by creation and, within a millisecond, by order of arrival.
 *
 * @param createdMillis milliseconds since the epoch
 * @param sequence the number that the message's id is made of
 */
public record MessageKey(long createdMillis, long sequence) implements Comparable<MessageKey> {
    // Some write "no bound" as Instant.MIN or Instant.MAX, which have no milliseconds since the epoch.
    private static final Instant EARLIEST = Instant.ofEpochMilli(Long.MIN_VALUE);
    private static final Instant LATEST = Instant.ofEpochMilli(Long.MAX_VALUE);

    /** The first place of those at the instant or later. */
    public static MessageKey firstAt(Instant instant) {
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            return lastAt(instant);
        }
        long millis = instant.toEpochMilli();
        return new MessageKey(instant.isAfter(Instant.ofEpochMilli(millis)) ? millis + 1 : millis, Long.MIN_VALUE);
    }

    /** The last place of those at the instant or earlier. */
    public static MessageKey lastAt(Instant instant) {
        if (instant.isBefore(EARLIEST)) {
            return new MessageKey(Long.MIN_VALUE, Long.MIN_VALUE);
        }
        return new MessageKey(instant.isAfter(LATEST) ? Long.MAX_VALUE : instant.toEpochMilli(), Long.MAX_VALUE);
    }

    /** The key that {@link #toString} wrote. */
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

    /** The place right after this one; sequence numbers leave room at both ends. */
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
