package io.github.chimefake.session;

/** What the payload of an event describes, by the event's type. */
enum PayloadKind {
    CHANNEL_MESSAGE("a message", "events about messages, as CREATE_CHANNEL_MESSAGE"),
    CHANNEL("a channel", "UPDATE_CHANNEL and DELETE_CHANNEL"),
    CHANNEL_MEMBERSHIP("a membership", "CREATE_, UPDATE_ and DELETE_CHANNEL_MEMBERSHIP"),
    BATCH_CHANNEL_MEMBERSHIPS("memberships", "BATCH_CREATE_CHANNEL_MEMBERSHIP"),
    PREFETCHED_CHANNEL("a prefetched channel", "CHANNEL_DETAILS"),
    NONE("no payload that is known", "no event");

    private final String description;
    private final String types;

    PayloadKind(String description, String types) {
        this.description = description;
        this.types = types;
    }

    static PayloadKind of(String type) {
        if (type.endsWith("_CHANNEL_MESSAGE")) {
            return CHANNEL_MESSAGE;
        }
        return switch (type) {
            case "CREATE_CHANNEL", "UPDATE_CHANNEL", "DELETE_CHANNEL" -> CHANNEL;
            case "CREATE_CHANNEL_MEMBERSHIP", "UPDATE_CHANNEL_MEMBERSHIP", "DELETE_CHANNEL_MEMBERSHIP" ->
                CHANNEL_MEMBERSHIP;
            case "BATCH_CREATE_CHANNEL_MEMBERSHIP" -> BATCH_CHANNEL_MEMBERSHIPS;
            case "CHANNEL_DETAILS" -> PREFETCHED_CHANNEL;
            default -> NONE;
        };
    }

    String description() {
        return description;
    }

    String types() {
        return types;
    }
}
