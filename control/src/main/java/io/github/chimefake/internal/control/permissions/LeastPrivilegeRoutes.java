package io.github.chimefake.internal.control.permissions;

import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.objects.Registry;
import io.github.chimefake.internal.control.route.Reply;
import io.github.chimefake.internal.control.route.Request;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.JsonBuilder;
import io.github.chimefake.internal.control.schema.NamedSchema;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.leastprivilege.LeastPrivilege.PermissionRecording;
import io.github.chimefake.leastprivilege.ResourceScope;
import io.github.chimefake.leastprivilege.UsedPermissions;
import io.github.chimefake.leastprivilege.UsedPermissions.UnusedPermission;
import java.util.List;

/** The permissions that calls used, and those that policies grant and no call used. */
public final class LeastPrivilegeRoutes {
    private static final String PATH = "/v1/least-privilege";

    private static final Schema TEXTS =
            Schema.array("Values of the statement.", Schema.string("A value.").length(0, 100_000));

    private static final NamedSchema UNUSED = Schema.named(
            "UnusedPermission",
            Schema.object("A permission that a statement of an attached policy grants and no call used.")
                    .required(
                            "principals",
                            Schema.array("The users and roles that have the policy.", Schema.string("An ARN.")))
                    .required("policy", Schema.string("The name of the policy."))
                    .required("statement", Schema.integer("The index of the statement, from 0.", 0, Integer.MAX_VALUE))
                    .optional("sid", Schema.string("The id of the statement."))
                    .required("wholeStatement", Schema.bool("Whether the statement never applied."))
                    .required("actions", TEXTS)
                    .required("resources", TEXTS));

    private static final NamedSchema USED = Schema.named(
            "UsedPermissions",
            Schema.object("The permissions that calls used.")
                    .optional(
                            "policy",
                            Schema.any("The smallest policy that grants them; missing if no permission was used."))
                    .required("unused", Schema.array("What attached policies grant and no call used.", UNUSED)));

    private static final NamedSchema RECORDING = Schema.named(
            "PermissionRecording",
            Schema.object("A recording of the permissions that calls use.")
                    .required("id", Schema.string("Its id."))
                    .required("usedPermissions", USED));

    private final ControlledFake fake;
    /** Neither a reset nor a snapshot changes them, as the fake records until a recording is closed. */
    private final Registry<PermissionRecording> recordings;

    private LeastPrivilegeRoutes(ControlledFake fake) {
        this.fake = fake;
        this.recordings = new Registry<>("recording");
    }

    /** Returns the routes. */
    public static List<Route> of(ControlledFake fake) {
        LeastPrivilegeRoutes routes = new LeastPrivilegeRoutes(fake);
        return List.of(
                selected(Route.get(
                                PATH,
                                "readUsedPermissions",
                                "Returns the permissions that calls used since the fake started"))
                        .description("A reset does not clear them.")
                        .responds(200, "The permissions.", USED)
                        .handle(request ->
                                Reply.ok(show(fake.chime().leastPrivilege().usedPermissions(), request.query()))),
                Route.post(
                                PATH + "/recordings",
                                "startPermissionRecording",
                                "Starts recording the permissions that calls use")
                        .description("It goes on, also after a reset, until it is ended.")
                        .responds(201, "The recording with its id.", RECORDING)
                        .handle(routes::start),
                selected(Route.get(
                                PATH + "/recordings/{id}",
                                "readPermissionRecording",
                                "Returns the permissions used since a recording was started"))
                        .path("id", "The id of the recording.")
                        .responds(200, "The recording.", RECORDING)
                        .handle(request -> Reply.ok(
                                show(request.path("id"), routes.recordings.get(request.path("id")), request.query()))),
                selected(Route.delete(PATH + "/recordings/{id}", "endPermissionRecording", "Ends a recording"))
                        .path("id", "The id of the recording.")
                        .responds(200, "The recording as it was at the end.", RECORDING)
                        .handle(routes::end));
    }

    private static Route.Builder selected(Route.Builder route) {
        return route.query(
                        "principal",
                        Schema.string("The ARN of a user, role or session.").length(1, 2048),
                        "Only the permissions that this principal used: the ARN of a user, role or session.")
                .query(
                        "scope",
                        Schema.names("How far ARNs are generalized.", ResourceScope.class),
                        "How far the policy generalizes ARNs; APP_INSTANCE without it.");
    }

    private Reply start(Request request) {
        PermissionRecording recording = fake.chime().leastPrivilege().startRecording();
        String id = recordings.add(given -> recording);
        return Reply.created(PATH + "/recordings/" + id, show(id, recording, request.query()));
    }

    private Reply end(Request request) {
        String id = request.path("id");
        PermissionRecording recording = recordings.remove(id);
        recording.close();
        return Reply.ok(show(id, recording, request.query()));
    }

    private static JsonObject show(String id, PermissionRecording recording, Fields query) {
        return new JsonBuilder()
                .text("id", id)
                .put("usedPermissions", show(recording.usedPermissions(), query))
                .toJson();
    }

    private static JsonObject show(UsedPermissions all, Fields query) {
        UsedPermissions ofPrincipal = query.findString("principal")
                .map(arn -> query.check("principal", () -> all.by(arn)))
                .orElse(all);
        UsedPermissions used = query.findConstant("scope", ResourceScope.class)
                .map(ofPrincipal::generalizedTo)
                .orElse(ofPrincipal);
        JsonBuilder json = new JsonBuilder();
        if (!used.isEmpty()) {
            json.put("policy", PolicyRoutes.parsed(used.toJson()));
        }
        return json.items(
                        "unused",
                        used.unused().stream().map(LeastPrivilegeRoutes::show).toList())
                .toJson();
    }

    private static JsonObject show(UnusedPermission unused) {
        return new JsonBuilder()
                .texts("principals", unused.principals())
                .text("policy", unused.policy())
                .number("statement", unused.statement())
                .text("sid", unused.sid())
                .flag("wholeStatement", unused.isWholeStatement())
                .texts("actions", unused.actions())
                .texts("resources", unused.resources())
                .toJson();
    }
}
