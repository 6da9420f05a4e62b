package io.github.chimefake.internal.control.api;

import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.route.ProblemException;
import io.github.chimefake.internal.control.route.Reply;
import io.github.chimefake.internal.control.route.Request;
import io.github.chimefake.internal.control.route.Route;
import java.io.UncheckedIOException;
import java.util.List;

/** Whether anything listens at the fake's endpoint. The control API goes on either way. */
final class ConnectionRoutes {
    private final ControlledFake fake;

    private ConnectionRoutes(ControlledFake fake) {
        this.fake = fake;
    }

    static List<Route> of(ControlledFake fake) {
        ConnectionRoutes routes = new ConnectionRoutes(fake);
        return List.of(
                Route.post("/v1/offline", "goOffline", "Closes the endpoint of the fake")
                        .description("Connections to it fail until it is online again, or the next reset.")
                        .respondsNothing("Nothing listens at the endpoint.")
                        .handle(routes::offline),
                Route.post("/v1/online", "goOnline", "Opens the endpoint of the fake again, on the same port")
                        .conflicts("Another program has taken the port.")
                        .respondsNothing("The endpoint is open.")
                        .handle(routes::online));
    }

    private Reply offline(Request request) {
        fake.chime().offline();
        return Reply.noContent();
    }

    private Reply online(Request request) {
        try {
            fake.chime().online();
        } catch (UncheckedIOException e) {
            throw ProblemException.conflict(String.valueOf(e.getMessage()));
        }
        return Reply.noContent();
    }
}
