package io.github.chimefake.internal.control.journal;

import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.control.calls.AwsNames;
import io.github.chimefake.internal.control.schema.NamedSchema;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.internal.control.schema.StringSchema;
import io.github.chimefake.journal.RecordedCall.ConnectionFault;

/** What {@link CallJson} writes. */
final class CallSchemas {
    private static final Schema STATUS = Schema.integer("The HTTP status.", 100, 599);

    private static final NamedSchema ERROR = Schema.named(
            "ErrorResponse",
            Schema.object("An error response.")
                    .required("error", AwsNames.ERROR)
                    .required("message", text("The message in the response."))
                    .required("layer", Schema.names("The part of the fake that decided on it.", Layer.class))
                    .required("explanation", text("The reason: what was received, what is valid, what to do."))
                    .required("provenance", Schema.names("The evidence for it.", Provenance.class)));

    private static final NamedSchema ATTEMPT = Schema.named(
            "Attempt",
            Schema.object("One request of a call, and the response to it.")
                    .required("number", Schema.integer("Its number, as the client counts.", 1, Integer.MAX_VALUE))
                    .required("receivedAt", Schema.instant("When it was received, by the system's clock."))
                    .required("delay", Schema.duration("How long a fault delayed the response."))
                    .required("status", STATUS)
                    .optional("requestId", text("The x-amzn-RequestId of the response."))
                    .optional(
                            "connectionFault",
                            Schema.names(
                                    "What happened to the connection instead of the response.", ConnectionFault.class))
                    .optional("error", ERROR)
                    .optional("auditModeDenial", ERROR)
                    .optional("authorization", text("Why rules and policies allowed it."))
                    .required("stubbed", Schema.bool("Whether a WireMock stub of the user responded."))
                    .required(
                            "faults",
                            Schema.array(
                                    "The faults that applied, in the order of registration.",
                                    Schema.object("A fault that applied.")
                                            .required("id", Schema.string("The id of the fault."))
                                            .required("description", text("The fault, as the journal prints it.")))));

    /** A call. */
    static final NamedSchema CALL = Schema.named(
            "Call",
            Schema.object("A call: one request with its retries, and the response to each attempt.")
                    .required(
                            "index",
                            Schema.integer(
                                    "The number of its first request among all that the fake has received; not reset.",
                                    1,
                                    Long.MAX_VALUE))
                    .optional("operation", AwsNames.OPERATION)
                    .required("method", text("The HTTP method."))
                    .required("target", text("Path and query as sent, without credentials."))
                    .optional("by", text("The ARN in x-amz-chime-bearer."))
                    .optional("inChannel", text("The ARN of the channel."))
                    .optional(
                            "caller",
                            Schema.object("The caller that signed it.")
                                    .required("accessKeyId", text("Its access key id."))
                                    .required("principalArn", text("Its principal.")))
                    .required("byActor", Schema.bool("Whether an actor made it, rather than the program under test."))
                    .optional("request", members("The members of the request in AWS's spelling, without credentials."))
                    .required("outcome", Schema.names("What became of it.", Outcome.class))
                    .required("status", STATUS)
                    .optional("error", ERROR)
                    .optional("response", members("The members of the response, without credentials."))
                    .required("attempts", Schema.array("The attempts, in order.", ATTEMPT))
                    .required("pauses", Schema.array("The pauses between the attempts.", Schema.duration("A pause.")))
                    .required("text", text("The call as a failed test prints it.")));

    private CallSchemas() {}

    /** Returns a schema of a text of any length. */
    static StringSchema text(String description) {
        return Schema.string(description).length(0, Integer.MAX_VALUE);
    }

    private static Schema members(String description) {
        return Schema.map(description, Schema.any("The value, in the JSON of the service."));
    }
}
