package io.github.chimefake.session.internal;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Reads the frames of a server, and joins the fragments of a message. */
final class FrameReader {
    static final int TEXT = 1;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    /** Far above what the service sends: a prefetched channel has 20 messages of 4 KB. */
    static final int LONGEST = 16 << 20;

    private static final int CONTINUATION = 0;
    private static final int BINARY = 2;
    private static final int FIN = 0x80;
    private static final int RESERVED = 0x70;
    private static final int OPCODE = 0x0F;
    private static final int MASKED = 0x80;
    private static final int LONGEST_OF_CONTROL = 125;
    private static final int TWO_BYTES = 126;

    private final DataInputStream input;
    private final ByteArrayOutputStream fragments = new ByteArrayOutputStream();
    private int opcodeOfFragments = CONTINUATION;

    /** A whole message or control frame. */
    @SuppressWarnings("ArrayRecordComponent") // It is not shared and not compared.
    record Frame(int opcode, byte[] payload) {}

    FrameReader(InputStream input) {
        this.input = new DataInputStream(input);
    }

    /**
     * Returns the next control frame or whole message.
     *
     * @throws EOFException at the end of the stream, also within a frame
     * @throws MalformedFrameException if it is not valid
     */
    Frame next() throws IOException {
        while (true) {
            int first = input.readUnsignedByte();
            int second = input.readUnsignedByte();
            int opcode = first & OPCODE;
            boolean isLast = (first & FIN) != 0;
            require((first & RESERVED) == 0, "The frame has reserved bits, and no extension was negotiated");
            require((second & MASKED) == 0, "The frame is masked, which only those of clients are");
            int length = length(second);
            if (opcode >= CLOSE) {
                require(opcode <= PONG, "The opcode " + opcode + " is not defined");
                require(
                        isLast && length <= LONGEST_OF_CONTROL,
                        "The control frame is fragmented or longer than 125 bytes");
                return new Frame(opcode, payload(length));
            }
            require(opcode <= BINARY, "The opcode " + opcode + " is not defined");
            require(
                    (opcode == CONTINUATION) == (opcodeOfFragments != CONTINUATION),
                    "The fragment does not continue a message, or a message begins within another");
            if (opcode != CONTINUATION) {
                opcodeOfFragments = opcode;
            }
            require(fragments.size() + (long) length <= LONGEST, "The message is longer than " + LONGEST + " bytes");
            fragments.write(payload(length));
            if (isLast) {
                Frame message = new Frame(opcodeOfFragments, fragments.toByteArray());
                fragments.reset();
                opcodeOfFragments = CONTINUATION;
                return message;
            }
        }
    }

    private byte[] payload(int length) throws IOException {
        byte[] payload = input.readNBytes(length);
        if (payload.length < length) {
            throw new EOFException("The connection ended within a frame");
        }
        return payload;
    }

    private int length(int second) throws IOException {
        int length = second & ~MASKED;
        if (length < TWO_BYTES) {
            return length;
        }
        long extended = length == TWO_BYTES ? input.readUnsignedShort() : input.readLong();
        require(extended >= 0 && extended <= LONGEST, "The frame is longer than " + LONGEST + " bytes");
        return (int) extended;
    }

    private static void require(boolean condition, String message) throws MalformedFrameException {
        if (!condition) {
            throw new MalformedFrameException(message);
        }
    }
}
