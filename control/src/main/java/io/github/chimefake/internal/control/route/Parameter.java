package io.github.chimefake.internal.control.route;

import io.github.chimefake.internal.control.schema.Schema;

/**
 * A parameter in the path or the query.
 *
 * @param name its name
 * @param place where it stands
 * @param schema what is valid; a string, a number or a boolean
 * @param description what it is
 */
public record Parameter(String name, Place place, Schema schema, String description) {
    /** Where a parameter stands. */
    public enum Place {
        /** In the path; always required. */
        PATH,
        /** In the query; never required. */
        QUERY
    }
}
