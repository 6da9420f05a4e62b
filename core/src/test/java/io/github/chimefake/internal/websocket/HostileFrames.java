package io.github.chimefake.internal.websocket;

import static io.github.chimefake.internal.websocket.ClientFrames.BINARY;
import static io.github.chimefake.internal.websocket.ClientFrames.LAST;
import static io.github.chimefake.internal.websocket.ClientFrames.PING;
import static io.github.chimefake.internal.websocket.ClientFrames.TEXT;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

/** Sequences of frames, most of them with something wrong. The same random numbers make the same sequences. */
final class HostileFrames {
    private static final int[] CODES = {
        0, 999, 1000, 1001, 1004, 1005, 1006, 1007, 1014, 1015, 2999, 3000, 4401, 4999, 5000
    };
    private static final int[] LENGTHS = {0, 1, 5, 124, 125, 126, 127, 1000, 1023, 1024, 1025, 65535, 65536};
    private static final byte[][] INVALID = {
        {(byte) 0xC0, (byte) 0x80},
        {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
        {(byte) 0xF4, (byte) 0x90},
        {(byte) 0xFF},
        {(byte) 0xE2, (byte) 0x82},
    };

    private final Random random;

    HostileFrames(Random random) {
        this.random = random;
    }

    /** Returns a sequence of a few frames, which may be cut, changed, repeated or extended. */
    byte[] next() {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            frames.writeBytes(frame());
        }
        byte[] sequence = frames.toByteArray();
        for (int changes = random.nextInt(4); changes > 0 && sequence.length > 0; changes--) {
            sequence = changed(sequence);
        }
        return sequence;
    }

    private byte[] frame() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> ClientFrames.frame(LAST | TEXT, random.nextInt(), text());
            case 2 ->
                ClientFrames.frame(LAST | BINARY, random.nextInt(), bytes(LENGTHS[random.nextInt(LENGTHS.length)]));
            case 3, 4 -> ClientFrames.fragments(random.nextBoolean() ? TEXT : BINARY, text(), random);
            case 5 -> ClientFrames.frame(LAST | PING, random.nextInt(), bytes(random.nextInt(130)));
            case 6 -> ClientFrames.frame(random.nextInt(256), random.nextInt(), bytes(random.nextInt(20)));
            default -> ClientFrames.close(CODES[random.nextInt(CODES.length)], new String(text(30), UTF_8));
        };
    }

    private byte[] text() {
        byte[] text = text(random.nextInt(300));
        return random.nextInt(5) == 0 ? ClientFrames.concat(text, INVALID[random.nextInt(INVALID.length)]) : text;
    }

    private byte[] text(int characters) {
        return random.ints(characters, 0, 4)
                .mapToObj(index -> new String[] {"a", "é", "€", "\uD83D\uDE00"}[index])
                .reduce("", String::concat)
                .getBytes(UTF_8);
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] changed(byte[] sequence) {
        int at = random.nextInt(sequence.length);
        byte[] before = Arrays.copyOf(sequence, at);
        byte[] after = Arrays.copyOfRange(sequence, at, sequence.length);
        return switch (random.nextInt(6)) {
            case 0 -> before;
            case 1 -> ClientFrames.concat(before, bytes(1 + random.nextInt(4)), after);
            case 2 ->
                ClientFrames.concat(
                        before, Arrays.copyOfRange(after, Math.min(after.length, 1 + random.nextInt(8)), after.length));
            case 3 -> ClientFrames.concat(before, after, after);
            case 4 -> {
                after[0] = (byte) random.nextInt(256);
                yield ClientFrames.concat(before, after);
            }
            default -> {
                after[0] ^= (byte) (1 << random.nextInt(8));
                yield ClientFrames.concat(before, after);
            }
        };
    }
}
