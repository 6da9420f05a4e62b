package io.github.chimefake.internal.control.api;

import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.objects.ControlledFake.Captured;
import io.github.chimefake.internal.control.objects.Registry;
import io.github.chimefake.internal.control.route.Reply;
import io.github.chimefake.internal.control.route.Request;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.control.schema.JsonBuilder;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.internal.json.JsonObject;
import java.util.List;

/** Snapshots, which stay until they are deleted: neither a reset nor the return to another snapshot removes them. */
final class SnapshotRoutes {
    private static final Schema SNAPSHOT = Schema.named(
            "Snapshot",
            Schema.object("A snapshot.")
                    .required("id", Schema.string("Its id, for example snapshot-1."))
                    .required("state", Schema.string("How much is in it, for example 1 app instance, 3 users, …")));

    private final ControlledFake fake;
    private final Registry<Captured> snapshots;

    private SnapshotRoutes(ControlledFake fake, Registry<Captured> snapshots) {
        this.fake = fake;
        this.snapshots = snapshots;
    }

    static List<Route> of(ControlledFake fake, Registry<Captured> snapshots) {
        SnapshotRoutes routes = new SnapshotRoutes(fake, snapshots);
        return List.of(
                Route.post("/v1/snapshots", "takeSnapshot", "Takes a snapshot of the current contents")
                        .description(
                                "It holds state, rules, faults, callers, clock and the ids of all of them, but not the"
                                        + " journal.")
                        .responds(201, "The snapshot.", SNAPSHOT)
                        .handle(routes::take),
                Route.get("/v1/snapshots", "listSnapshots", "Returns all snapshots")
                        .responds(
                                200,
                                "The snapshots.",
                                Schema.object("All snapshots.")
                                        .required("snapshots", Schema.array("The snapshots.", SNAPSHOT)))
                        .handle(routes::list),
                Route.get("/v1/snapshots/{snapshot}", "readSnapshot", "Returns one snapshot")
                        .path("snapshot", "The id of a snapshot.")
                        .responds(200, "The snapshot.", SNAPSHOT)
                        .handle(routes::read),
                Route.post("/v1/snapshots/{snapshot}/restore", "restoreSnapshot", "Restores a snapshot")
                        .description(
                                "Like a reset, but to the snapshot: everything that the snapshot holds is as it was, with"
                                        + " the same ids; all counters are zero, the journal is empty, and background work is"
                                        + " dropped. Waits for requests under way; further attempts of calls that began before fail"
                                        + " with status 410. The baseline stays the same.")
                        .path("snapshot", "The id of a snapshot.")
                        .conflicts(
                                "The fake was offline, and another program has taken its port; all else was restored.")
                        .respondsNothing("It was restored.")
                        .handle(routes::restore),
                Route.delete("/v1/snapshots/{snapshot}", "deleteSnapshot", "Deletes a snapshot")
                        .path("snapshot", "The id of a snapshot.")
                        .respondsNothing("It was deleted.")
                        .handle(routes::delete));
    }

    private Reply take(Request request) {
        Captured captured = fake.capture();
        String id = snapshots.add(name -> captured);
        return Reply.created("/v1/snapshots/" + id, json(id, captured));
    }

    private Reply list(Request request) {
        List<JsonObject> all = snapshots.all().entrySet().stream()
                .map(each -> json(each.getKey(), each.getValue()))
                .toList();
        return Reply.ok(new JsonBuilder().items("snapshots", all));
    }

    private Reply read(Request request) {
        String id = request.path("snapshot");
        return Reply.ok(json(id, snapshots.get(id)));
    }

    private Reply restore(Request request) {
        fake.restore(snapshots.get(request.path("snapshot")));
        return Reply.noContent();
    }

    private Reply delete(Request request) {
        snapshots.remove(request.path("snapshot"));
        return Reply.noContent();
    }

    private static JsonObject json(String id, Captured captured) {
        return new JsonBuilder()
                .text("id", id)
                .text("state", captured.state().toString())
                .toJson();
    }
}
