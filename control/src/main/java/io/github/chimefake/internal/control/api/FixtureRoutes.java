package io.github.chimefake.internal.control.api;

import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.control.fixtures.ChannelPart;
import io.github.chimefake.internal.control.fixtures.FixtureSet;
import io.github.chimefake.internal.control.fixtures.Parts;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.objects.References;
import io.github.chimefake.internal.control.route.Reply;
import io.github.chimefake.internal.control.route.Request;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.JsonBuilder;
import io.github.chimefake.internal.control.schema.ObjectSchema;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.internal.messaging.fixtures.FixtureChange;
import java.util.List;

/** Test data in one document, which is put in as a whole or not at all. */
final class FixtureRoutes {
    private static final ObjectSchema FIXTURES = Schema.object(
                    "Test data, put in in this order, so that later parts can name what earlier ones create.")
            .optional(
                    "appInstances",
                    Schema.array("App instances to add.", Schema.named("AppInstance", Parts.APP_INSTANCE)))
            .optional("users", Schema.array("Users to register.", Schema.named("User", Parts.USER)))
            .optional("bots", Schema.array("Bots to register.", Schema.named("User", Parts.USER)))
            .optional("channels", Schema.array("Channels to create.", Schema.named("Channel", ChannelPart.SCHEMA)))
            .optional(
                    "members",
                    Schema.array(
                            "Members of channels.",
                            Schema.named("MemberOfChannel", Parts.MEMBER.required("channel", References.CHANNEL))))
            .optional(
                    "moderators",
                    Schema.array(
                            "Moderators of channels.",
                            Schema.named(
                                    "ModeratorOfChannel", Parts.MODERATOR.required("channel", References.CHANNEL))))
            .optional(
                    "messages",
                    Schema.array(
                            "Messages of channels, the oldest first.",
                            Schema.named("MessageOfChannel", Parts.MESSAGE.required("channel", References.CHANNEL))));

    private final ControlledFake fake;

    private FixtureRoutes(ControlledFake fake) {
        this.fake = fake;
    }

    static List<Route> of(ControlledFake fake) {
        FixtureRoutes routes = new FixtureRoutes(fake);
        return List.of(Route.post("/v1/fixtures", "addFixtures", "Adds users, channels, members and messages at once")
                .description("If any part is not valid, nothing is changed, and the response names the part.")
                .body(Schema.named("Fixtures", FIXTURES))
                .conflicts(ChannelRoutes.NO_APP_INSTANCE)
                .responds(
                        201,
                        "All of it was added.",
                        Schema.named(
                                "Added",
                                Schema.object("What was added.")
                                        .required(
                                                "names",
                                                Schema.array(
                                                        "ARNs, or ids of messages, in the order of the document.",
                                                        Schema.string("An ARN or an id.")))))
                .handle(routes::add));
    }

    private Reply add(Request request) {
        Fields body = request.body();
        References references = fake.references();
        FixtureSet set = new FixtureSet();
        body.list("appInstances").forEach(each -> set.add(each.path(), Parts.appInstance(each, references)));
        body.list("users").forEach(each -> Parts.user(set, each, references));
        body.list("bots").forEach(each -> Parts.bot(set, each, references));
        body.list("channels").forEach(each -> ChannelPart.add(set, each, references));
        body.list("members").forEach(each -> add(set, each, Parts.member(each, channel(each))));
        body.list("moderators").forEach(each -> add(set, each, Parts.moderator(each, channel(each))));
        body.list("messages").forEach(each -> add(set, each, Parts.message(each, channel(each))));
        return Reply.json(
                201, new JsonBuilder().texts("names", set.apply(fake)).toJson().toIndentedJson() + "\n");
    }

    private void add(FixtureSet set, Fields part, FixtureChange change) {
        set.add(part.path(), Parts.named(part, channel(part)), change);
    }

    private Arn channel(Fields part) {
        return Arn.of(fake.references().channelArn(part.string("channel")));
    }
}
