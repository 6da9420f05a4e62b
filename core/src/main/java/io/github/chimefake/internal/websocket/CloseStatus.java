package io.github.chimefake.internal.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** The content of a close frame, or how the connection ended without one. */
public record CloseStatus(int code, String reason) {
    static final int GOING_AWAY = 1001;
    static final int PROTOCOL_ERROR = 1002;
    /** Stands for a close frame without a code. */
    static final int NO_CODE = 1005;
    /** Stands for the end of a connection without a close frame. No frame can carry it. */
    public static final int ABNORMAL = 1006;

    static final int INVALID_DATA = 1007;
    static final int TOO_BIG = 1009;
    static final int INTERNAL_ERROR = 1011;

    private static final int CODE_BYTES = 2;

    /** The maximum length of a reason in UTF-8. */
    public static final int MAX_REASON_BYTES = FrameHeader.MAX_CONTROL_BYTES - CODE_BYTES;

    /** Reads the payload of a close frame that a client has sent. */
    static CloseStatus parse(byte[] payload) throws ProtocolViolationException {
        if (payload.length == 0) {
            return new CloseStatus(NO_CODE, "");
        }
        if (payload.length < CODE_BYTES) {
            throw new ProtocolViolationException(PROTOCOL_ERROR, "A close frame has one byte. Send two or none.");
        }
        int code = ((payload[0] & 0xFF) << 8) | (payload[1] & 0xFF);
        if (!mayBeSent(code)) {
            throw new ProtocolViolationException(
                    PROTOCOL_ERROR, "Close code " + code + " must not be sent. Send 1000 or 3000 to 4999.");
        }
        Utf8Validator validator = new Utf8Validator();
        if (!validator.accept(payload, CODE_BYTES, payload.length - CODE_BYTES) || !validator.isComplete()) {
            throw new ProtocolViolationException(INVALID_DATA, "The reason of a close frame is not UTF-8.");
        }
        return new CloseStatus(code, new String(payload, CODE_BYTES, payload.length - CODE_BYTES, UTF_8));
    }

    /** Returns whether a close frame can carry the code (RFC 6455, 7.4). */
    public static boolean mayBeSent(int code) {
        return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999);
    }

    /** Returns the payload of a close frame. A reason that is too long is cut at the end of a character. */
    byte[] payload() {
        if (code == NO_CODE) {
            return new byte[0];
        }
        byte[] text = reason.getBytes(UTF_8);
        int length = Math.min(text.length, MAX_REASON_BYTES);
        while (length < text.length && Utf8Validator.isContinuation(text[length])) {
            length--;
        }
        byte[] payload = Arrays.copyOf(new byte[] {(byte) (code >> 8), (byte) code}, CODE_BYTES + length);
        System.arraycopy(text, 0, payload, CODE_BYTES, length);
        return payload;
    }
}
