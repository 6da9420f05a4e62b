package io.github.chimefake.internal.common;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Generates ids from a seed and a sequence number only, so that the same seed gives the same ids. A message id contains
 * its sequence number in encrypted form, so that no index from ids to messages is needed.
 *
 * @param seed any number
 */
public record Identifiers(long seed) {
    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;
    private static final int ROUNDS = 4;
    private static final int MESSAGE_ID_LENGTH = 64;

    /** Returns a UUID, which the service generates for a channel that is created without an id. */
    public String uuid(long sequence) {
        long high = (mix(sequence, 1) & 0xFFFFFFFFFFFF0FFFL) | 0x4000L;
        long low = (mix(sequence, 2) & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    /** Returns a message id of 64 lower-case hexadecimal digits, as in the samples of the developer guide. */
    public String messageId(long sequence) {
        ByteBuffer id = ByteBuffer.allocate(MESSAGE_ID_LENGTH / 2)
                .putLong(encrypt(sequence))
                .putLong(mix(sequence, 3))
                .putLong(mix(sequence, 4))
                .putLong(mix(sequence, 5));
        return HexFormat.of().formatHex(id.array());
    }

    /** Returns the sequence number of a message id; empty if {@link #messageId} does not generate this id. */
    public OptionalLong sequenceOf(String messageId) {
        if (messageId.length() != MESSAGE_ID_LENGTH || !messageId.chars().allMatch(HexFormat::isHexDigit)) {
            return OptionalLong.empty();
        }
        long sequence = decrypt(HexFormat.fromHexDigitsToLong(messageId, 0, 16));
        return messageId(sequence).equals(messageId) ? OptionalLong.of(sequence) : OptionalLong.empty();
    }

    /** Encrypts the number with a Feistel network, which is a reversible permutation of the 2^64 numbers. */
    private long encrypt(long number) {
        int left = (int) (number >>> 32);
        int right = (int) number;
        for (int round = 0; round < ROUNDS; round++) {
            int next = left ^ (int) mix(right, 16 + round);
            left = right;
            right = next;
        }
        return join(left, right);
    }

    private long decrypt(long number) {
        int left = (int) (number >>> 32);
        int right = (int) number;
        for (int round = ROUNDS - 1; round >= 0; round--) {
            int previous = right ^ (int) mix(left, 16 + round);
            right = left;
            left = previous;
        }
        return join(left, right);
    }

    private static long join(int high, int low) {
        return (long) high << 32 | (low & 0xFFFFFFFFL);
    }

    /** Applies the finalizer of SplitMix64 to seed, number and purpose. */
    private long mix(long number, int purpose) {
        long z = seed + GOLDEN_RATIO * (number * 31 + purpose);
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
