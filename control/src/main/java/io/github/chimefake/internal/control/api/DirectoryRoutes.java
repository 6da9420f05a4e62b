package io.github.chimefake.internal.control.api;

import io.github.chimefake.Directory;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.route.Reply;
import io.github.chimefake.internal.control.route.Request;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.JsonBuilder;
import io.github.chimefake.internal.control.schema.ObjectSchema;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.state.ChimeState.ServiceSettings;
import java.util.List;

/** Settings of the directory of users. */
final class DirectoryRoutes {
    private static final Schema OPEN =
            Schema.bool("Whether every well-formed user counts as registered as soon as a call names it.");
    private static final Schema FAILS =
            Schema.bool("Whether every CreateAppInstanceUser for an existing id fails with ConflictException.");
    private static final Schema DELAY =
            Schema.duration("How long after CreateAppInstanceUser a new user is accepted as a bearer.");
    private static final ObjectSchema CHANGE = Schema.object("What is set; the rest stays.")
            .optional("open", OPEN)
            .optional("newUsersValidAfter", DELAY)
            .optional("repeatedCreationFails", FAILS);
    private static final Schema DIRECTORY = Schema.named(
            "Directory",
            Schema.object("The settings of the directory of users.")
                    .required("open", OPEN)
                    .required("newUsersValidAfter", Schema.string("A duration in ISO 8601."))
                    .required("repeatedCreationFails", FAILS));

    private final ControlledFake fake;

    private DirectoryRoutes(ControlledFake fake) {
        this.fake = fake;
    }

    static List<Route> of(ControlledFake fake) {
        DirectoryRoutes routes = new DirectoryRoutes(fake);
        return List.of(
                Route.get("/v1/directory", "readDirectory", "Returns the settings of the directory of users")
                        .responds(200, "The settings.", DIRECTORY)
                        .handle(request -> routes.settings()),
                Route.patch("/v1/directory", "changeDirectory", "Changes settings of the directory of users")
                        .body(CHANGE)
                        .responds(200, "The settings after the change.", DIRECTORY)
                        .handle(routes::change),
                Route.delete("/v1/directory", "clearDirectory", "Sets these settings back to their defaults")
                        .description("Users stay registered.")
                        .respondsNothing("The defaults apply.")
                        .handle(routes::clear));
    }

    private Reply settings() {
        ServiceSettings settings = fake.chime().state().settings();
        return Reply.ok(new JsonBuilder()
                .flag("open", settings.openDirectory())
                .duration("newUsersValidAfter", settings.newUsersValidAfter())
                .flag("repeatedCreationFails", settings.repeatedCreationFails()));
    }

    private Reply change(Request request) {
        Fields body = request.body();
        Directory directory = fake.chime().directory();
        if (body.has("open")) {
            directory.open(body.flag("open"));
        }
        body.findDuration("newUsersValidAfter").ifPresent(directory::newUsersValidAfter);
        if (body.has("repeatedCreationFails")) {
            directory.repeatedCreationFails(body.flag("repeatedCreationFails"));
        }
        return settings();
    }

    private Reply clear(Request request) {
        fake.chime().directory().clear();
        return Reply.noContent();
    }
}
