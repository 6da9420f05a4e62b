package io.github.chimefake.internal.websocket;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes before the payload of a frame.
 *
 * @param last whether no more fragments of the message follow
 * @param mask the masking key
 */
record FrameHeader(boolean last, Opcode opcode, long length, int mask) {
    static final int MAX_CONTROL_BYTES = 125;

    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;
    private static final int LAST_BIT = 0x80;
    private static final int RESERVED_BITS = 0x70;
    private static final int MASK_BIT = 0x80;

    /**
     * Reads the header of a frame that a client has sent.
     *
     * @throws EOFException if the stream ends
     * @throws ProtocolViolationException if RFC 6455 forbids it
     */
    static FrameHeader read(InputStream in) throws IOException, ProtocolViolationException {
        int first = next(in);
        if ((first & RESERVED_BITS) != 0) {
            throw violation("A reserved bit is set, and no extension was negotiated.");
        }
        boolean last = (first & LAST_BIT) != 0;
        Opcode opcode = Opcode.of(first & 0xF);
        if (opcode == null) {
            throw violation("Opcode " + (first & 0xF) + " is reserved.");
        }
        int second = next(in);
        if ((second & MASK_BIT) == 0) {
            throw violation("A frame is not masked. Clients must mask all frames.");
        }
        int shortLength = second & 0x7F;
        if (opcode.isControl()) {
            if (!last) {
                throw violation("A control frame is fragmented.");
            }
            if (shortLength > MAX_CONTROL_BYTES) {
                throw violation("A control frame has more than 125 bytes.");
            }
        }
        return new FrameHeader(last, opcode, length(in, shortLength), (int) number(in, Integer.BYTES));
    }

    private static long length(InputStream in, int shortLength) throws IOException, ProtocolViolationException {
        if (shortLength < TWO_BYTES) {
            return shortLength;
        }
        boolean two = shortLength != EIGHT_BYTES;
        long length = number(in, two ? Short.BYTES : Long.BYTES);
        if (length < 0) {
            throw violation("The length of a frame has its highest bit set.");
        }
        if (length < (two ? TWO_BYTES : 1L << Short.SIZE)) {
            throw violation("The length of a frame is not written in the shortest form.");
        }
        return length;
    }

    private static long number(InputStream in, int bytes) throws IOException {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number = number << Byte.SIZE | next(in);
        }
        return number;
    }

    private static int next(InputStream in) throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new EOFException();
        }
        return next;
    }

    private static ProtocolViolationException violation(String reason) {
        return new ProtocolViolationException(CloseStatus.PROTOCOL_ERROR, reason);
    }
}
