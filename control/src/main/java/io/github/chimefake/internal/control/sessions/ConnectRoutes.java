package io.github.chimefake.internal.control.sessions;

import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.objects.LogWait;
import io.github.chimefake.internal.control.route.Reply;
import io.github.chimefake.internal.control.route.Request;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.JsonBuilder;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.sessions.RecordedSession;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The connects since the last reset: {@code chime.sessions().history()}. */
final class ConnectRoutes {
    private static final String PATH = "/v1/sessions/history";
    private static final String NOUN = "connects";
    private static final int DEFAULT_LIMIT = 100;
    private static final String LIMIT = "How many connects at most, the latest ones; " + DEFAULT_LIMIT + " without it.";

    private final ControlledFake fake;

    private ConnectRoutes(ControlledFake fake) {
        this.fake = fake;
    }

    static List<Route> of(ControlledFake fake) {
        ConnectRoutes routes = new ConnectRoutes(fake);
        return List.of(
                ConnectQuery.parameters(Route.get(PATH, "listConnects", "Returns the connects of messaging sessions"))
                        .description("Since the last reset, denied ones included.")
                        .query("limit", Schema.integer(LIMIT, 1, 1_000), LIMIT)
                        .responds(
                                200,
                                "The connects.",
                                Schema.object("Connects.")
                                        .required(NOUN, Schema.array("The oldest first.", SessionJson.CONNECT))
                                        .required("more", Schema.bool("Whether there are earlier ones.")))
                        .handle(routes::list),
                LogWait.parameters(
                                ConnectQuery.parameters(Route.get(
                                        PATH + "/wait", "awaitConnects", "Waits for connects of messaging sessions")),
                                NOUN)
                        .description(
                                "Responds as soon as there are as many such connects, also those from before, or"
                                        + " when the time is over. To wait for a session that is established, wait for an open one.")
                        .responds(
                                200,
                                "The connects, also if there are fewer than were waited for.",
                                LogWait.found(NOUN, SessionJson.CONNECT))
                        .handleLater(routes::await));
    }

    private Reply list(Request request) {
        List<RecordedSession> connects = select(ConnectQuery.read(request.query(), fake));
        int limit = request.query().findInteger("limit").orElse(DEFAULT_LIMIT);
        int earlier = Math.max(0, connects.size() - limit);
        return Reply.ok(new JsonBuilder()
                .items(
                        NOUN,
                        connects.stream().skip(earlier).map(SessionJson::write).toList())
                .flag("more", earlier > 0));
    }

    private List<RecordedSession> select(ConnectQuery query) {
        return fake.chime().sessions().history().stream().filter(query::selects).toList();
    }

    private CompletionStage<Reply> await(Request request) {
        Fields query = request.query();
        ConnectQuery connects = ConnectQuery.read(query, fake);
        return new LogWait<RecordedSession>(
                        NOUN, () -> select(connects), () -> select(connects), SessionJson::write, () -> print(fake))
                .await(fake, query);
    }

    /** Returns what was connected, for a wait that was in vain. */
    static String print(ControlledFake fake) {
        List<RecordedSession> connects = fake.chime().sessions().history();
        return connects.isEmpty()
                ? "no connect was received: the program under test must call GetMessagingSessionEndpoint and connect to that"
                        + " endpoint"
                : String.join(
                        "\n",
                        connects.stream()
                                .skip(Math.max(0, connects.size() - DEFAULT_LIMIT))
                                .map(Object::toString)
                                .toList());
    }
}
