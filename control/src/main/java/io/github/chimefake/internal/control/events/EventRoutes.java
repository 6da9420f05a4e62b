package io.github.chimefake.internal.control.events;

import io.github.chimefake.events.MessagingEvent;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.objects.LogWait;
import io.github.chimefake.internal.control.route.ProblemException;
import io.github.chimefake.internal.control.route.Reply;
import io.github.chimefake.internal.control.route.Request;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.events.EventLogSnapshot;
import io.github.chimefake.internal.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The events that writes emitted to users: {@code chime.events()}. */
public final class EventRoutes {
    private static final String PATH = "/v1/events";

    private final ControlledFake fake;

    private EventRoutes(ControlledFake fake) {
        this.fake = fake;
    }

    /** Returns the routes. */
    public static List<Route> of(ControlledFake fake) {
        EventRoutes routes = new EventRoutes(fake);
        return List.of(
                EventWords.limit(EventWords.parameters(
                                Route.get(PATH, "listEvents", "Returns the events that writes emitted to users"),
                                "number"))
                        .description("Since the last reset, even if no user is connected.")
                        .responds(
                                200,
                                "The events.",
                                EventList.schema("Events.", "In the order of the writes.", EventJson.EVENT, "number"))
                        .handle(routes::list),
                LogWait.parameters(
                                EventWords.parameters(
                                        Route.get(PATH + "/wait", "awaitEvents", "Waits for events that writes emit"),
                                        "number"),
                                EventList.NOUN)
                        .description("Responds as soon as there are as many such events, also those from before, or"
                                + " when the time is over.")
                        .responds(
                                200,
                                "The events, also if there are fewer than were waited for.",
                                LogWait.found(EventList.NOUN, EventJson.EVENT))
                        .handleLater(routes::await),
                Route.get(PATH + "/text", "printEvents", "Returns the events as a failed test prints them")
                        .respondsText("At most the latest 100, one in a line.")
                        .handle(request -> Reply.text(fake.chime().events().toString())),
                Route.get(PATH + "/{number}", "readEvent", "Returns one event with all of its receivers")
                        .path("number", "The number of the event.")
                        .responds(200, "The event.", EventJson.EVENT)
                        .handle(routes::event));
    }

    private Reply list(Request request) {
        EventLogSnapshot log = log();
        List<MessagingEvent> events = select(log, EventWords.read(request.query(), fake));
        int limit = EventWords.limit(request.query());
        return EventList.reply(events, limit, EventRoutes::listed, log.evicted());
    }

    private EventLogSnapshot log() {
        return EventLogSnapshot.of(fake.chime().events());
    }

    private static JsonObject listed(MessagingEvent event) {
        return EventJson.write(event, EventJson.RECEIVERS_IN_LISTS);
    }

    private static List<MessagingEvent> select(EventLogSnapshot log, EventWords words) {
        return log.events().stream()
                .filter(event -> words.selects(event.number(), event.type(), Optional.of(event.channelArn()))
                        && words.user().filter(user -> !event.isFor(user)).isEmpty())
                .toList();
    }

    private CompletionStage<Reply> await(Request request) {
        Fields query = request.query();
        EventWords words = EventWords.read(query, fake);
        return new LogWait<MessagingEvent>(
                        EventList.NOUN,
                        () -> lastNumber(log().events()),
                        () -> select(log(), words),
                        EventRoutes::listed,
                        () -> fake.chime().events().toString())
                .await(fake, query);
    }

    private static long lastNumber(List<MessagingEvent> events) {
        return events.isEmpty() ? 0 : events.get(events.size() - 1).number();
    }

    private Reply event(Request request) {
        String number = request.path("number");
        return log().events().stream()
                .filter(event -> String.valueOf(event.number()).equals(number))
                .findFirst()
                .map(event -> Reply.ok(EventJson.write(event, Integer.MAX_VALUE)))
                .orElseThrow(() -> ProblemException.notFound(
                        "There is no event with the number " + number + ". GET " + PATH + " lists the events"));
    }
}
