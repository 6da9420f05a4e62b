package io.github.chimefake.internal.control.faults;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Registration;
import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.internal.control.calls.CallWords;
import io.github.chimefake.internal.control.calls.Names;
import io.github.chimefake.internal.control.calls.SocketTimes;
import io.github.chimefake.internal.control.events.EventWords;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.NamedSchema;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.sessions.ConnectFaultSelection;
import java.util.Optional;

/** A fault on connects as data, in the words of {@link ConnectFaultSelection}. */
final class ConnectFaultSentence {
    private static final String ONE = "Connect";

    private static final Schema PAYLOAD = Schema.map("The payload of the event.", Schema.any("The value."));

    static final SocketEffects<ConnectFaultSelection> EFFECTS = SocketEffects.<ConnectFaultSelection>none()
            .with(
                    "refuse",
                    Schema.object("An HTTP status instead of the upgrade.")
                            .required("status", Schema.integer("The status.", 400, 599)),
                    (connects, effect) -> connects.refuse(effect.integer("status")))
            .with("hang", "No response at all.", ConnectFaultSelection::hang)
            .with("reset", "A reset of the connection instead of the upgrade.", ConnectFaultSelection::reset)
            .with(
                    "close",
                    Schema.object("A close frame instead of SESSION_ESTABLISHED.")
                            .required("code", SocketEffects.CODE),
                    (connects, effect) -> effect.check("code", () -> connects.close(effect.integer("code"))))
            .with(
                    "closeAfterEstablished",
                    Schema.object("A close frame right after SESSION_ESTABLISHED.")
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
            SocketTimes.words(
                            Schema.object("A fault on connects of messaging sessions: which, when, and what happens.")
                                    .optional("by", CallWords.BY)
                                    .optional(
                                            "mayBeMissing",
                                            Schema.bool("Whether the user that is named here may be missing now.")),
                            ONE)
                    .required("effect", EFFECTS.schema("ConnectEffect", "What happens to a connect.")));

    private ConnectFaultSentence() {}

    /** Registers the fault of a body that {@link #SCHEMA} has accepted. Reads all names before, so that an error changes nothing. */
    static Registration register(Fields fields, ControlledFake fake) {
        Names names = new Names(fake);
        Fields by = fields.findFields("by").orElseGet(Fields::none);
        if (fields.has("by") && by.object().members().isEmpty()) {
            throw fields.invalid(
                    "by",
                    "an empty object was received; expected who connects, for example {\"user\": \"bob\"}."
                            + " Leave it out for anyone");
        }
        Optional<ChimeUser> user =
                by.findString("user").map(given -> names.user(by, "user", fields.flag("mayBeMissing", false)));
        Optional<ChimeCaller> caller = by.findString("caller").map(given -> names.caller(by, "caller"));
        SocketTimes times = SocketTimes.read(fields, ONE);
        ConnectFaultSelection all = fake.chime().faults().onConnect();
        ConnectFaultSelection ofUser = user.map(all::by).orElse(all);
        ConnectFaultSelection byCaller = caller.map(ofUser::by).orElse(ofUser);
        return EFFECTS.register(
                times.of(byCaller, byCaller::times, byCaller::nthConnect, byCaller::fromConnect),
                fields.fields("effect"));
    }
}
