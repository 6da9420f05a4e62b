package io.github.chimefake.internal.control.api;

import io.github.chimefake.flows.ChannelFlowProcessor;
import io.github.chimefake.flows.ChannelFlowProcessor.FlowVerdict;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.objects.Registry;
import io.github.chimefake.internal.control.route.Reply;
import io.github.chimefake.internal.control.route.Request;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.control.schema.ChoiceSchema;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.JsonBuilder;
import io.github.chimefake.internal.control.schema.JsonPath;
import io.github.chimefake.internal.control.schema.NamedSchema;
import io.github.chimefake.internal.control.schema.ObjectSchema;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageCallback;

/** The processors of channel flows, and the wait for them. */
final class FlowRoutes {
    private static final String LAMBDA = "lambda";
    private static final ChoiceSchema VERDICT = new ChoiceSchema("What the processor decides.", "kind", verdicts());
    private static final NamedSchema PROCESSOR = Schema.named(
            "FlowProcessor",
            Schema.object("A processor.")
                    .required("id", Schema.string("Its id, for example processor-1."))
                    .required(LAMBDA, Schema.string("The ARN of the Lambda function that it replaces."))
                    .required("verdict", VERDICT)
                    .required(
                            "timesApplied",
                            Schema.integer(
                                    "How many messages it has decided about since the last reset.",
                                    0,
                                    Integer.MAX_VALUE)));
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final ControlledFake fake;
    private final Registry<Processor> processors;

    /**
     * A processor.
     *
     * @param lambda the ARN of the Lambda function that it replaces
     * @param verdict the verdict as it was sent
     * @param applied counts the messages
     */
    private record Processor(String lambda, JsonObject verdict, AtomicInteger applied) {
        private ChannelFlowProcessor function() {
            FlowVerdict decided = FlowRoutes.verdict(new Fields(verdict, JsonPath.ROOT.member("verdict")));
            return event -> {
                applied.incrementAndGet();
                return decided;
            };
        }

        private JsonObject toJson(String id) {
            return new JsonBuilder()
                    .text("id", id)
                    .put(LAMBDA, new JsonString(lambda))
                    .put("verdict", verdict)
                    .number("timesApplied", applied.get())
                    .toJson();
        }
    }

    private FlowRoutes(ControlledFake fake) {
        this.fake = fake;
        this.processors = fake.registry("processor");
        fake.addCounters(
                () -> processors.all().values().forEach(each -> each.applied().set(0)));
    }

    private static Map<String, ObjectSchema> verdicts() {
        Map<String, ObjectSchema> verdicts = new LinkedHashMap<>();
        verdicts.put("allow", Schema.object("The message is sent as it is."));
        verdicts.put(
                "change",
                Schema.object("The message is sent with these changes.")
                        .optional("content", Schema.string("The new content.").length(1, 4096))
                        .optional("metadata", Schema.string("The new metadata.").length(0, 1024)));
        verdicts.put("deny", Schema.object("The message is not sent, or not updated."));
        verdicts.put("fail", Schema.object("The function cannot be reached; the processor's FallbackAction decides."));
        verdicts.put("pending", Schema.object("The message stays PENDING until ChannelFlowCallback."));
        return verdicts;
    }

