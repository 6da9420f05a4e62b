package io.github.chimefake.internal.control.api;

import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.route.Reply;
import io.github.chimefake.internal.control.route.Request;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.control.schema.JsonBuilder;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.internal.server.FakeServer;
import java.util.List;

/** Whether the process runs, and whether the fake runs and is online. They need no token. */
final class HealthRoutes {
    private static final Schema HEALTH = Schema.named(
            "Health",
            Schema.object("The control API runs.").required("status", Schema.oneOf("Always UP.", List.of("UP"))));
    private static final Schema READINESS = Schema.named(
            "Readiness",
            Schema.object("The fake runs.")
                    .required("status", Schema.oneOf("Always READY: the fake is not closed.", List.of("READY")))
                    .required(
                            "online",
                            Schema.bool(
                                    "Whether its endpoint is open; false after POST /v1/offline, until POST /v1/online."))
                    .required("endpoint", Schema.string("Where it listens, for example http://127.0.0.1:8086."))
                    .required("region", Schema.string("The region that clients must sign for.")));

    private final ControlledFake fake;

    private HealthRoutes(ControlledFake fake) {
        this.fake = fake;
    }

    static List<Route> of(ControlledFake fake) {
        HealthRoutes routes = new HealthRoutes(fake);
        return List.of(
                Route.get("/v1/health", "health", "Returns that the control API runs")
                        .withoutToken()
                        .responds(200, "It runs.", HEALTH)
                        .handle(routes::health),
                Route.get("/v1/readiness", "readiness", "Returns whether the fake runs, and whether it is online")
                        .withoutToken()
                        .responds(200, "The fake runs. It can be called if it is online.", READINESS)
                        .problem(503, "The fake is closed.")
                        .handle(routes::readiness));
    }

    private Reply health(Request request) {
        return Reply.ok(new JsonBuilder().text("status", "UP"));
    }

    private Reply readiness(Request request) {
        return Reply.ok(new JsonBuilder()
                .text("status", "READY")
                .flag("online", FakeServer.of(fake.chime()).isOnline())
                .text("endpoint", fake.chime().endpoint().toString())
                .text("region", fake.chime().region()));
    }
}
