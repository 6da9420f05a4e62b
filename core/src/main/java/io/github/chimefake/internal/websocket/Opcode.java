package io.github.chimefake.internal.websocket;

import org.jspecify.annotations.Nullable;

/** What a frame is. */
enum Opcode {
    CONTINUATION(0x0),
    TEXT(0x1),
    BINARY(0x2),
    CLOSE(0x8),
    PING(0x9),
    PONG(0xA);

    private final int bits;

    Opcode(int bits) {
        this.bits = bits;
    }

    int bits() {
        return bits;
    }

    /** Whether it is a frame about the connection, which may come between the fragments of a message. */
    boolean isControl() {
        return bits >= 0x8;
    }

    /** Returns the opcode with these bits, or null for a reserved one. */
    static @Nullable Opcode of(int bits) {
        for (Opcode opcode : values()) {
            if (opcode.bits == bits) {
                return opcode;
            }
        }
        return null;
    }
}
