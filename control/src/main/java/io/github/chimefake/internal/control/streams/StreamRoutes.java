package io.github.chimefake.internal.control.streams;

import io.github.chimefake.internal.control.calls.SetupIds;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.objects.LogWait;
import io.github.chimefake.internal.control.route.Problem;
import io.github.chimefake.internal.control.route.ProblemException;
import io.github.chimefake.internal.control.route.Reply;
import io.github.chimefake.internal.control.route.Request;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.JsonBuilder;
import io.github.chimefake.internal.control.schema.NamedSchema;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.streams.StreamDeliveries;
import io.github.chimefake.streams.StreamDelivery;
import io.github.chimefake.streams.Streams;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

/** Deliveries of streams: {@code chime.streams()}. */
public final class StreamRoutes {
    private static final String PATH = "/v1/streams";
    private static final String ONE = PATH + "/{delivery}";
    private static final String TO_FILE = "toFile";
    private static final String TO_URL = "toUrl";

    private static final NamedSchema GIVEN = Schema.named(
            "StreamSelection",
            Schema.object("What is delivered, and to where.")
                    .optional(
                            "ofStream",
                            Schema.string(
                                            "Only records of the stream with this ARN, the ResourceArn of the configuration;"
                                                    + " all without it.")
                                    .length(1, 2_048))
                    .optional(
                            "allowHost",
                            Schema.array(
                                    "Hosts that the URL may have besides loopback, without ports.",
                                    Schema.string("A name or an IP address.").length(1, 300)))
                    .optional(
                            TO_FILE,
                            Schema.string(
                                            "A file on the machine of the fake, to which each record is appended as a line."
                                                    + " Its directory must exist.")
                                    .length(1, 4_096))
                    .optional(
                            TO_URL,
                            Schema.string("An http or https URL, to which each record is sent by a POST.")
                                    .length(1, 4_096))
                    .exactlyOneOf(TO_FILE, TO_URL));

    private static final NamedSchema DELIVERY = Schema.named(
            "StreamDelivery",
            Schema.object("A delivery of streams.")
                    .required("id", Schema.string("Its id."))
                    .required(
                            "description",
                            Schema.string("What it is, without the query of a URL.")
                                    .length(0, Integer.MAX_VALUE))
                    .required("delivered", Schema.integer("How many records were delivered.", 0, Long.MAX_VALUE))
                    .required("failed", Schema.integer("How many records were not delivered.", 0, Long.MAX_VALUE))
                    .optional(
                            "lastFailure",
                            Schema.string("Why the last of these was not delivered.")
                                    .length(0, Integer.MAX_VALUE))
                    .optional("given", GIVEN));

    private final ControlledFake fake;
    private final boolean hasToken;
    private final SetupIds<StreamDelivery> ids;

    private StreamRoutes(ControlledFake fake, boolean hasToken) {
        this.fake = fake;
        this.hasToken = hasToken;
        this.ids = new SetupIds<>(
                "delivery",
                () -> fake.isRunning() ? StreamDeliveries.open(fake.chime().streams()) : List.of());
    }

