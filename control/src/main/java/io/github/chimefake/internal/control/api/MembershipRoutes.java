package io.github.chimefake.internal.control.api;

import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.control.fixtures.FixtureSet;
import io.github.chimefake.internal.control.fixtures.Parts;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.objects.References;
import io.github.chimefake.internal.control.route.ProblemException;
import io.github.chimefake.internal.control.route.Reply;
import io.github.chimefake.internal.control.route.Request;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.JsonBuilder;
import io.github.chimefake.internal.control.schema.JsonPath;
import io.github.chimefake.internal.control.schema.NamedSchema;
import io.github.chimefake.internal.control.schema.ObjectSchema;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.internal.http.PercentEncoding;
import io.github.chimefake.internal.json.JsonArray;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonValue;
import io.github.chimefake.internal.messaging.fixtures.FixtureChange;
import io.github.chimefake.internal.messaging.fixtures.FixtureChanges;
import io.github.chimefake.internal.state.StateValue;
import io.github.chimefake.state.StoredChannel;
import java.util.List;
import java.util.Locale;

/** The members, or the moderators, of a channel: the same routes for both. */
final class MembershipRoutes {
    private final ControlledFake fake;
    private final Kind kind;

    /** Members or moderators. */
    enum Kind {
        MEMBER("member", Parts.MEMBER, StateSchemas.MEMBERSHIP),
        MODERATOR("moderator", Parts.MODERATOR, StateSchemas.APPOINTMENT);

        private final String noun;
        private final ObjectSchema body;
        private final NamedSchema stored;

        Kind(String noun, ObjectSchema body, NamedSchema stored) {
            this.noun = noun;
            this.body = body;
            this.stored = stored;
        }

        private String operation(String verb) {
            return verb + noun.substring(0, 1).toUpperCase(Locale.ROOT) + noun.substring(1);
        }

        private FixtureChange addition(Fields fields, Arn channel) {
            return this == MEMBER ? Parts.member(fields, channel) : Parts.moderator(fields, channel);
        }

        private FixtureChange removal(Arn channel, Arn user) {
            return this == MEMBER
                    ? FixtureChanges.removeMember(channel, user)
                    : FixtureChanges.removeModerator(channel, user);
        }
    }

    private MembershipRoutes(ControlledFake fake, Kind kind) {
        this.fake = fake;
        this.kind = kind;
    }

    static List<Route> of(ControlledFake fake, Kind kind) {
        MembershipRoutes routes = new MembershipRoutes(fake, kind);
        String all = "/v1/channels/{channel}/" + kind.noun + "s";
        return List.of(
                Route.post(all, kind.operation("add"), "Adds a " + kind.noun + " to a channel")
                        .path(ChannelRoutes.PATH, ChannelRoutes.PATH_DESCRIPTION)
                        .conflicts(ChannelRoutes.NO_APP_INSTANCE)
                        .body(kind.body)
                        .responds(201, "The " + kind.noun + ".", kind.stored)
                        .handle(routes::add),
                Route.get(all, kind.operation("list") + "s", "Returns all " + kind.noun + "s of a channel")
                        .path(ChannelRoutes.PATH, ChannelRoutes.PATH_DESCRIPTION)
                        .conflicts(ChannelRoutes.NO_APP_INSTANCE)
                        .responds(
                                200,
                                "They, sorted by ARN.",
                                Schema.object("All " + kind.noun + "s.")
                                        .required(kind.noun + "s", Schema.array("They.", kind.stored)))
                        .handle(routes::list),
                Route.delete(
                                all + "/{user}",
                                kind.operation("remove"),
                                "Removes a " + kind.noun + " from a channel")
                        .path(ChannelRoutes.PATH, ChannelRoutes.PATH_DESCRIPTION)
                        .path("user", "The id of a user in the channel's app instance, or the ARN of a user or bot.")
                        .conflicts(ChannelRoutes.NO_APP_INSTANCE)
                        .respondsNothing("It was removed.")
                        .handle(routes::remove));
    }

    private Reply add(Request request) {
        StoredChannel channel = ChannelRoutes.require(fake, request);
        String user = FixtureSet.apply(
                fake, JsonPath.ROOT.member("user"), kind.addition(request.body(), Arn.of(channel.arn())));
        return Reply.created(
                "/v1/channels/" + PercentEncoding.encode(channel.arn()) + "/" + kind.noun + "s/"
                        + PercentEncoding.encode(user),
                find(ChannelRoutes.require(fake, request), user));
    }

    private Reply list(Request request) {
        return Reply.ok(new JsonBuilder()
                .items(kind.noun + "s", items(ChannelRoutes.require(fake, request))));
    }

    private Reply remove(Request request) {
        StoredChannel channel = ChannelRoutes.require(fake, request);
        Arn arn = Arn.of(channel.arn());
        String appInstance = arn.owner().orElseThrow().text();
        String user = References.userArn(appInstance, request.path("user"));
        find(channel, user);
        FixtureSet.apply(fake, new JsonPath("user"), kind.removal(arn, Arn.of(user)));
        return Reply.noContent();
    }

    private JsonObject find(StoredChannel channel, String user) {
        return items(channel).stream()
                .map(JsonObject.class::cast)
                .filter(item -> item.get("user").orElseThrow().equals(new JsonString(user)))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound(
                        "There is no " + kind.noun + " " + user + " of " + channel + "; expected one of its " + kind.noun
                                + "s"));
    }

    private List<JsonValue> items(StoredChannel channel) {
        return StateValue.json(channel)
                .get(kind.noun + "s")
                .map(items -> ((JsonArray) items).items())
                .orElse(List.of());
    }
}
