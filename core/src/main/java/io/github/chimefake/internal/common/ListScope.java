package io.github.chimefake.internal.common;

import io.github.chimefake.internal.arn.Arn;
import org.jspecify.annotations.Nullable;

/**
 * The list that a request asks for: its resource, and the other parameters that select or order the items.
 *
 * @param text the list as text, for example {@code of arn:… with Privacy PRIVATE}; empty if the operation has one list only
 */
public record ListScope(String text) {
    /** The only list of an operation. */
    public static final ListScope WHOLE = new ListScope("");

    private static final String WITH = " with ";

    /** Returns the list of a resource. */
    public static ListScope of(Arn resource) {
        return new ListScope(" of " + resource.text());
    }

    /**
     * Returns this list, restricted or ordered by a member of the request.
     *
     * @param member the name in the service model, for example {@code SortOrder}
     * @param value its value, or null if the request does not have it
     */
    public ListScope with(String member, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        return new ListScope(text + (text.contains(WITH) ? ", " : WITH) + member + " " + value);
    }

    @Override
    public String toString() {
        return text;
    }
}
