package io.github.chimefake.events;

import io.github.chimefake.Experimental;

/**
 * The kind of an event, as the header {@code x-amz-chime-message-type} names it.
 *
 * @since 0.1
 */
@Experimental
public enum EventMessageType {
    /** About a message of type STANDARD. */
    STANDARD,
    /** About a message of type CONTROL, for example that a user is typing. */
    CONTROL,
    /** About anything else: a channel or its memberships. */
    SYSTEM
}