    /**
     * Returns the routes.
     *
     * @param hasToken whether requests need a token
     */
    public static List<Route> of(ControlledFake fake, boolean hasToken) {
        StreamRoutes routes = new StreamRoutes(fake, hasToken);
        return List.of(
                Route.post(PATH, "addStreamDelivery", "Delivers what app instances stream to a file or a URL")
                        .description(
                                "The control API must have a token, as the fake writes to the file or calls the URL.")
                        .body(GIVEN)
                        .responds(201, "The delivery with its id.", DELIVERY)
                        .problem(
                                403,
                                "The control API has no token, or the request comes from a page of another origin, or names"
                                        + " another host.")
                        .handle(routes::add),
                Route.get(PATH, "listStreamDeliveries", "Returns the deliveries of streams")
                        .responds(
                                200,
                                "Those that are open, those of Java and of the command line included.",
                                Schema.object("Deliveries of streams.")
                                        .required(
                                                "deliveries",
                                                Schema.array("In the order in which they were made.", DELIVERY)))
                        .handle(routes::list),
                Route.get(ONE, "readStreamDelivery", "Returns one delivery of streams")
                        .path("delivery", "The id of a delivery.")
                        .responds(200, "The delivery.", DELIVERY)
                        .handle(request -> Reply.ok(routes.show(routes.require(request)))),
                LogWait.timeout(Route.get(
                                        ONE + "/wait",
                                        "awaitStreamDelivery",
                                        "Waits until the records of all writes so far were delivered")
                                .path("delivery", "The id of a delivery."))
                        .description("Those that have failed are not waited for.")
                        .responds(
                                200,
                                "They were, or the time is over.",
                                Schema.object("What a wait has found.")
                                        .required(
                                                "satisfied",
                                                Schema.bool("Whether the records of all writes before this request were"
                                                        + " delivered or have failed."))
                                        .required("delivery", DELIVERY))
                        .handleLater(routes::await),
                Route.delete(ONE, "closeStreamDelivery", "Ends a delivery of streams")
                        .description("What is waiting is delivered within two seconds, or counts as failed.")
                        .path("delivery", "The id of a delivery.")
                        .responds(200, "The delivery as it was at the end.", DELIVERY)
                        .handle(routes::close),
                Route.delete(PATH, "clearStreamDeliveries", "Ends all deliveries of streams")
                        .description("Also those of Java, of the command line and of the baseline.")
                        .respondsNothing("There are none.")
                        .handle(routes::clear));
    }

    private Reply add(Request request) {
        if (!hasToken) {
            throw new ProblemException(Problem.of(
                    403,
                    "A delivery of streams was requested, and the control API has no token. With one, its holder may name"
                            + " a file or a URL. Start the control API with a token, or name the file or the URL in Java or on"
                            + " the command line"));
        }
        Fields body = request.body();
        StreamDelivery delivery = body.has(TO_FILE) ? toFile(body) : toUrl(body);
        ids.given(delivery, body.object());
        return Reply.created(PATH + "/" + ids.id(delivery), show(delivery));
    }

    private Streams selected(Fields body) {
        Streams all = fake.chime().streams();
        Streams selected = body.findString("ofStream").map(all::ofStream).orElse(all);
        for (String host : body.strings("allowHost")) {
            Streams before = selected;
            selected = body.check("allowHost", () -> before.allowHost(host));
        }
        return selected;
    }

    private StreamDelivery toFile(Fields body) {
        Streams selected = selected(body);
        return body.check(TO_FILE, () -> {
            try {
                return selected.toFile(Path.of(body.string(TO_FILE)));
            } catch (UncheckedIOException e) {
                throw new IllegalArgumentException(e.getMessage(), e);
            }
        });
    }

    private StreamDelivery toUrl(Fields body) {
        Streams selected = selected(body);
        return body.check(TO_URL, () -> selected.toUrl(URI.create(body.string(TO_URL))));
    }

    private Reply list(Request request) {
        return Reply.ok(new JsonBuilder()
                .items("deliveries", ids.list().stream().map(this::show).toList()));
    }

    private StreamDelivery require(Request request) {
        String id = request.path("delivery");
        return ids.find(id)
                .orElseThrow(() -> ProblemException.notFound("No delivery of streams with the id \"" + id
                        + "\" is open. It may have been closed, by a reset as well. GET " + PATH
                        + " lists those that are open"));
    }

    private CompletionStage<Reply> await(Request request) {
        StreamDelivery delivery = require(request);
        BooleanSupplier delivered = StreamDeliveries.untilNow(delivery);
        return LogWait.until(
                fake,
                request.query(),
                delivered,
                satisfied ->
                        Reply.ok(new JsonBuilder().flag("satisfied", satisfied).put("delivery", show(delivery))));
    }

    private Reply close(Request request) {
        StreamDelivery delivery = require(request);
        delivery.close();
        return Reply.ok(show(delivery));
    }

    private Reply clear(Request request) {
        fake.chime().streams().clear();
        return Reply.noContent();
    }

    private JsonObject show(StreamDelivery delivery) {
        JsonBuilder json = new JsonBuilder()
                .text("id", ids.id(delivery))
                .text("description", delivery.toString())
                .number("delivered", delivery.delivered())
                .number("failed", delivery.failed())
                .text("lastFailure", delivery.lastFailure());
        ids.given(delivery).ifPresent(given -> json.put("given", given));
        return json.toJson();
    }
}
