package io.github.chimefake.internal.control.sessions;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.Layer;
import io.github.chimefake.internal.control.schema.JsonBuilder;
import io.github.chimefake.internal.control.schema.NamedSchema;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.internal.control.schema.StringSchema;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.sessions.OpenSession;
import io.github.chimefake.sessions.RecordedSession;

/** Sessions as JSON. */
final class SessionJson {
    private static final Schema CALLER = Schema.object("The caller that signed the connect.")
            .required("accessKeyId", text("Its access key id."))
            .required("principalArn", text("Its principal."));

    private static final Schema BY_ACTOR =
            Schema.bool("Whether an actor connected, rather than the program under test.");

    /** A session that is or was open. */
    static final NamedSchema SESSION = Schema.named(
            "Session",
            Schema.object("A messaging session.")
                    .required("id", Schema.string("Its id in this interface."))
                    .required("user", text("The ARN of the user who receives the events."))
                    .required("caller", CALLER)
                    .required("sessionId", text("The parameter sessionId of the connect; may be empty."))
                    .required("connectedAt", text("When the connect was received, by the system's clock, in ISO 8601."))
                    .required("byActor", BY_ACTOR)
                    .required("open", Schema.bool("Whether it is open.")));

    /** A connect. */
    static final NamedSchema CONNECT = Schema.named(
            "Connect",
            Schema.object("A connect that the fake received, and what became of the session.")
                    .optional("user", text("The parameter userArn, as received."))
                    .optional("caller", CALLER)
                    .optional("sessionId", text("The parameter sessionId."))
                    .required("connectedAt", text("When the connect was received, by the system's clock, in ISO 8601."))
                    .required("byActor", BY_ACTOR)
                    .required("established", Schema.bool("Whether the session got SESSION_ESTABLISHED."))
                    .optional(
                            "deniedBy",
                            Schema.names(
                                    "The part of the fake that denied the connect; missing if nothing did.",
                                    Layer.class))
                    .optional("explanation", text("Why it was denied, or what a fault did to it."))
                    .optional("closeCode", Schema.integer("The close code; missing while it is open.", 0, 65_535))
                    .optional("closeReason", text("The reason in the close frame."))
                    .required("text", text("The connect as a failed test prints it.")));

    private SessionJson() {}

    static StringSchema text(String description) {
        return Schema.string(description).length(0, Integer.MAX_VALUE);
    }

    static JsonObject write(String id, OpenSession session) {
        return new JsonBuilder()
                .text("id", id)
                .text("user", session.user().arn())
                .put("caller", caller(session.caller()))
                .text("sessionId", session.sessionId())
                .instant("connectedAt", session.connectedAt())
                .flag("byActor", session.isByActor())
                .flag("open", session.isOpen())
                .toJson();
    }

    static JsonObject write(RecordedSession session) {
        JsonBuilder json = new JsonBuilder().text("user", session.userArn());
        session.caller().ifPresent(caller -> json.put("caller", caller(caller)));
        json.text("sessionId", session.sessionId())
                .instant("connectedAt", session.connectedAt())
                .flag("byActor", session.isByActor())
                .flag("established", session.isEstablished())
                .text("deniedBy", session.deniedBy().map(Enum::name))
                .text("explanation", session.explanation());
        session.closeCode().ifPresent(code -> json.number("closeCode", code));
        return json.text("closeReason", session.closeReason())
                .text("text", session.toString())
                .toJson();
    }

    private static JsonObject caller(ChimeCaller caller) {
        return new JsonBuilder()
                .text("accessKeyId", caller.accessKeyId())
                .text("principalArn", caller.principalArn())
                .toJson();
    }
}
