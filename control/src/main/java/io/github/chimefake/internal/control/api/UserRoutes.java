package io.github.chimefake.internal.control.api;

import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.control.fixtures.FixtureSet;
import io.github.chimefake.internal.control.fixtures.Parts;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.route.ProblemException;
import io.github.chimefake.internal.control.route.Reply;
import io.github.chimefake.internal.control.route.Request;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.JsonBuilder;
import io.github.chimefake.internal.control.schema.JsonPath;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.internal.http.PercentEncoding;
import io.github.chimefake.internal.messaging.fixtures.FixtureChanges;
import io.github.chimefake.internal.state.StateValue;
import io.github.chimefake.state.StoredUser;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Users, or bots: the same routes for both. */
final class UserRoutes {
    private final ControlledFake fake;
    private final Kind kind;

    /** Users or bots. */
    enum Kind {
        USER("user"),
        BOT("bot");

        private final String noun;

        Kind(String noun) {
            this.noun = noun;
        }

        private String path() {
            return "/v1/" + noun + "s";
        }

        private String operation(String verb) {
            return verb + noun.substring(0, 1).toUpperCase(Locale.ROOT) + noun.substring(1);
        }
    }

    private UserRoutes(ControlledFake fake, Kind kind) {
        this.fake = fake;
        this.kind = kind;
    }

    static List<Route> of(ControlledFake fake, Kind kind) {
        UserRoutes routes = new UserRoutes(fake, kind);
        String one = kind.path() + "/{" + kind.noun + "}";
        String known = "The id of a " + kind.noun + " in the default app instance"
                + (kind == Kind.BOT ? ", with or without bot/ before it" : "") + ", or its ARN.";
        return List.of(
                Route.post(kind.path(), kind.operation("register"), "Registers a " + kind.noun)
                        .description(
                                "Bypasses permission checks, is not recorded in the journal, and does not consume faults.")
                        .body(Schema.named("User", Parts.USER))
                        .conflicts("The fake has no default app instance, and none is named.")
                        .responds(201, "It is registered.", StateSchemas.STORED_USER)
                        .handle(routes::register),
                Route.get(kind.path(), kind.operation("list") + "s", "Returns all " + kind.noun + "s")
                        .query(
                                "admin",
                                Schema.bool("Whether it is an administrator."),
                                "Returns only administrators, or none of them.")
                        .responds(
                                200,
                                "They, sorted by ARN.",
                                Schema.object("All " + kind.noun + "s.")
                                        .required(
                                                kind.noun + "s",
                                                Schema.array("The " + kind.noun + "s.", StateSchemas.STORED_USER)))
                        .handle(routes::list),
                Route.get(one, kind.operation("read"), "Returns one " + kind.noun)
                        .path(kind.noun, known)
                        .conflicts("The fake has no default app instance, and no ARN is given.")
                        .responds(200, "It.", StateSchemas.STORED_USER)
                        .handle(request -> Reply.ok(StateValue.json(routes.require(request)))),
                Route.patch(one, kind.operation("change"), "Changes a " + kind.noun)
                        .path(kind.noun, known)
                        .conflicts("The fake has no default app instance, and no ARN is given.")
                        .body(Schema.object("What is changed.")
                                .optional("name", Schema.string("The new name.").length(1, 100))
                                .optional(
                                        "metadata",
                                        Schema.string("The new metadata.").length(0, 1024))
                                .optional("admin", Schema.bool("Whether it is an administrator of its app instance.")))
                        .responds(200, "It after the change.", StateSchemas.STORED_USER)
                        .handle(routes::change),
                Route.delete(one, kind.operation("delete"), "Deletes a " + kind.noun)
                        .description("Its memberships are deleted with it; its messages stay.")
                        .path(kind.noun, known)
                        .conflicts("The fake has no default app instance, and no ARN is given.")
                        .respondsNothing("It was deleted.")
                        .handle(routes::delete));
    }

    private Reply register(Request request) {
        FixtureSet set = new FixtureSet();
        if (kind == Kind.USER) {
            Parts.user(set, request.body(), fake.references());
        } else {
            Parts.bot(set, request.body(), fake.references());
        }
        String arn = set.apply(fake).get(0);
        return Reply.created(
                kind.path() + "/" + PercentEncoding.encode(arn),
                StateValue.json(fake.chime().state().user(arn).orElseThrow()));
    }

    private Reply list(Request request) {
        Optional<Boolean> admin = request.query().findFlag("admin");
        return Reply.ok(new JsonBuilder()
                .items(
                        kind.noun + "s",
                        fake.chime().state().users().stream()
                                .filter(user -> user.isBot() == (kind == Kind.BOT))
                                .filter(user -> admin.isEmpty() || admin.get() == user.isAdmin())
                                .map(StateValue::json)
                                .toList()));
    }

    private Reply change(Request request) {
        StoredUser user = require(request);
        Fields body = request.body();
        Parts.checkUser(body);
        Arn arn = Arn.of(user.arn());
        FixtureSet set = new FixtureSet();
        if (body.has("name") || body.has("metadata")) {
            set.add(JsonPath.ROOT, FixtureChanges.update(arn, body.findString("name"), body.findString("metadata")));
        }
        if (body.has("admin")) {
            set.add(JsonPath.ROOT, body.flag("admin") ? FixtureChanges.promote(arn) : FixtureChanges.demote(arn));
        }
        set.apply(fake);
        return Reply.ok(StateValue.json(require(request)));
    }

    private Reply delete(Request request) {
        FixtureSet.apply(
                fake,
                new JsonPath(kind.noun),
                FixtureChanges.deleteUser(Arn.of(require(request).arn())));
        return Reply.noContent();
    }

    private boolean isIdOfBot(String reference) {
        return kind == Kind.BOT && !reference.startsWith("arn:") && !reference.startsWith("bot/");
    }

    private StoredUser require(Request request) {
        String reference = request.path(kind.noun);
        String arn = fake.references().userArn(isIdOfBot(reference) ? "bot/" + reference : reference);
        return fake.chime()
                .state()
                .user(arn)
                .filter(user -> user.isBot() == (kind == Kind.BOT))
                .orElseThrow(() -> ProblemException.notFound("There is no " + kind.noun + " \"" + reference + "\"; GET "
                        + kind.path() + " returns those that are registered"));
    }
}
