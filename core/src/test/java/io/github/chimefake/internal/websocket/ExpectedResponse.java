package io.github.chimefake.internal.websocket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a server that returns each message must respond to bytes after the handshake, after which the client ends the connection. Written after
 * RFC 6455, and not after the server.
 *
 * @param frames what it sends before the close frame
 * @param code the code of the close frame; 1006 if the client ended the connection without one
 */
record ExpectedResponse(List<RawClient.Frame> frames, int code) {
    private static final class End extends Exception {
        private static final long serialVersionUID = 1L;
        private final int code;

        private End(int code) {
            super("", null, false, false);
            this.code = code;
        }
    }

    private static final class Interpreter {
        private final ByteBuffer in;
        private final int maxBytes;
        private final List<RawClient.Frame> frames = new ArrayList<>();
        private int opcode;
        private byte[] message = {};

        private Interpreter(byte[] sent, int maxBytes) {
            this.in = ByteBuffer.wrap(sent);
            this.maxBytes = maxBytes;
        }

        private void require(boolean condition, int otherwise) throws End {
            if (!condition) {
                throw new End(otherwise);
            }
        }

        private long number(int bytes) throws End {
            require(in.remaining() >= bytes, 1006);
            long number = 0;
            for (int i = 0; i < bytes; i++) {
                number = number * 256 + (in.get() & 0xFF);
            }
            return number;
        }

        private void frame() throws End {
            int first = (int) number(1);
            int kind = first & 0xF;
            require((first & 0x70) == 0 && (kind <= 2 || (kind >= 8 && kind <= 10)), 1002);
            int second = (int) number(1);
            require(second >= 128, 1002);
            long length = second - 128L;
            if (kind >= 8) {
                require(first >= 128 && length <= 125, 1002);
            }
            if (length == 126) {
                length = number(2);
                require(length >= 126, 1002);
            } else if (length == 127) {
                length = number(8);
                require(length >= 65536, 1002);
            }
            byte[] mask = ByteBuffer.allocate(4).putInt((int) number(4)).array();
            if (kind >= 8) {
                control(kind, payload(length, mask, true));
            } else {
                require(kind == 0 == opcode > 0, 1002);
                require(length + message.length <= maxBytes, 1009);
                opcode = kind == 0 ? opcode : kind;
                data(first >= 128, length, mask);
            }
        }

        private byte[] payload(long length, byte[] mask, boolean complete) throws End {
            require(!complete || in.remaining() >= length, 1006);
            byte[] payload = new byte[(int) Math.min(length, in.remaining())];
            in.get(payload);
            for (int i = 0; i < payload.length; i++) {
                payload[i] ^= mask[i % 4];
            }
            return payload;
        }

        private void data(boolean last, long length, byte[] mask) throws End {
            byte[] payload = payload(length, mask, false);
            int before = message.length;
            message = Arrays.copyOf(message, before + payload.length);
            System.arraycopy(payload, 0, message, before, payload.length);
            boolean complete = payload.length == length;
            require(opcode != 1 || isUtf8(message, last && complete), 1007);
            require(complete, 1006);
            if (last) {
                frames.add(new RawClient.Frame(opcode, new String(message, ISO_8859_1)));
                opcode = 0;
                message = new byte[] {};
            }
        }

        private void control(int kind, byte[] payload) throws End {
            if (kind == ClientFrames.PING) {
                frames.add(new RawClient.Frame(ClientFrames.PONG, new String(payload, ISO_8859_1)));
            } else if (kind == ClientFrames.CLOSE) {
                require(payload.length > 0, 1005);
                require(payload.length > 1, 1002);
                int code = (payload[0] & 0xFF) * 256 + (payload[1] & 0xFF);
                boolean valid = code >= 1000 && code <= 1014 && code != 1004 && code != 1005 && code != 1006;
                require(valid || (code >= 3000 && code <= 4999), 1002);
                require(isUtf8(Arrays.copyOfRange(payload, 2, payload.length), true), 1007);
                throw new End(code);
            }
        }
    }

    private static boolean isUtf8(byte[] bytes, boolean complete) {
        CharsetDecoder decoder = UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result = decoder.decode(in, CharBuffer.allocate(bytes.length + 1), complete);
        // The decoder finds a surrogate at its third byte.
        boolean surrogate = in.remaining() >= 2
                && in.get(in.position()) == (byte) 0xED
                && (in.get(in.position() + 1) & 0xFF) >= 0xA0;
        return !result.isError() && !surrogate;
    }

    static ExpectedResponse to(byte[] sent, int maxMessageBytes) {
        Interpreter interpreter = new Interpreter(sent, maxMessageBytes);
        try {
            while (true) {
                interpreter.frame();
            }
        } catch (End end) {
            return new ExpectedResponse(interpreter.frames, end.code);
        }
    }
}
