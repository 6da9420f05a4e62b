package io.github.chimefake.session;

/**
 * The order in which a session gets channels with prefetch, if the user is a member of more than 50.
 *
 * @since 0.1
 */
public enum PrefetchSortBy {
    /** Channels with unread messages first. */
    UNREAD("unread"),
    /** Channels with the latest messages first. */
    LAST_MESSAGE_TIMESTAMP("last-message-timestamp");

    private final String value;

    PrefetchSortBy(String value) {
        this.value = value;
    }

    /** Returns the value of the query parameter {@code prefetch-sort-by}. */
    String value() {
        return value;
    }
}
