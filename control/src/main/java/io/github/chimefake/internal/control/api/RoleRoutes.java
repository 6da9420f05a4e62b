package io.github.chimefake.internal.control.api;

import io.github.chimefake.ChannelRole;
import io.github.chimefake.Operation;
import io.github.chimefake.internal.control.calls.AwsNames;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.route.Reply;
import io.github.chimefake.internal.control.route.Request;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.JsonBuilder;
import io.github.chimefake.internal.control.schema.ObjectSchema;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.messaging.rules.RoleMatrix;
import java.util.List;
import java.util.stream.Stream;

/** Overrides of the role matrix. */
final class RoleRoutes {
    private static final ObjectSchema OVERRIDE = Schema.object("Whether a role in a channel may call an operation.")
            .required("role", Schema.names("The role.", ChannelRole.class))
            .required("operation", Schema.oneOf("An operation about which roles decide.", operations()))
            .required("allowed", Schema.bool("Whether it may call it."));
    private static final Schema NAMED = Schema.named("RoleOverride", OVERRIDE);

    private final ControlledFake fake;

    private static List<String> operations() {
        return Stream.of(Operation.values())
                .filter(RoleMatrix::hasRow)
                .map(Operation::awsName)
                .toList();
    }

    private RoleRoutes(ControlledFake fake) {
        this.fake = fake;
    }

    static List<Route> of(ControlledFake fake) {
        RoleRoutes routes = new RoleRoutes(fake);
        return List.of(
                Route.get("/v1/roles", "listRoleOverrides", "Returns all overrides of the role matrix")
                        .responds(
                                200,
                                "The overrides.",
                                Schema.object("All overrides.")
                                        .required("overrides", Schema.array("The overrides.", NAMED)))
                        .handle(routes::list),
                Route.put("/v1/roles", "overrideRole", "Sets whether a role may call an operation")
                        .body(NAMED)
                        .respondsNothing("It was set.")
                        .handle(routes::override),
                Route.delete("/v1/roles", "clearRoleOverrides", "Removes all overrides of the role matrix")
                        .respondsNothing("There are none.")
                        .handle(routes::clear));
    }

    private Reply list(Request request) {
        List<JsonObject> overrides = fake.chime().state().settings().roles().entrySet().stream()
                .flatMap(operation -> operation.getValue().entrySet().stream()
                        .map(role -> new JsonBuilder()
                                .text("role", role.getKey().name())
                                .text("operation", operation.getKey().awsName())
                                .flag("allowed", role.getValue())
                                .toJson()))
                .toList();
        return Reply.ok(new JsonBuilder().items("overrides", overrides));
    }

    private Reply override(Request request) {
        Fields body = request.body();
        return body.check("operation", () -> {
            fake.chime()
                    .roles()
                    .mayCall(
                            body.constant("role", ChannelRole.class),
                            AwsNames.operation(body.string("operation")),
                            body.flag("allowed"));
            return Reply.noContent();
        });
    }

    private Reply clear(Request request) {
        fake.chime().roles().clear();
        return Reply.noContent();
    }
}
