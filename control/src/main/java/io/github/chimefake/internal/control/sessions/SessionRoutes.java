package io.github.chimefake.internal.control.sessions;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.control.calls.Names;
import io.github.chimefake.internal.control.events.DeliveryRoutes;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.objects.LogWait;
import io.github.chimefake.internal.control.objects.References;
import io.github.chimefake.internal.control.route.ProblemException;
import io.github.chimefake.internal.control.route.Reply;
import io.github.chimefake.internal.control.route.Request;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.JsonBuilder;
import io.github.chimefake.internal.control.schema.ObjectSchema;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.internal.socketfaults.CloseCodes;
import io.github.chimefake.sessions.OpenSession;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The open messaging sessions: {@code chime.sessions()}. */
public final class SessionRoutes {
    private static final String PATH = "/v1/sessions";
    private static final String NOUN = "sessions";

    private static final ObjectSchema CLOSE = Schema.object("How sessions are closed.")
            .required("code", Schema.integer("1000 to 1003, 1007 to 1014, or 3000 to 4999.", 0, 65_535))
            .optional(
                    "reason",
                    Schema.string("The reason in the close frame, at most 123 bytes in UTF-8; empty without it."));

    private static final ObjectSchema OF_USER = Schema.object("Whose sessions.").required("user", References.USER);

    private static final ObjectSchema CLOSED = Schema.object("What was closed.")
            .required("closed", Schema.integer("How many sessions were open.", 0, Integer.MAX_VALUE));

    private final ControlledFake fake;
    private final ShownSessions sessions;

    private SessionRoutes(ControlledFake fake, ShownSessions sessions) {
        this.fake = fake;
        this.sessions = sessions;
    }

    /** Returns the routes. */
    public static List<Route> of(ControlledFake fake, ShownSessions sessions) {
        SessionRoutes routes = new SessionRoutes(fake, sessions);
        return Stream.of(
                        routes.reading(),
                        ConnectRoutes.of(fake),
                        DeliveryRoutes.of(fake),
                        SessionSettingRoutes.of(fake),
                        routes.closing())
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> reading() {
        return List.of(
                Route.get(PATH, "listSessions", "Returns the messaging sessions that are open")
                        .query("user", References.USER, "Only sessions of this user: its id or ARN.")
                        .responds(
                                200,
                                "The sessions.",
                                Schema.object("Sessions.")
                                        .required(NOUN, Schema.array("The oldest first.", SessionJson.SESSION)))
                        .handle(this::list),
                LogWait.parameters(
                                Route.get(PATH + "/wait", "awaitSessions", "Waits for open messaging sessions")
                                        .query("user", References.USER, "Only sessions of this user: its id or ARN."),
                                NOUN)
                        .description("Responds as soon as as many are open, or when the time is over.")
                        .responds(
                                200,
                                "The sessions, also if there are fewer than were waited for.",
                                LogWait.found(NOUN, SessionJson.SESSION))
                        .handleLater(this::await),
                Route.get(PATH + "/{session}", "readSession", "Returns one open session")
                        .path("session", "The id of the session.")
                        .responds(200, "The session.", SessionJson.SESSION)
                        .handle(request -> Reply.ok(sessions.show(require(request)))));
    }

    private List<Route> closing() {
        return List.of(
                Route.post(PATH + "/close", "closeSessions", "Closes the open sessions of a user")
                        .body(OF_USER.including(CLOSE))
                        .responds(200, "They are closed.", CLOSED)
                        .handle(this::closeAll),
                Route.post(PATH + "/kick", "kickUser", "Closes the open sessions of a user with code 4003")
                        .description("It says that the user was removed; clients do not connect again.")
                        .body(OF_USER)
                        .responds(200, "They are closed.", CLOSED)
                        .handle(request -> closed(fake.chime().sessions().kick(user(request.body())))),
                Route.post(PATH + "/drop", "dropSessions", "Ends the connections of a user without a close frame")
                        .description("Clients see close code 1006.")
                        .body(OF_USER)
                        .responds(200, "They have ended.", CLOSED)
                        .handle(request -> closed(fake.chime().sessions().drop(user(request.body())))),
                Route.post(PATH + "/{session}/close", "closeSession", "Closes a session")
                        .path("session", "The id of the session.")
                        .body(CLOSE)
                        .responds(200, "The session, which is closed.", SessionJson.SESSION)
                        .handle(this::close),
                Route.post(
                                PATH + "/{session}/drop",
                                "dropSession",
                                "Ends the connection of a session without a close frame")
                        .description("The client sees close code 1006.")
                        .path("session", "The id of the session.")
                        .responds(200, "The session, which has ended.", SessionJson.SESSION)
                        .handle(request -> ended(request, OpenSession::drop)),
                Route.post(
                                PATH + "/{session}/expire-credentials",
                                "expireSessionCredentials",
                                "Expires the credentials that signed a connect")
                        .description("This closes all sessions that were opened with them.")
                        .path("session", "The id of the session.")
                        .conflicts("The access key of the session is not one of a caller of the fake.")
                        .responds(200, "The session.", SessionJson.SESSION)
                        .handle(this::expire));
    }

    private Reply list(Request request) {
        return Reply.ok(new JsonBuilder()
                .items(
                        NOUN,
                        open(findUser(request.query())).stream()
                                .map(sessions::show)
                                .toList()));
    }

    private List<OpenSession> open(Optional<ChimeUser> user) {
        return user.map(of -> fake.chime().sessions().open(of))
                .orElseGet(() -> fake.chime().sessions().open());
    }

    private CompletionStage<Reply> await(Request request) {
        Fields query = request.query();
        Optional<ChimeUser> user = findUser(query);
        return new LogWait<OpenSession>(
                        NOUN, () -> open(user), () -> open(user), sessions::show, () -> ConnectRoutes.print(fake))
                .await(fake, query);
    }

    private Optional<ChimeUser> findUser(Fields fields) {
        return fields.findString("user").map(given -> user(fields));
    }

    private ChimeUser user(Fields fields) {
        return new Names(fake).user(fields, "user");
    }

    private OpenSession require(Request request) {
        String id = request.path("session");
        return sessions.find(id)
                .orElseThrow(() -> ProblemException.notFound("No session with the id \"" + id
                        + "\" is open. It may have been closed. GET " + PATH + " lists those that are open"));
    }

    private Reply closeAll(Request request) {
        Fields body = request.body();
        int code = code(body);
        String reason = reason(body);
        return closed(fake.chime().sessions().close(user(body), code, reason));
    }

    private static int code(Fields body) {
        int code = body.integer("code");
        return body.check("code", () -> CloseCodes.require(code + " was received", code));
    }

    private static String reason(Fields body) {
        return body.check(
                "reason",
                () -> CloseCodes.requireReason(
                        "a reason was received", body.findString("reason").orElse("")));
    }

    private static Reply closed(int count) {
        return Reply.ok(new JsonBuilder().number("closed", count));
    }

    private Reply close(Request request) {
        int code = code(request.body());
        String reason = reason(request.body());
        return ended(request, session -> session.close(code, reason));
    }

    private Reply ended(Request request, Consumer<OpenSession> end) {
        OpenSession session = require(request);
        end.accept(session);
        return Reply.ok(sessions.show(session));
    }

    private Reply expire(Request request) {
        try {
            return ended(request, OpenSession::expireCredentials);
        } catch (IllegalArgumentException unknownKey) {
            throw ProblemException.conflict(String.valueOf(unknownKey.getMessage()));
        }
    }
}
