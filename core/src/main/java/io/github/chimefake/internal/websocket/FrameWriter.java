package io.github.chimefake.internal.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Makes frames of a server: in one piece, and not masked. */
final class FrameWriter {
    private static final int LAST_BIT = 0x80;
    private static final int MAX_SHORT = 125;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;
    private static final int MAX_TWO_BYTES = 0xFFFF;

    private FrameWriter() {}

    static byte[] text(String text) {
        return frame(Opcode.TEXT, text.getBytes(UTF_8));
    }

    /** Returns a text frame with the first bytes of a text, which may end within a character. */
    static byte[] truncatedText(String text, int bytes) {
        byte[] payload = text.getBytes(UTF_8);
        return frame(Opcode.TEXT, Arrays.copyOf(payload, Math.max(0, Math.min(bytes, payload.length))));
    }

    static byte[] close(CloseStatus status) {
        return frame(Opcode.CLOSE, status.payload());
    }

    static byte[] frame(Opcode opcode, byte[] payload) {
        int headerBytes = 2 + bytesOfLength(payload.length);
        byte[] frame = new byte[headerBytes + payload.length];
        frame[0] = (byte) (LAST_BIT | opcode.bits());
        frame[1] = (byte) shortLength(payload.length);
        for (int i = headerBytes - 1, length = payload.length; i > 1; i--, length >>>= Byte.SIZE) {
            frame[i] = (byte) length;
        }
        System.arraycopy(payload, 0, frame, headerBytes, payload.length);
        return frame;
    }

    private static int shortLength(int length) {
        if (length <= MAX_SHORT) {
            return length;
        }
        return length <= MAX_TWO_BYTES ? TWO_BYTES : EIGHT_BYTES;
    }

    private static int bytesOfLength(int length) {
        return switch (shortLength(length)) {
            case TWO_BYTES -> Short.BYTES;
            case EIGHT_BYTES -> Long.BYTES;
            default -> 0;
        };
    }
}
