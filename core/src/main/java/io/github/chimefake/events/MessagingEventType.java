package io.github.chimefake.events;

import io.github.chimefake.Experimental;

/**
 * The type of an event, as the header {@code x-amz-chime-event-type} names it. Documented: "Using WebSockets to receive messages" in the
 * developer guide of the Amazon Chime SDK.
 *
 * @since 0.1
 */
@Experimental
public enum MessagingEventType {
    /** The first event of a messaging session. It has no payload. */
    SESSION_ESTABLISHED,
    /** A channel of the user with its latest messages and memberships, sent at the beginning of a session on request. */
    CHANNEL_DETAILS,
    CREATE_CHANNEL_MESSAGE,
    UPDATE_CHANNEL_MESSAGE,
    REDACT_CHANNEL_MESSAGE,
    DELETE_CHANNEL_MESSAGE,
    /** A channel flow processes a new message; only its sender receives it, as the five that follow. */
    PENDING_CREATE_CHANNEL_MESSAGE,
    FAILED_CREATE_CHANNEL_MESSAGE,
    DENIED_CREATE_CHANNEL_MESSAGE,
    PENDING_UPDATE_CHANNEL_MESSAGE,
    FAILED_UPDATE_CHANNEL_MESSAGE,
    DENIED_UPDATE_CHANNEL_MESSAGE,
    UPDATE_CHANNEL,
    DELETE_CHANNEL,
    BATCH_CREATE_CHANNEL_MEMBERSHIP,
    CREATE_CHANNEL_MEMBERSHIP,
    DELETE_CHANNEL_MEMBERSHIP,
    /** A member of an elastic channel was moved to another sub-channel; only that member receives it. */
    UPDATE_CHANNEL_MEMBERSHIP
}
