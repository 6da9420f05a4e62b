package io.github.chimefake.internal.socketfaults;

import java.nio.charset.StandardCharsets;

/** Which codes and reasons a close frame can have (RFC 6455, 7.4). */
public final class CloseCodes {
    /** What a client sees when a connection ends without a close frame. No frame can carry it. */
    public static final int ABNORMAL = 1006;

    /** Public clients do not connect again after it. */
    public static final int CLIENT_INITIATED = 4002;

    private static final int LONGEST_REASON = 123;

    private CloseCodes() {}

    /**
     * Returns the code.
     *
     * @param call the method called by the user
     * @throws IllegalArgumentException if no close frame can carry it
     */
    public static int require(String call, int code) {
        boolean ofProtocol = (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014);
        if (!ofProtocol && (code < 3000 || code > 4999)) {
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
        if (length > LONGEST_REASON) {
            throw new IllegalArgumentException(call + ": the reason has " + length
                    + " bytes in UTF-8; a close frame carries at most " + LONGEST_REASON + ". Shorten it");
        }
        return reason;
    }
}
