package io.github.chimefake.internal.socketfaults;

import io.github.chimefake.internal.websocket.CloseStatus;
import io.github.chimefake.sessions.SessionEnd;
import java.nio.charset.StandardCharsets;

/** Checks the close codes and reasons that a user gives. */
public final class CloseCodes {
    /** What a client sees when a connection ends without a close frame. */
    public static final int ABNORMAL = CloseStatus.ABNORMAL;

    /** Public clients do not connect again after it. */
    public static final int CLIENT_INITIATED = 4002;

    private CloseCodes() {}

    /** Returns the reason that the service sends with this code; empty if none is known. */
    public static String usualReason(int code) {
        if (code == SessionEnd.DENIED.defaultCode()) {
            return SessionEnd.DENIED.reason();
        }
        return code == SessionEnd.KICKED.defaultCode() ? SessionEnd.KICKED.reason() : "";
    }

    /**
     * Returns the code.
     *
     * @param call the method called by the user
     * @throws IllegalArgumentException if no close frame can carry it
     */
    public static int require(String call, int code) {
        if (!CloseStatus.mayBeSent(code)) {
            throw new IllegalArgumentException(
                    call + ": a close frame carries 1000 to 1003, 1007 to 1014, or 3000 to 4999."
                            + (code == ABNORMAL
                                    ? " For 1006, which is the end of a connection without a close frame, use drop()"
                                    : ""));
        }
        return code;
    }

    /**
     * Returns the code with which a connection ends: as in {@link #require}, or 1006 for no close frame.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static int requireOrAbnormal(String call, int code) {
        return code == ABNORMAL ? code : require(call, code);
    }

    /**
     * Returns the reason.
     *
     * @throws IllegalArgumentException if it is too long for a close frame
     */
    public static String requireReason(String call, String reason) {
        int length = reason.getBytes(StandardCharsets.UTF_8).length;
        if (length > CloseStatus.MAX_REASON_BYTES) {
            throw new IllegalArgumentException(
                    call + ": the reason has " + length + " bytes in UTF-8; a close frame carries at most "
                            + CloseStatus.MAX_REASON_BYTES + ". Shorten it");
        }
        return reason;
    }
}