    static List<Route> of(ControlledFake fake) {
        FlowRoutes routes = new FlowRoutes(fake);
        return List.of(
                Route.post("/v1/flows", "registerProcessor", "Registers a processor in place of a Lambda function")
                        .description(
                                "Replaces an earlier one for the same function. Without one, a message in a channel with"
                                        + " that flow stays PENDING until ChannelFlowCallback.")
                        .body(Schema.object("A processor.")
                                .required(
                                        LAMBDA,
                                        Schema.string(
                                                        "The ARN of the Lambda function, as in the configuration of the flow.")
                                                .length(15, 2048))
                                .required("verdict", VERDICT))
                        .responds(201, "The processor.", PROCESSOR)
                        .handle(routes::register),
                Route.get("/v1/flows", "listProcessors", "Returns all processors")
                        .responds(
                                200,
                                "The processors that the control API registered.",
                                Schema.object("All processors.")
                                        .required("processors", Schema.array("The processors.", PROCESSOR)))
                        .handle(routes::list),
                Route.get("/v1/flows/{processor}", "readProcessor", "Returns one processor")
                        .path("processor", "The id of a processor.")
                        .responds(200, "The processor.", PROCESSOR)
                        .handle(request -> {
                            String id = request.path("processor");
                            return Reply.ok(routes.processors.get(id).toJson(id));
                        }),
                Route.delete("/v1/flows/{processor}", "removeProcessor", "Removes a processor")
                        .path("processor", "The id of a processor.")
                        .respondsNothing("Messages for it stay PENDING.")
                        .handle(routes::remove),
                Route.delete("/v1/flows", "clearProcessors", "Removes all processors, also those of the Java API")
                        .respondsNothing("There are none.")
                        .handle(routes::clear),
                Route.post("/v1/background-work/wait", "awaitBackgroundWork", "Waits until background work is done")
                        .description("Above all until the processors of channel flows have decided.")
                        .body(Schema.object("How long it waits.")
                                .optional("limit", Schema.duration("In true time, at most PT5M; by default PT10S.")))
                        .responds(
                                200,
                                "It is done, or the time is over.",
                                Schema.object("The outcome.")
                                        .required("done", Schema.bool("Whether it is done."))
                                        .optional(
                                                "pending",
                                                Schema.string("What is not.").length(1, 100_000)))
                        .handleLater(routes::await));
    }

    private static FlowVerdict verdict(Fields verdict) {
        return switch (verdict.string("kind")) {
            case "allow" -> FlowVerdict.allow();
            case "deny" -> FlowVerdict.deny();
            case "fail" -> FlowVerdict.fail();
            case "pending" -> FlowVerdict.pending();
            default -> {
                ChannelMessageCallback.Builder changes = ChannelMessageCallback.builder();
                verdict.findString("content").ifPresent(changes::content);
                verdict.findString("metadata").ifPresent(changes::metadata);
                yield FlowVerdict.change(changes.build());
            }
        };
    }

    /** Registers in the fake and here at one moment, so that both have the same processors. */
    private synchronized Reply register(Request request) {
        Fields body = request.body();
        String lambda = body.string(LAMBDA);
        Processor processor = new Processor(lambda, body.fields("verdict").object(), new AtomicInteger());
        body.check(LAMBDA, () -> {
            fake.chime().flows().processor(lambda, processor.function());
            return lambda;
        });
        processors.removeIf(each -> each.lambda().equals(lambda));
        String id = processors.add(name -> processor);
        return Reply.created("/v1/flows/" + id, processor.toJson(id));
    }

    private Reply list(Request request) {
        return Reply.ok(new JsonBuilder()
                .items(
                        "processors",
                        processors.all().entrySet().stream()
                                .map(each -> each.getValue().toJson(each.getKey()))
                                .toList()));
    }

    private synchronized Reply remove(Request request) {
        Processor removed = processors.remove(request.path("processor"));
        fake.chime().flows().processor(removed.lambda(), event -> FlowVerdict.pending());
        return Reply.noContent();
    }

    private synchronized Reply clear(Request request) {
        fake.chime().flows().clear();
        processors.clear();
        return Reply.noContent();
    }

    private CompletionStage<Reply> await(Request request) {
        Duration limit = request.body().findDuration("limit").orElse(Duration.ofSeconds(10));
        if (limit.compareTo(LONGEST_WAIT) > 0) {
            throw request.body().invalid("limit", limit + " was received; expected at most " + LONGEST_WAIT);
        }
        return fake.waiting()
                .until(
                        () -> pending().isEmpty()
                                ? Optional.of(Reply.ok(new JsonBuilder().flag("done", true)))
                                : Optional.empty(),
                        limit,
                        () -> Reply.ok(new JsonBuilder().flag("done", false).text("pending", pending())));
    }

    /** Returns what is pending; empty if nothing is. */
    private Optional<String> pending() {
        try {
            fake.chime().awaitBackgroundWork(Duration.ofMillis(1));
            return Optional.empty();
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof TimeoutException) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }
}
