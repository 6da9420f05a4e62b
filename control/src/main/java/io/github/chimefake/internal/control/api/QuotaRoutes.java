package io.github.chimefake.internal.control.api;

import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.route.Reply;
import io.github.chimefake.internal.control.route.Request;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.control.schema.JsonBuilder;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.quotas.Quota;
import java.util.List;
import java.util.stream.Stream;

/** Quotas on resources. */
final class QuotaRoutes {
    private static final Schema QUOTA = Schema.named(
            "Quota",
            Schema.object("A limit on the number of resources.")
                    .required("name", Schema.names("Which quota it is.", Quota.class))
                    .required("limit", Schema.integer("The limit that applies.", 0, Integer.MAX_VALUE))
                    .required("defaultLimit", Schema.integer("The documented limit.", 0, Integer.MAX_VALUE)));

    private final ControlledFake fake;

    private QuotaRoutes(ControlledFake fake) {
        this.fake = fake;
    }

    static List<Route> of(ControlledFake fake) {
        QuotaRoutes routes = new QuotaRoutes(fake);
        return List.of(
                Route.get("/v1/quotas", "listQuotas", "Returns all quotas")
                        .responds(
                                200,
                                "The quotas.",
                                Schema.object("All quotas.").required("quotas", Schema.array("The quotas.", QUOTA)))
                        .handle(routes::list),
                Route.get("/v1/quotas/{quota}", "readQuota", "Returns one quota")
                        .path("quota", Schema.names("Which quota.", Quota.class))
                        .responds(200, "The quota.", QUOTA)
                        .handle(request -> Reply.ok(routes.json(quota(request)))),
                Route.put("/v1/quotas/{quota}", "setQuota", "Sets the limit of a quota")
                        .description("A call beyond it gets a ResourceLimitExceededException. Fixtures are not limited.")
                        .path("quota", Schema.names("Which quota.", Quota.class))
                        .body(Schema.object("The limit.")
                                .required("limit", Schema.integer("At least 0.", 0, Integer.MAX_VALUE)))
                        .responds(200, "The quota.", QUOTA)
                        .handle(routes::set),
                Route.delete("/v1/quotas", "clearQuotas", "Sets every limit to the documented one")
                        .respondsNothing("The documented limits apply.")
                        .handle(routes::clear));
    }

    private static Quota quota(Request request) {
        return Quota.valueOf(request.path("quota"));
    }

    private Reply list(Request request) {
        return Reply.ok(new JsonBuilder()
                .items("quotas", Stream.of(Quota.values()).map(this::json).toList()));
    }

    private Reply set(Request request) {
        fake.chime().quotas().set(quota(request), request.body().integer("limit"));
        return Reply.ok(json(quota(request)));
    }

    private Reply clear(Request request) {
        fake.chime().quotas().clear();
        return Reply.noContent();
    }

    private JsonObject json(Quota quota) {
        int limit = fake.chime().state().settings().quotas().getOrDefault(quota, quota.defaultLimit());
        return new JsonBuilder()
                .text("name", quota.name())
                .number("limit", limit)
                .number("defaultLimit", quota.defaultLimit())
                .toJson();
    }
}
