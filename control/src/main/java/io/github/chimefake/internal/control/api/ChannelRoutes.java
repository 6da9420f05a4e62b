package io.github.chimefake.internal.control.api;

import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.control.fixtures.ChannelPart;
import io.github.chimefake.internal.control.fixtures.FixtureSet;
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
import io.github.chimefake.internal.state.StateValue;
import io.github.chimefake.state.StoredChannel;
import java.util.List;

/** Channels. */
final class ChannelRoutes {
    static final String PATH = "channel";
    static final String PATH_DESCRIPTION = "The id of a channel in the default app instance, or its ARN.";
    static final String NO_APP_INSTANCE = "The fake has no default app instance, and no ARN is given.";

    private final ControlledFake fake;

    private ChannelRoutes(ControlledFake fake) {
        this.fake = fake;
    }

    static List<Route> of(ControlledFake fake) {
        ChannelRoutes routes = new ChannelRoutes(fake);
        return List.of(
                Route.post("/v1/channels", "createChannel", "Creates a channel with members and messages")
                        .description("Bypasses permission checks, is not recorded in the journal, and does not consume faults.")
                        .body(Schema.named("Channel", ChannelPart.SCHEMA))
                        .conflicts(NO_APP_INSTANCE)
                        .responds(201, "The channel.", StateSchemas.CHANNEL)
                        .handle(routes::create),
                Route.get("/v1/channels", "listChannels", "Returns all channels")
                        .query("name", Schema.string("A name."), "Returns only channels with exactly this name.")
                        .responds(
                                200,
                                "The channels, sorted by ARN.",
                                Schema.object("All channels.")
                                        .required("channels", Schema.array("The channels.", StateSchemas.CHANNEL)))
                        .handle(routes::list),
                Route.get("/v1/channels/{channel}", "readChannel", "Returns one channel with all that is in it")
                        .path(PATH, PATH_DESCRIPTION)
                        .conflicts(NO_APP_INSTANCE)
                        .responds(200, "The channel.", StateSchemas.CHANNEL)
                        .handle(request -> Reply.ok(StateValue.json(require(fake, request)))),
                Route.delete("/v1/channels/{channel}", "deleteChannel", "Deletes a channel with its messages")
                        .path(PATH, PATH_DESCRIPTION)
                        .conflicts(NO_APP_INSTANCE)
                        .respondsNothing("It was deleted.")
                        .handle(routes::delete));
    }

    private Reply create(Request request) {
        FixtureSet set = new FixtureSet();
        ChannelPart.add(set, request.body(), fake.references());
        String arn = set.apply(fake).get(0);
        return Reply.created(
                "/v1/channels/" + PercentEncoding.encode(arn),
                StateValue.json(fake.chime().state().channel(arn).orElseThrow()));
    }

    private Reply list(Request request) {
        List<StoredChannel> channels = request.query()
                .findString("name")
                .map(name -> fake.chime().state().channelsNamed(name))
                .orElseGet(() -> fake.chime().state().channels());
        return Reply.ok(new JsonBuilder()
                .items("channels", channels.stream().map(StateValue::json).toList()));
    }

    private Reply delete(Request request) {
        FixtureSet.apply(
                fake,
                new JsonPath(PATH),
                FixtureChanges.deleteChannel(Arn.of(require(fake, request).arn())));
        return Reply.noContent();
    }

    /** Returns the channel in the path. */
    static StoredChannel require(ControlledFake fake, Request request) {
        String reference = request.path(PATH);
        return fake.chime()
                .state()
                .channel(fake.references().channelArn(reference))
                .orElseThrow(() -> ProblemException.notFound("There is no channel \"" + reference
                        + "\"; GET /v1/channels returns those that exist"));
    }
}
