package io.github.chimefake.internal.control.route;

import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonValue;
import java.util.Map;
import java.util.Optional;

/**
 * A request that its route has accepted.
 *
 * @param path the parameters of the path, percent-decoded
 * @param query the parameters of the query, by their schemas
 * @param content the body; no fields if the route has none, or it was left out
 */
public record Request(Map<String, String> path, Fields query, Fields content) {
    /** Returns a parameter of the path. */
    public String path(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalStateException("The route has no parameter " + name);
        }
        return value;
    }

    /** Returns the body as an object. */
    public Fields body() {
        return content;
    }

    /** Returns the body as JSON. */
    public JsonValue json() {
        return content.object();
    }

    /** Returns a request without a body and without a query. */
    public static Request of(Map<String, String> path) {
        return new Request(path, Fields.none(), Fields.none());
    }

    /** Returns the object in the body if it has members. */
    public Optional<JsonObject> findBody() {
        return content.object().members().isEmpty() ? Optional.empty() : Optional.of(content.object());
    }
}
