package io.github.chimefake.internal.control.journal;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.TestIsolation;
import io.github.chimefake.internal.control.calls.SetupIds;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.route.ProblemException;
import io.github.chimefake.internal.control.route.Reply;
import io.github.chimefake.internal.control.route.Request;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.JsonBuilder;
import io.github.chimefake.internal.control.schema.ObjectSchema;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.internal.filter.FilteredRegistration;
import io.github.chimefake.internal.journal.JournalChanges;
import io.github.chimefake.internal.journal.JournalSnapshot;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.journal.RecordedCall;
import io.github.chimefake.journal.RecordedWork;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;

/** The journal: the calls that the fake received, and waiting for them. */
public final class JournalRoutes {
    private static final String PATH = "/v1/journal";
    private static final int DEFAULT_LIMIT = 100;
    private static final int HIGHEST_LIMIT = 1_000;
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(10);

    private static final Schema LIMIT = Schema.integer("How many calls at most; 100 without it.", 1, HIGHEST_LIMIT);
    private static final Schema COUNT = Schema.integer("For how many calls; 1 without it.", 1, 1_000_000);
    private static final Schema TIMEOUT =
            Schema.duration("How long at most, true time; PT5S without it, at most PT10M.");

    private static final ObjectSchema PAGE = Schema.object("Calls of the journal.")
            .required(
                    "calls", Schema.array("The calls, in the order in which their requests arrived.", CallSchemas.CALL))
            .required("more", Schema.bool("Whether there are further calls; pass the index of the last one as after."))
            .required(
                    "evictedCalls",
                    Schema.integer("How many calls were dropped because the journal was full.", 0, Long.MAX_VALUE));

    private static final ObjectSchema FOUND = Schema.object("What a wait has found.")
            .required("satisfied", Schema.bool("Whether as many calls were found as were waited for."))
            .required("calls", Schema.array("The calls that were found, at most 1000.", CallSchemas.CALL))
            .optional("text", CallSchemas.text("If not satisfied: all calls, as a failed test prints them."));

    private static final ObjectSchema WORK = Schema.object("What the service did after it had responded.")
            .required(
                    "work",
                    Schema.array(
                            "Oldest first.",
                            Schema.object("What was done.")
                                    .required(
                                            "description",
                                            CallSchemas.text("What did something, or to what it was done."))
                                    .required("outcome", CallSchemas.text("What happened."))
                                    .required("cause", CallSchemas.text("The cause."))));

    private final ControlledFake fake;
    private final CallJson json;

    private JournalRoutes(ControlledFake fake, SetupIds<FilteredRegistration> faults) {
        this.fake = fake;
        this.json = new CallJson(faults);
    }

    /**
     * Returns the routes.
     *
     * @param faults the ids of faults
     */
    public static List<Route> of(ControlledFake fake, SetupIds<FilteredRegistration> faults) {
        JournalRoutes routes = new JournalRoutes(fake, faults);
        return List.of(
                CallQuery.parameters(Route.get(
                                PATH, "readJournal", "Returns the calls that the fake received since the last reset"))
                        .query("limit", LIMIT, "How many calls at most; 100 without it.")
                        .responds(200, "The calls.", PAGE)
                        .handle(routes::read),
                Route.delete(PATH, "clearJournal", "Removes all calls from the journal")
                        .description("State, rules and faults stay.")
                        .respondsNothing("It is empty.")
                        .handle(routes::clear),
                CallQuery.parameters(Route.get(PATH + "/wait", "awaitCalls", "Waits for calls"))
                        .description(
                                "Responds as soon as the journal has as many such calls, also those from before, or when the"
                                        + " time is over.")
                        .query("count", COUNT, "For how many calls; 1 without it.")
                        .query("timeout", TIMEOUT, "How long at most; PT5S without it.")
                        .responds(200, "The calls, also if there are fewer than were waited for.", FOUND)
                        .handleLater(request ->
                                routes.await(request.query(), CallQuery.ofParameters(request.query(), fake))),
                Route.post(PATH + "/wait", "awaitMatchingCalls", "Waits for calls that a body selects")
                        .description("Like GET, with the words of rules and faults.")
                        .body(CallQuery.SCHEMA.optional("count", COUNT).optional("timeout", TIMEOUT))
                        .responds(200, "The calls, also if there are fewer than were waited for.", FOUND)
                        .handleLater(request -> routes.await(request.body(), CallQuery.ofBody(request.body(), fake))),
                Route.get(PATH + "/text", "printJournal", "Returns the calls as a failed test prints them")
                        .respondsText("At most about 200 lines.")
                        .handle(request -> Reply.text(fake.chime().journal().toString())),
                Route.get(
                                PATH + "/background-work",
                                "readBackgroundWork",
                                "Returns what the service did after it had responded")
                        .responds(200, "What was done since the last reset.", WORK)
                        .handle(routes::work),
                Route.get(PATH + "/{index}", "readCall", "Returns one call")
                        .path("index", "The index of the call.")
                        .responds(200, "The call.", CallSchemas.CALL)
                        .handle(routes::call));
    }

