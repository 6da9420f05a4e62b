package io.github.chimefake.internal.control.actors;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.actors.Actor;
import io.github.chimefake.internal.control.calls.Names;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.route.Reply;
import io.github.chimefake.internal.control.route.Request;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.JsonBuilder;
import io.github.chimefake.internal.control.schema.NamedSchema;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.internal.control.sessions.ShownSessions;
import java.util.List;

/** Actors: {@code chime.actor(user)}. */
public final class ActorRoutes {
    private static final NamedSchema OUTCOME = Schema.named(
            "ActorOutcome",
            Schema.object("What became of the action of an actor.")
                    .required("succeeded", Schema.bool("Whether the service has done it."))
                    .optional("messageId", Schema.string("The id of the message that was sent."))
                    .optional("session", ShownSessions.SCHEMA)
                    .optional("closed", Schema.integer("How many sessions of actors were open.", 0, Integer.MAX_VALUE))
                    .optional("error", ActorErrors.SCHEMA));

    private final ControlledFake fake;
    private final ShownSessions sessions;

    private ActorRoutes(ControlledFake fake, ShownSessions sessions) {
        this.fake = fake;
        this.sessions = sessions;
    }

    /** Returns the routes. */
    public static List<Route> of(ControlledFake fake, ShownSessions sessions) {
        return List.of(Route.post("/v1/actors", "act", "Lets a user do something, by one call of the service")
                .description(
                        "The call passes all checks and is in the journal, marked as an actor's. Faults, stale reads and"
                                + " schedules leave it out unless withFaults is true. If the service responds with an error,"
                                + " or closes a connect before the session is established, this route responds with 200 and"
                                + " the error.")
                .body(ActionTable.SCHEMA)
                .conflicts("The action is connect, and the artifact with the client of sessions is not there.")
                .responds(200, "What became of the action.", OUTCOME)
                .handle(new ActorRoutes(fake, sessions)::act));
    }

    private Reply act(Request request) {
        Fields body = request.body();
        Names names = new Names(fake);
        ActionTable.Call call = ActionTable.read(body, names);
        ChimeUser user = names.user(body, "actor");
        Actor actor = actor(body, names, user);
        try {
            return Reply.ok(show(call.make(actor)));
        } catch (RuntimeException failure) {
            return Reply.ok(
                    new JsonBuilder().flag("succeeded", false).put("error", new ActorErrors(fake).of(user, failure)));
        }
    }

    private Actor actor(Fields body, Names names, ChimeUser user) {
        Actor actor = fake.chime().actor(user);
        Actor signed = body.findString("signedBy")
                .map(caller -> actor.signedBy(names.caller(body, "signedBy")))
                .orElse(actor);
        return body.flag("withFaults", false) ? signed.withFaults() : signed;
    }

    private JsonBuilder show(ActionResult result) {
        JsonBuilder outcome = new JsonBuilder().flag("succeeded", true).text("messageId", result.messageId());
        result.sessionId().flatMap(sessions::showConnected).ifPresent(session -> outcome.put("session", session));
        result.closed().ifPresent(count -> outcome.number("closed", count));
        return outcome;
    }
}
