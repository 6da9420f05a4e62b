package io.github.chimefake.internal.control.faults;

import io.github.chimefake.Registration;
import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.internal.control.calls.ConnectingParty;
import io.github.chimefake.internal.control.calls.SocketSchedule;
import io.github.chimefake.internal.control.events.EventWords;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.NamedSchema;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.sessions.ConnectFaultSelection;

/** A fault on connects as data, in the words of {@link ConnectFaultSelection}. */
final class ConnectFaultSentence {
    private static final String ONE = "Connect";

    private static final Schema PAYLOAD = Schema.map("The payload of the event.", Schema.any("The value."));

    static final SocketEffects<ConnectFaultSelection> EFFECTS = SocketEffects.<ConnectFaultSelection>none()
            .with(
                    "respond",
                    Schema.object("A response with an HTTP status instead of the upgrade.")
                            .required("status", Schema.integer("The status.", 400, 599)),
                    (connects, effect) -> connects.respond(effect.integer("status")))
            .with("hang", "No response at all.", ConnectFaultSelection::hang)
            .with(
                    "resetConnection",
                    "A reset of the connection instead of the upgrade.",
                    ConnectFaultSelection::resetConnection)
            .with(
                    "close",
                    Schema.object("The end of the session instead of SESSION_ESTABLISHED.")
                            .required("code", SocketEffects.CODE),
                    (connects, effect) -> effect.check("code", () -> connects.close(effect.integer("code"))))
            .with(
                    "closeAfterEstablished",
                    Schema.object("The end of the session right after SESSION_ESTABLISHED.")
                            .required("code", SocketEffects.CODE),
                    (connects, effect) ->
                            effect.check("code", () -> connects.closeAfterEstablished(effect.integer("code"))))
            .with(
                    "dropBeforeEstablished",
                    "The end of the connection without a close frame, before SESSION_ESTABLISHED.",
                    ConnectFaultSelection::dropBeforeEstablished)
            .with(
                    "dropAfterEstablished",
                    "The end of the connection without a close frame, right after SESSION_ESTABLISHED.",
                    ConnectFaultSelection::dropAfterEstablished)
            .with(
                    "sendBeforeEstablished",
                    Schema.object("An event before SESSION_ESTABLISHED.")
                            .required("event", EventWords.TYPE)
                            .required("payload", PAYLOAD),
                    (connects, effect) -> connects.sendBeforeEstablished(
                            effect.constant("event", MessagingEventType.class),
                            effect.value("payload").toJson()));

    /** What a fault may be. */
    static final NamedSchema SCHEMA = Schema.named(
            "ConnectFault",
            SocketSchedule.words(
                            ConnectingParty.words(Schema.object(
                                    "A fault on connects of messaging sessions: which, when, and what happens.")),
                            ONE)
                    .required("effect", EFFECTS.schema("ConnectEffect", "What happens to a connect.")));

    private ConnectFaultSentence() {}

    /** Registers the fault of a body that {@link #SCHEMA} has accepted. Reads all names before, so that an error changes nothing. */
    static Registration register(Fields fields, ControlledFake fake) {
        ConnectFaultSelection connects = ConnectingParty.read(fields, fake)
                .of(fake.chime().faults().onConnect(), ConnectFaultSelection::by, ConnectFaultSelection::by);
        SocketSchedule schedule = SocketSchedule.read(fields, ONE);
        return EFFECTS.register(
                schedule.of(connects, connects::connects, connects::nthConnect, connects::fromConnect),
                fields.fields("effect"));
    }
}
