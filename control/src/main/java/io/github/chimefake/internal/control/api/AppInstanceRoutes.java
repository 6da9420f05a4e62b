package io.github.chimefake.internal.control.api;

import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.control.fixtures.FixtureSet;
import io.github.chimefake.internal.control.fixtures.Parts;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.route.ProblemException;
import io.github.chimefake.internal.control.route.Reply;
import io.github.chimefake.internal.control.route.Request;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.control.schema.JsonBuilder;
import io.github.chimefake.internal.control.schema.JsonPath;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.internal.http.PercentEncoding;
import io.github.chimefake.internal.messaging.fixtures.FixtureChanges;
import io.github.chimefake.internal.server.AppInstanceArns;
import io.github.chimefake.internal.state.StateValue;
import io.github.chimefake.state.StoredAppInstance;
import java.util.List;

/** App instances. */
final class AppInstanceRoutes {
    private static final String PATH = "appInstance";
    private static final String PATH_DESCRIPTION = "The id or the ARN of an app instance.";

    private final ControlledFake fake;

    private AppInstanceRoutes(ControlledFake fake) {
        this.fake = fake;
    }

    static List<Route> of(ControlledFake fake) {
        AppInstanceRoutes routes = new AppInstanceRoutes(fake);
        return List.of(
                Route.post("/v1/app-instances", "addAppInstance", "Adds an app instance")
                        .body(Parts.APP_INSTANCE)
                        .responds(201, "The app instance.", StateSchemas.APP_INSTANCE)
                        .handle(routes::add),
                Route.get("/v1/app-instances", "listAppInstances", "Returns all app instances")
                        .responds(
                                200,
                                "The app instances.",
                                Schema.object("All app instances.")
                                        .required(
                                                "appInstances",
                                                Schema.array("The app instances.", StateSchemas.APP_INSTANCE)))
                        .handle(routes::list),
                Route.get("/v1/app-instances/{appInstance}", "readAppInstance", "Returns one app instance")
                        .path(PATH, PATH_DESCRIPTION)
                        .responds(200, "The app instance.", StateSchemas.APP_INSTANCE)
                        .handle(request -> Reply.ok(StateValue.json(routes.require(request)))),
                Route.delete("/v1/app-instances/{appInstance}", "deleteAppInstance", "Deletes an app instance")
                        .description("Its users and channels are deleted with it.")
                        .path(PATH, PATH_DESCRIPTION)
                        .conflicts("It is the default app instance.")
                        .respondsNothing("It was deleted.")
                        .handle(routes::delete));
    }

    private Reply add(Request request) {
        String arn = FixtureSet.apply(fake, JsonPath.ROOT, Parts.appInstance(request.body(), fake.references()));
        return Reply.created(
                "/v1/app-instances/" + PercentEncoding.encode(arn),
                StateValue.json(fake.chime().state().appInstance(arn).orElseThrow()));
    }

    private Reply list(Request request) {
        return Reply.ok(new JsonBuilder()
                .items(
                        "appInstances",
                        fake.chime().state().appInstances().stream()
                                .map(StateValue::json)
                                .toList()));
    }

    private Reply delete(Request request) {
        AppInstanceArn arn = AppInstanceArns.parse(require(request).arn());
        if (fake.references().isDefaultAppInstance(arn.text())) {
            throw ProblemException.conflict("The default app instance cannot be deleted, as ids without an ARN are of it");
        }
        FixtureSet.apply(fake, new JsonPath(PATH), FixtureChanges.deleteAppInstance(arn));
        return Reply.noContent();
    }

    private StoredAppInstance require(Request request) {
        String reference = request.path(PATH);
        return fake.chime()
                .state()
                .appInstance(fake.references().appInstanceArn(reference))
                .orElseThrow(() -> ProblemException.notFound("There is no app instance \"" + reference + "\""));
    }
}