    private Reply read(Request request) {
        CallQuery query = CallQuery.ofParameters(request.query(), fake);
        int limit = request.query().findInteger("limit").orElse(DEFAULT_LIMIT);
        List<RecordedCall> calls = select(query);
        return Reply.ok(new JsonBuilder()
                .items("calls", calls.stream().limit(limit).map(json::write).toList())
                .flag("more", calls.size() > limit)
                .number("evictedCalls", fake.chime().journal().evictedCalls()));
    }

    private List<RecordedCall> select(CallQuery query) {
        return fake.chime().journal().calls().stream().filter(query::selects).toList();
    }

    private Reply call(Request request) {
        String index = request.path("index");
        return fake.chime().journal().calls().stream()
                .filter(call -> String.valueOf(CallJson.index(call)).equals(index))
                .findFirst()
                .map(call -> Reply.ok(json.write(call)))
                .orElseThrow(() -> ProblemException.notFound("The journal has no call with the index " + index
                        + ". GET " + PATH + " lists the calls with their indexes"));
    }

    private CompletionStage<Reply> await(Fields wait, CallQuery query) {
        int count = wait.findInteger("count").orElse(1);
        Duration timeout = wait.findDuration("timeout").orElse(DEFAULT_TIMEOUT);
        if (timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw wait.invalid("timeout", "\"" + timeout + "\" was received; expected at most " + LONGEST_TIMEOUT);
        }
        JournalChanges changes = JournalSnapshot.changesOf(fake.chime().journal());
        AtomicLong seen = new AtomicLong(-1);
        return fake.waiting()
                .until(
                        () -> {
                            // Asked every few milliseconds; a journal that has not changed is not read again.
                            long now = changes.now().changes();
                            return seen.getAndSet(now) == now ? Optional.empty() : satisfied(query, count);
                        },
                        timeout,
                        () -> satisfied(query, count).orElseGet(() -> unsatisfied(query)));
    }

    private Optional<Reply> satisfied(CallQuery query, int count) {
        List<RecordedCall> calls = select(query);
        return calls.size() < count ? Optional.empty() : Optional.of(Reply.ok(found(true, calls)));
    }

    private Reply unsatisfied(CallQuery query) {
        return Reply.ok(
                found(false, select(query)).text("text", fake.chime().journal().toString()));
    }

    private JsonBuilder found(boolean satisfied, List<RecordedCall> calls) {
        return new JsonBuilder()
                .flag("satisfied", satisfied)
                .items(
                        "calls",
                        calls.stream().limit(HIGHEST_LIMIT).map(json::write).toList());
    }

    private Reply clear(Request request) {
        ChimeMessagingServer chime = fake.chime();
        TestIsolation.of(chime).clearJournal();
        return Reply.noContent();
    }

    private Reply work(Request request) {
        return Reply.ok(new JsonBuilder()
                .items(
                        "work",
                        fake.chime().journal().backgroundWork().stream()
                                .map(JournalRoutes::show)
                                .toList()));
    }

    private static JsonObject show(RecordedWork work) {
        return new JsonBuilder()
                .text("description", work.description())
                .text("outcome", work.outcome())
                .text("cause", work.cause())
                .toJson();
    }
}
