package com.example.chat;

/** The outcome of a message. */
public enum Posting {
    /** The message is in the channel. */
    POSTED,
    /** The author is not registered with Chime. */
    AUTHOR_UNKNOWN,
    /** The author may not post there. */
    NOT_ALLOWED
}
