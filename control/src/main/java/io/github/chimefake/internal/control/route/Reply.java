package io.github.chimefake.internal.control.route;

import io.github.chimefake.internal.control.schema.JsonBuilder;
import io.github.chimefake.internal.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * A response.
 *
 * @param status the status
 * @param mediaType the content type, without a character set; empty without a body
 * @param body the body, sent in UTF-8
 * @param headers further headers
 */
public record Reply(int status, String mediaType, String body, List<Header> headers) {
    /** The media type of JSON. */
    public static final String JSON = "application/json";

    /** The media type of text. */
    public static final String TEXT = "text/plain";

    /**
     * A header.
     *
     * @param name its name
     * @param value its value
     */
    public record Header(String name, String value) {}

    public Reply {
        headers = List.copyOf(headers);
    }

    /** Returns a response with status 200 and this JSON. */
    public static Reply ok(JsonValue body) {
        return json(200, body.toIndentedJson() + "\n");
    }

    /** Returns a response with status 200 and this object. */
    public static Reply ok(JsonBuilder body) {
        return ok(body.toJson());
    }

    /** Returns a response with status 201 and this JSON, which describes the new object at this path. */
    public static Reply created(String location, JsonValue body) {
        return json(201, body.toIndentedJson() + "\n").with("Location", location);
    }

    /** Returns a response with JSON that was written before. */
    public static Reply json(int status, String json) {
        return new Reply(status, JSON, json, List.of());
    }

    /** Returns a response with status 200 and this text. */
    public static Reply text(String text) {
        return new Reply(200, TEXT, text, List.of());
    }

    /** Returns a response with status 204. */
    public static Reply noContent() {
        return new Reply(204, "", "", List.of());
    }

    /** Returns this response with another header. */
    public Reply with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Reply(status, mediaType, body, more);
    }
}
