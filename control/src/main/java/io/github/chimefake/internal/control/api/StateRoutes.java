package io.github.chimefake.internal.control.api;

import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.objects.ControlledFake.Captured;
import io.github.chimefake.internal.control.objects.Registry;
import io.github.chimefake.internal.control.route.Reply;
import io.github.chimefake.internal.control.route.Request;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.JsonBuilder;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.state.StateValue;
import io.github.chimefake.state.StateDifference;
import io.github.chimefake.state.StateDifference.StateChange;
import java.util.List;

/** The state, and the difference of two states. */
final class StateRoutes {
    private static final Schema CHANGE = Schema.object("Something that was added, removed or changed.")
            .required(
                    "path",
                    Schema.string("What changed, for example channel general, member bob.")
                            .length(1, 100_000))
            .optional(
                    "before",
                    Schema.string("The JSON of the earlier value; absent if it was added.")
                            .length(1, Integer.MAX_VALUE))
            .optional(
                    "after",
                    Schema.string("The JSON of the later value; absent if it was removed.")
                            .length(1, Integer.MAX_VALUE));
    private static final Schema DIFFERENCE = Schema.named(
            "Difference",
            Schema.object("The difference of two states.")
                    .required("equal", Schema.bool("Whether there is none."))
                    .required("changes", Schema.array("What is different.", CHANGE))
                    .required(
                            "text",
                            Schema.string("The changes as lines for people, at most 200.")
                                    .length(1, Integer.MAX_VALUE)));
    private static final Schema SIDE = Schema.named(
            "StateOf",
            Schema.object("A state.")
                    .optional("snapshot", Schema.string("The state in the snapshot with this id."))
                    .optional("state", StateSchemas.STATE)
                    .exactlyOneOf("snapshot", "state"));

    private final ControlledFake fake;
    private final Registry<Captured> snapshots;

    private StateRoutes(ControlledFake fake, Registry<Captured> snapshots) {
        this.fake = fake;
        this.snapshots = snapshots;
    }

    static List<Route> of(ControlledFake fake, Registry<Captured> snapshots) {
        StateRoutes routes = new StateRoutes(fake, snapshots);
        return List.of(
                Route.get("/v1/state", "readState", "Returns the state in its canonical form")
                        .description("The order is fixed: equal states have equal bytes.")
                        .responds(200, "The state.", StateSchemas.STATE)
                        .handle(routes::read),
                Route.post("/v1/state/difference", "compareStates", "Returns the difference of two states")
                        .body(Schema.object("What is compared.")
                                .required("before", SIDE)
                                .optional("after", SIDE))
                        .description("Without \"after\", compares with the current state.")
                        .responds(200, "The difference.", DIFFERENCE)
                        .handle(routes::compare));
    }

    private Reply read(Request request) {
        return Reply.json(200, fake.chime().state().toJson());
    }

    private Reply compare(Request request) {
        JsonObject before = state(request.body().fields("before"));
        JsonObject after = request.body()
                .findFields("after")
                .map(this::state)
                .orElseGet(() -> StateValue.of(fake.chime().state()).json());
        StateDifference difference = StateValue.difference(before, after);
        return Reply.ok(new JsonBuilder()
                .flag("equal", difference.isEmpty())
                .items(
                        "changes",
                        difference.changes().stream().map(StateRoutes::json).toList())
                .text("text", difference.toString()));
    }

    private JsonObject state(Fields side) {
        return side.findString("snapshot")
                .map(id -> snapshots
                        .find(id)
                        .orElseThrow(() -> side.invalid(
                                "snapshot",
                                "there is no snapshot with the id " + id + "; expected one of "
                                        + snapshots.all().keySet())))
                .map(captured -> StateValue.of(captured.state()).json())
                .orElseGet(() -> side.fields("state").object());
    }

    private static JsonObject json(StateChange change) {
        return new JsonBuilder()
                .text("path", change.path())
                .text("before", change.before())
                .text("after", change.after())
                .toJson();
    }
}
