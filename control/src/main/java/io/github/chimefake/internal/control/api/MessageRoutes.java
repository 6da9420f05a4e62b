package io.github.chimefake.internal.control.api;

import io.github.chimefake.internal.arn.Arn;
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
import io.github.chimefake.internal.json.JsonArray;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonValue;
import io.github.chimefake.internal.messaging.fixtures.FixtureChanges;
import io.github.chimefake.internal.state.StateValue;
import io.github.chimefake.state.StoredChannel;
import java.util.List;

/** The messages of a channel. */
final class MessageRoutes {
    private static final String PATH = "message";
    private static final String PATH_DESCRIPTION = "The id of a message.";

    private final ControlledFake fake;

    private MessageRoutes(ControlledFake fake) {
        this.fake = fake;
    }

    static List<Route> of(ControlledFake fake) {
        MessageRoutes routes = new MessageRoutes(fake);
        return List.of(
                Route.post("/v1/channels/{channel}/messages", "addMessage", "Adds a message to a channel")
                        .description("No channel flow processes it. The sender need not be a member.")
                        .path(ChannelRoutes.PATH, ChannelRoutes.PATH_DESCRIPTION)
                        .conflicts(ChannelRoutes.NO_APP_INSTANCE)
                        .body(Schema.named("Message", Parts.MESSAGE))
                        .responds(201, "The message.", StateSchemas.MESSAGE)
                        .handle(routes::add),
                Route.get("/v1/channels/{channel}/messages", "listMessages", "Returns all messages of a channel")
                        .path(ChannelRoutes.PATH, ChannelRoutes.PATH_DESCRIPTION)
                        .conflicts(ChannelRoutes.NO_APP_INSTANCE)
                        .responds(
                                200,
                                "The messages, the oldest first.",
                                Schema.object("All messages.")
                                        .required("messages", Schema.array("The messages.", StateSchemas.MESSAGE)))
                        .handle(routes::list),
                Route.get("/v1/channels/{channel}/messages/{message}", "readMessage", "Returns one message")
                        .path(ChannelRoutes.PATH, ChannelRoutes.PATH_DESCRIPTION)
                        .path(PATH, PATH_DESCRIPTION)
                        .conflicts(ChannelRoutes.NO_APP_INSTANCE)
                        .responds(200, "The message.", StateSchemas.MESSAGE)
                        .handle(request -> Reply.ok(find(routes.channel(request), request.path(PATH)))),
                Route.delete("/v1/channels/{channel}/messages/{message}", "deleteMessage", "Deletes a message")
                        .path(ChannelRoutes.PATH, ChannelRoutes.PATH_DESCRIPTION)
                        .path(PATH, PATH_DESCRIPTION)
                        .conflicts(ChannelRoutes.NO_APP_INSTANCE)
                        .respondsNothing("It was deleted.")
                        .handle(routes::delete));
    }

    private StoredChannel channel(Request request) {
        return ChannelRoutes.require(fake, request);
    }

    private Reply add(Request request) {
        StoredChannel channel = channel(request);
        Arn arn = Arn.of(channel.arn());
        String id = FixtureSet.apply(
                fake, JsonPath.ROOT, Parts.named(request.body(), arn), Parts.message(request.body(), arn));
        return Reply.created(
                "/v1/channels/" + PercentEncoding.encode(channel.arn()) + "/messages/" + id,
                find(channel(request), id));
    }

    private Reply list(Request request) {
        return Reply.ok(new JsonBuilder().items("messages", messages(channel(request))));
    }

    private Reply delete(Request request) {
        StoredChannel channel = channel(request);
        find(channel, request.path(PATH));
        FixtureSet.apply(
                fake, new JsonPath(PATH), FixtureChanges.deleteMessage(Arn.of(channel.arn()), request.path(PATH)));
        return Reply.noContent();
    }

    private static JsonObject find(StoredChannel channel, String id) {
        return messages(channel).stream()
                .map(JsonObject.class::cast)
                .filter(message -> message.get("id").orElseThrow().equals(new JsonString(id)))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("There is no message " + id + " in " + channel));
    }

    private static List<JsonValue> messages(StoredChannel channel) {
        return StateValue.json(channel)
                .get("messages")
                .map(items -> ((JsonArray) items).items())
                .orElse(List.of());
    }
}
