package io.github.chimefake.examples.signup;

/** What became of a post. */
public enum Posting {
    /** It stands in the channel. */
    POSTED,
    /** The chat does not know its author, or not yet: register them, or let them try again in a moment. */
    AUTHOR_UNKNOWN,
    /** The author may not post there. */
    NOT_ALLOWED
}
