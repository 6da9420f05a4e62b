package io.github.chimefake.examples.signup;

/** The result of a post. */
public enum Posting {
    /** The message is in the channel. */
    POSTED,
    /** The author is not registered, or not yet: register the author, or try again later. */
    AUTHOR_UNKNOWN,
    /** The author may not post there. */
    NOT_ALLOWED
}
