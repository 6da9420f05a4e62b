package io.github.chimefake.internal.control.sessions;

import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.route.Reply;
import io.github.chimefake.internal.control.route.Request;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.JsonBuilder;
import io.github.chimefake.internal.control.schema.NamedSchema;
import io.github.chimefake.internal.control.schema.ObjectSchema;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.internal.server.FakeServer;
import io.github.chimefake.internal.sessions.MessagingSessions;
import io.github.chimefake.internal.socketfaults.CloseCodes;
import io.github.chimefake.sessions.SessionEnd;
import io.github.chimefake.sessions.Sessions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be set about messaging sessions. */
final class SessionSettingRoutes {
    private static final String PATH = "/v1/sessions/settings";

    private static final String ENDPOINT = "The endpoint that GetMessagingSessionEndpoint returns, without scheme and"
            + " path, for example that of a proxy: localhost:8443.";

    private static final Schema INTERVAL =
            Schema.duration("How often each session is sent a ping: PT0.01S to P365D, or PT0S for never.");

    private static final NamedSchema SETTINGS = Schema.named(
            "SessionSettings",
            Schema.object("Settings of messaging sessions.")
                    .required("closeCodes", closeCodes(true))
                    .required("pingInterval", INTERVAL)
                    .optional("endpoint", Schema.string(ENDPOINT + " Missing if the fake names its own.")));

    private static final ObjectSchema CHANGE = Schema.object("The settings to change.")
            .optional("closeCodes", closeCodes(false))
            .optional("pingInterval", INTERVAL)
            .optional("endpoint", Schema.string(ENDPOINT).length(1, 1_000));

    private final ControlledFake fake;

    private SessionSettingRoutes(ControlledFake fake) {
        this.fake = fake;
    }

    private static Schema closeCodes(boolean all) {
        ObjectSchema codes = Schema.object("The codes with which sessions are closed, by the reason.");
        for (SessionEnd end : SessionEnd.values()) {
            Schema code = Schema.integer(
                    "1000 to 1003, 1007 to 1014, 3000 to 4999, or 1006 for no close frame; " + end.defaultCode()
                            + " by default.",
                    1_000,
                    4_999);
            codes = all ? codes.required(end.name(), code) : codes.optional(end.name(), code);
        }
        return codes;
    }

    static List<Route> of(ControlledFake fake) {
        SessionSettingRoutes routes = new SessionSettingRoutes(fake);
        return List.of(
                Route.get(PATH, "readSessionSettings", "Returns the settings of messaging sessions")
                        .responds(200, "The settings.", SETTINGS)
                        .handle(request -> routes.settings()),
                Route.patch(PATH, "changeSessionSettings", "Changes settings of messaging sessions")
                        .description("Those that are not named stay.")
                        .body(CHANGE)
                        .responds(200, "All settings.", SETTINGS)
                        .handle(routes::change),
                Route.delete(PATH, "clearSessionSettings", "Sets the settings of sessions to their defaults")
                        .description("Sessions stay open. Those of the baseline are restored by the next reset.")
                        .respondsNothing("The defaults apply.")
                        .handle(routes::clear));
    }

    private Reply settings() {
        MessagingSessions sessions = FakeServer.of(fake.chime()).messagingSessions();
        JsonBuilder codes = new JsonBuilder();
        for (SessionEnd end : SessionEnd.values()) {
            codes.number(end.name(), sessions.closeCode(end));
        }
        return Reply.ok(new JsonBuilder()
                .put("closeCodes", codes.toJson())
                .duration("pingInterval", sessions.pingInterval())
                .text("endpoint", sessions.configuredEndpoint()));
    }

    /** Checks all of it before the first change, so that an error changes nothing. */
    private Reply change(Request request) {
        Fields body = request.body();
        Map<SessionEnd, Integer> codes =
                body.findFields("closeCodes").map(SessionSettingRoutes::codes).orElse(Map.of());
        Optional<Duration> interval = body.findDuration("pingInterval");
        interval.ifPresent(wanted -> body.check(
                "pingInterval",
                () -> MessagingSessions.requirePingInterval(
                        "\"" + body.string("pingInterval") + "\" was received", wanted)));
        Sessions sessions = fake.chime().sessions();
        body.findString("endpoint")
                .ifPresent(endpoint -> body.check("endpoint", () -> {
                    sessions.endpoint(endpoint);
                    return endpoint;
                }));
        codes.forEach(sessions::closeCode);
        interval.ifPresent(sessions::pingInterval);
        return settings();
    }

    private static Map<SessionEnd, Integer> codes(Fields fields) {
        return Stream.of(SessionEnd.values())
                .filter(end -> fields.has(end.name()))
                .collect(Collectors.toMap(end -> end, end -> code(fields, end.name())));
    }

    private static int code(Fields fields, String name) {
        int code = fields.integer(name);
        return fields.check(name, () -> CloseCodes.requireOrAbnormal(code + " was received", code));
    }

    private Reply clear(Request request) {
        fake.chime().sessions().clear();
        return Reply.noContent();
    }
}
