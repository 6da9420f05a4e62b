package io.github.chimefake.call;

/** What can happen to a connection in place of an answer. */
public enum ConnectionFault {
    /** The connection is reset. */
    RESET,
    /** The connection is closed without a byte. */
    CLOSE
}
