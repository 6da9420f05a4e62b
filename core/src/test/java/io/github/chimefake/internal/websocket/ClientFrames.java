package io.github.chimefake.internal.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

/** Frames as a client sends them, valid or not. */
final class ClientFrames {
    static final int CONTINUATION = 0x0;
    static final int TEXT = 0x1;
    static final int BINARY = 0x2;
    static final int CLOSE = 0x8;
    static final int PING = 0x9;
    static final int PONG = 0xA;

    /** The bit of a frame that is the last of its message. */
    static final int LAST = 0x80;

    private static final int MASK = 0x1D2C3B4A;

    private ClientFrames() {}

    static byte[] text(String text) {
        return frame(LAST | TEXT, text.getBytes(UTF_8));
    }

    /** Returns a close frame with a code and a reason. */
    static byte[] close(int code, String reason) {
        return frame(LAST | CLOSE, concat(new byte[] {(byte) (code >> 8), (byte) code}, reason.getBytes(UTF_8)));
    }

    /** Returns a masked frame, its length in the shortest form. */
    static byte[] frame(int first, byte[] payload) {
        return frame(first, MASK, payload);
    }

    static byte[] frame(int first, int mask, byte[] payload) {
        if (payload.length < 126) {
            return frame(first, payload.length, 0, mask, payload);
        }
        return payload.length < 65536
                ? frame(first, 126, Short.BYTES, mask, payload)
                : frame(first, 127, Long.BYTES, mask, payload);
    }

    /**
     * Returns a masked frame, its length in any form.
     *
     * @param shortLength the seven bits of the length
     * @param lengthBytes how many bytes of length follow
     */
    static byte[] frame(int first, int shortLength, int lengthBytes, int mask, byte[] payload) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(first);
        frame.write(0x80 | shortLength);
        for (int i = lengthBytes - 1; i >= 0; i--) {
            frame.write((int) ((long) payload.length >> (8 * i)));
        }
        for (int i = 3; i >= 0; i--) {
            frame.write(mask >> (8 * i));
        }
        for (int i = 0; i < payload.length; i++) {
            frame.write(payload[i] ^ (mask >> (8 * (3 - i % 4))));
        }
        return frame.toByteArray();
    }

    /** Returns frames that are one message, divided at random, with pings and pongs between them. */
    static byte[] fragments(int opcode, byte[] message, Random random) {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        int begin = 0;
        boolean first = true;
        while (first || random.nextInt(4) > 0) {
            int end = begin + random.nextInt(message.length - begin + 1);
            byte[] part = Arrays.copyOfRange(message, begin, end);
            frames.writeBytes(frame(first ? opcode : CONTINUATION, random.nextInt(), part));
            if (random.nextBoolean()) {
                byte[] payload = new byte[random.nextInt(126)];
                random.nextBytes(payload);
                frames.writeBytes(frame(LAST | (random.nextBoolean() ? PING : PONG), random.nextInt(), payload));
            }
            begin = end;
            first = false;
        }
        byte[] rest = Arrays.copyOfRange(message, begin, message.length);
        frames.writeBytes(frame(LAST | CONTINUATION, random.nextInt(), rest));
        return frames.toByteArray();
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
