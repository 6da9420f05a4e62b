package io.github.chimefake.internal.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads the frames of a client, and puts fragments together. */
final class FrameReader {
    private static final int BUFFER_BYTES = 8 * 1024;

    private final InputStream in;
    private final int maxMessageBytes;
    private final byte[] buffer = new byte[BUFFER_BYTES];

    /** The message of which fragments were read, and more are to come. */
    private @Nullable Fragments fragments;

    /**
     * Creates a reader.
     *
     * @param maxMessageBytes how long a message may be, with all its fragments
     */
    FrameReader(InputStream in, int maxMessageBytes) {
        this.in = in;
        this.maxMessageBytes = maxMessageBytes;
    }

    /** What was read of a message. The UTF-8 of a text is checked with each part, and not only at its end. */
    private static final class Fragments {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final @Nullable Utf8Validator validator;

        private Fragments(Opcode opcode) {
            this.validator = opcode == Opcode.TEXT ? new Utf8Validator() : null;
        }

        private void add(byte[] part, int length) throws ProtocolViolationException {
            if (validator != null && !validator.accept(part, 0, length)) {
                throw notUtf8();
            }
            bytes.write(part, 0, length);
        }

        private Incoming end() throws ProtocolViolationException {
            if (validator == null) {
                return new Incoming.Binary(bytes.toByteArray());
            }
            if (!validator.isComplete()) {
                throw notUtf8();
            }
            return new Incoming.Text(bytes.toString(UTF_8));
        }

        private static ProtocolViolationException notUtf8() {
            return new ProtocolViolationException(CloseStatus.INVALID_DATA, "A text message is not UTF-8.");
        }
    }

    /**
     * Returns the next message or control frame, when it is complete.
     *
     * @throws EOFException if the stream ends before that
     * @throws ProtocolViolationException if RFC 6455 forbids what was read, or a message is too long
     */
    Incoming next() throws IOException, ProtocolViolationException {
        while (true) {
            FrameHeader header = FrameHeader.read(in);
            if (header.opcode().isControl()) {
                return control(header);
            }
            Fragments message = messageOf(header);
            readPayload(header, message);
            if (header.last()) {
                fragments = null;
                return message.end();
            }
            fragments = message;
        }
    }

    private Fragments messageOf(FrameHeader header) throws ProtocolViolationException {
        Fragments begun = fragments;
        if (header.opcode() == Opcode.CONTINUATION) {
            if (begun == null) {
                throw new ProtocolViolationException(
                        CloseStatus.PROTOCOL_ERROR, "A frame continues a message, and none was begun.");
            }
            return begun;
        }
        if (begun != null) {
            throw new ProtocolViolationException(
                    CloseStatus.PROTOCOL_ERROR, "A message begins before the last fragment of the one before.");
        }
        return new Fragments(header.opcode());
    }

    private void readPayload(FrameHeader header, Fragments message) throws IOException, ProtocolViolationException {
        if (header.length() > maxMessageBytes - message.bytes.size()) {
            throw new ProtocolViolationException(
                    CloseStatus.TOO_BIG, "A message has more than " + maxMessageBytes + " bytes.");
        }
        int done = 0;
        while (done < header.length()) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, header.length() - done));
            if (read < 0) {
                throw new EOFException();
            }
            Mask.apply(header.mask(), done, buffer, read);
            message.add(buffer, read);
            done += read;
        }
    }

    private Incoming control(FrameHeader header) throws IOException, ProtocolViolationException {
        byte[] payload = in.readNBytes((int) header.length());
        if (payload.length < header.length()) {
            throw new EOFException();
        }
        Mask.apply(header.mask(), 0, payload, payload.length);
        return switch (header.opcode()) {
            case PING -> new Incoming.Ping(payload);
            case PONG -> new Incoming.Pong();
            default -> new Incoming.Close(CloseStatus.parse(payload));
        };
    }
}
