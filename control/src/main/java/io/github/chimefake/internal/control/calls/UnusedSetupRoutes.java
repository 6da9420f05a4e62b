package io.github.chimefake.internal.control.calls;

import io.github.chimefake.TestIsolation;
import io.github.chimefake.UnusedSetup;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.route.Reply;
import io.github.chimefake.internal.control.route.Request;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.control.schema.JsonBuilder;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.internal.json.JsonObject;
import java.util.List;

/** Rules, faults, limits and stale reads that had no effect, probably by a mistake of the test. */
public final class UnusedSetupRoutes {
    private static final Schema UNUSED = Schema.object("What had no effect.")
            .required("reason", Schema.names("Why it is reported.", UnusedSetup.Reason.class))
            .required("source", text("The request, or the line in Java, that set it up."))
            .required("description", text("What was set up."))
            .required("explanation", text("What did not happen, and as far as it is known why."));

    private final ControlledFake fake;

    private UnusedSetupRoutes(ControlledFake fake) {
        this.fake = fake;
    }

    private static Schema text(String description) {
        return Schema.string(description).length(0, Integer.MAX_VALUE);
    }

    /** Returns the routes. */
    public static List<Route> of(ControlledFake fake) {
        return List.of(Route.get("/v1/unused-setup", "readUnusedSetup", "Returns what was set up and had no effect")
                .description("Since the last reset; what the baseline has set up is not included.")
                .responds(
                        200,
                        "What had no effect so far.",
                        Schema.object("What had no effect.")
                                .required("unused", Schema.array("In the order in which it was set up.", UNUSED)))
                .handle(new UnusedSetupRoutes(fake)::read));
    }

    private Reply read(Request request) {
        return Reply.ok(new JsonBuilder()
                .items(
                        "unused",
                        TestIsolation.of(fake.chime()).unusedSetup().stream()
                                .map(UnusedSetupRoutes::show)
                                .toList()));
    }

    private static JsonObject show(UnusedSetup unused) {
        return new JsonBuilder()
                .text("reason", unused.reason().name())
                .text("source", unused.source())
                .text("description", unused.description())
                .text("explanation", unused.explanation())
                .toJson();
    }
}
