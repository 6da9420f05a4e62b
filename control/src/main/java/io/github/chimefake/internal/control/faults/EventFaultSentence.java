package io.github.chimefake.internal.control.faults;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.Registration;
import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.internal.control.calls.Names;
import io.github.chimefake.internal.control.calls.SocketSchedule;
import io.github.chimefake.internal.control.events.EventWords;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.objects.References;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.NamedSchema;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.internal.socketfaults.DefaultHeldEvents;
import io.github.chimefake.sessions.EventFaultSelection;
import java.util.Optional;

/** A fault on events as data, in the words of {@link EventFaultSelection}. */
final class EventFaultSentence {
    private static final String ONE = "Event";

    static final SocketEffects<EventFaultSelection> EFFECTS = SocketEffects.<EventFaultSelection>none()
            .with("drop", "The event is not sent.", EventFaultSelection::drop)
            .with("duplicate", "The event twice.", EventFaultSelection::duplicate)
            .with(
                    "delay",
                    Schema.object("The event, later; events after it do not wait for it.")
                            .required("duration", Schema.duration("How long, for example \"PT0.2S\"; true time.")),
                    (events, effect) -> effect.check("duration", () -> events.delay(effect.duration("duration"))))
            .with(
                    "hold",
                    "Nothing until POST /v1/event-faults/{id}/release, or until the fault is removed.",
                    EventFaultSelection::hold)
            .with("reorder", "The event after the next one of its session.", EventFaultSelection::reorder)
            .with("truncate", "The first half of the event's text.", EventFaultSelection::truncate)
            .with(
                    "close",
                    Schema.object("The event, then the end of its session.").required("code", SocketEffects.CODE),
                    (events, effect) -> effect.check("code", () -> events.close(effect.integer("code"))));

    /** What a fault may be. */
    static final NamedSchema SCHEMA = Schema.named(
            "EventFault",
            SocketSchedule.words(
                            Schema.object("A fault on events on their way to open sessions: which, when, and what"
                                            + " happens.")
                                    .optional(
                                            "types",
                                            Schema.array("Types of events; without it, any.", EventWords.TYPE)
                                                    .size(1, 100))
                                    .optional("forUser", References.USER)
                                    .optional("inChannel", References.CHANNEL)
                                    .optional(
                                            "mayBeMissing",
                                            Schema.bool(
                                                    "Whether the user and the channel that are named here may be missing"
                                                            + " now.")),
                            ONE)
                    .required("effect", EFFECTS.schema("EventEffect", "What happens to an event.")));

    private EventFaultSentence() {}

    /** Registers the fault of a body that {@link #SCHEMA} has accepted. Reads all names before, so that an error changes nothing. */
    static Registration register(Fields fields, ControlledFake fake) {
        Names names = new Names(fake);
        boolean mayBeMissing = fields.flag("mayBeMissing", false);
        Optional<ChimeUser> user =
                fields.findString("forUser").map(given -> names.user(fields, "forUser", mayBeMissing));
        Optional<String> channel =
                fields.findString("inChannel").map(given -> names.channel(fields, "inChannel", mayBeMissing));
        SocketSchedule schedule = SocketSchedule.read(fields, ONE);
        MessagingEventType[] types = fields.strings("types").stream()
                .map(MessagingEventType::valueOf)
                .toArray(MessagingEventType[]::new);
        EventFaultSelection all = fake.chime().faults().onEvents(types);
        EventFaultSelection forUser = user.map(all::forUser).orElse(all);
        EventFaultSelection inChannel = channel.map(forUser::inChannel).orElse(forUser);
        Registration registered = EFFECTS.register(
                schedule.of(inChannel, inChannel::events, inChannel::nthEvent, inChannel::fromEvent),
                fields.fields("effect"));
        return registered instanceof DefaultHeldEvents held ? held.registration() : registered;
    }
}
