package io.github.chimefake.internal.control.route;

import io.github.chimefake.internal.control.schema.JsonBuilder;
import io.github.chimefake.internal.control.schema.NamedSchema;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.internal.control.schema.SchemaErrors.FieldError;
import io.github.chimefake.internal.json.JsonObject;
import java.util.List;

/**
 * Why a request failed, as problem details of RFC 9457. Every response with a status from 400 on has this form.
 *
 * @param status the status
 * @param detail what was received, what is valid, and what to do
 * @param errors the fields that are not valid
 */
public record Problem(int status, String detail, List<FieldError> errors) {
    /** The media type. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** The form of every error. */
    public static final NamedSchema SCHEMA = Schema.named(
            "Problem",
            Schema.object("Why the request failed (RFC 9457). Nothing was changed.")
                    .required("title", Schema.string("The meaning of the status, for example Bad Request."))
                    .required("status", Schema.integer("The status of the response.", 400, 599))
                    .required(
                            "detail",
                            Schema.string("What was received, what is valid, and what to do.")
                                    .length(1, 100_000))
                    .optional(
                            "errors",
                            Schema.array(
                                            "The fields that are not valid, at most 20.",
                                            Schema.object("A field that is not valid.")
                                                    .required(
                                                            "field",
                                                            Schema.string(
                                                                            "Its path, for example $.by.user, or the name of a parameter.")
                                                                    .length(1, 100_000))
                                                    .required(
                                                            "message",
                                                            Schema.string("What was received, and what is valid.")
                                                                    .length(1, 100_000)))
                                    .size(1, 20)));

    public Problem {
        errors = List.copyOf(errors);
    }

    /** Returns a problem without fields. */
    public static Problem of(int status, String detail) {
        return new Problem(status, detail, List.of());
    }

    /** Returns the problem that fields are not valid. */
    public static Problem invalid(List<FieldError> errors) {
        FieldError first = errors.get(0);
        return new Problem(400, first.field() + ": " + first.message(), errors);
    }

    /** Returns the reason phrase of the status. */
    public static String title(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 409 -> "Conflict";
            case 413 -> "Content Too Large";
            case 415 -> "Unsupported Media Type";
            case 503 -> "Service Unavailable";
            default -> "Internal Server Error";
        };
    }

    /** Returns the response. */
    public Reply toReply() {
        JsonBuilder json = new JsonBuilder()
                .text("title", title(status))
                .number("status", status)
                .text("detail", detail);
        if (!errors.isEmpty()) {
            json.items("errors", errors.stream().map(Problem::toJson).toList());
        }
        return new Reply(status, MEDIA_TYPE, json.toJson().toJson(), List.of());
    }

    private static JsonObject toJson(FieldError error) {
        return new JsonBuilder()
                .text("field", error.field())
                .text("message", error.message())
                .toJson();
    }
}
