package io.github.chimefake.journal;

import io.github.chimefake.Experimental;

/**
 * Something that the service does after it has responded, or without a request: the processor of a channel flow, an expiration, the
 * deletion of an app instance's data, the balancing of an elastic channel. Immutable.
 *
 * @since 0.1
 */
@Experimental
public interface RecordedWork {
    /** Returns what did something, or what something was done to, for example {@code processor arn:… for message 5f… in arn:…}. */
    String description();

    /** Returns what happened, as the end of a sentence that begins with the description, for example {@code allowed it}. */
    String outcome();

    /** Returns the cause, for example {@code SendChannelMessage by arn:…} or {@code its expiration, 30 days after its creation}. */
    String cause();

    /** Returns all of it in one line or more, with names in place of ARNs. */
    @Override
    String toString();
}
