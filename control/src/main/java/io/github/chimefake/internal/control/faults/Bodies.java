package io.github.chimefake.internal.control.faults;

import io.github.chimefake.faults.ResponseBody;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.NamedSchema;
import io.github.chimefake.internal.control.schema.Schema;
import java.util.Base64;

/** The bodies of HTTP responses that are not the service's. */
final class Bodies {
    private static final int LENGTH = 100_000;

    static final NamedSchema SCHEMA = Schema.named(
            "ResponseBody",
            Schema.object("The body: html, text, json, or bytes with their contentType. Without it, there is no byte.")
                    .optional(
                            "html", Schema.string("A page, sent as text/html.").length(0, LENGTH))
                    .optional(
                            "text", Schema.string("A text, sent as text/plain.").length(0, LENGTH))
                    .optional(
                            "json",
                            Schema.string("A text, sent as application/json; it need not be valid.")
                                    .length(0, LENGTH))
                    .optional("bytes", Schema.string("Bytes in Base64.").length(0, LENGTH))
                    .optional(
                            "contentType",
                            Schema.string("The content type of bytes.").length(0, 200))
                    .exactlyOneOf("html", "text", "json", "bytes"));

    private Bodies() {}

    /** Returns the body in the member {@code body}. */
    static ResponseBody read(Fields effect) {
        return effect.findFields("body").map(Bodies::body).orElseGet(ResponseBody::empty);
    }

    private static ResponseBody body(Fields fields) {
        if (fields.has("bytes") != fields.has("contentType")) {
            throw fields.invalid("contentType", "expected bytes and contentType together, or neither of them");
        }
        if (fields.has("html")) {
            return ResponseBody.html(fields.string("html"));
        } else if (fields.has("text")) {
            return ResponseBody.text(fields.string("text"));
        } else if (fields.has("json")) {
            return ResponseBody.json(fields.string("json"));
        }
        byte[] bytes = fields.check("bytes", () -> Base64.getDecoder().decode(fields.string("bytes")));
        return fields.check("contentType", () -> ResponseBody.of(fields.string("contentType"), bytes));
    }
}
