package io.github.chimefake.internal.control.events;

import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.objects.LogWait;
import io.github.chimefake.internal.control.route.Reply;
import io.github.chimefake.internal.control.route.Request;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.sessions.DeliverySnapshot;
import io.github.chimefake.sessions.DeliveredEvent;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/** What open sessions were sent: {@code chime.sessions().delivered()}. */
public final class DeliveryRoutes {
    private static final String PATH = "/v1/sessions/delivered";
    private static final int MOST_LINES = 100;

    private final ControlledFake fake;

    /** An event and its place since the last reset. */
    private record Delivery(long index, DeliveredEvent event) {}

    private DeliveryRoutes(ControlledFake fake) {
        this.fake = fake;
    }

    /** Returns the routes. */
    public static List<Route> of(ControlledFake fake) {
        DeliveryRoutes routes = new DeliveryRoutes(fake);
        return List.of(
                EventWords.limit(EventWords.parameters(
                                Route.get(PATH, "listDeliveredEvents", "Returns what open sessions were sent"),
                                "index"))
                        .description(
                                "Since the last reset. Includes the events of calls that were responded to before.")
                        .responds(
                                200,
                                "The events.",
                                EventList.schema(
                                        "Events that sessions were sent.",
                                        "In the order of sending.",
                                        EventJson.DELIVERED,
                                        "index"))
                        .handle(routes::list),
                LogWait.parameters(
                                EventWords.parameters(
                                        Route.get(
                                                PATH + "/wait",
                                                "awaitDeliveredEvents",
                                                "Waits for events that open sessions are sent"),
                                        "index"),
                                EventList.NOUN)
                        .description("Responds as soon as there are as many such events, also those from before, or"
                                + " when the time is over.")
                        .responds(
                                200,
                                "The events, also if there are fewer than were waited for.",
                                LogWait.found(EventList.NOUN, EventJson.DELIVERED))
                        .handleLater(routes::await));
    }

    private Reply list(Request request) {
        DeliverySnapshot log = DeliverySnapshot.of(fake.chime().sessions());
        List<Delivery> events = select(log, EventWords.read(request.query(), fake));
        int limit = EventWords.limit(request.query());
        return EventList.reply(events, limit, each -> EventJson.write(each.index(), each.event()), log.evicted());
    }

    private static List<Delivery> select(DeliverySnapshot log, EventWords words) {
        return IntStream.range(0, log.events().size())
                .mapToObj(place ->
                        new Delivery(log.evicted() + place + 1, log.events().get(place)))
                .filter(each -> words.selects(
                                each.index(), each.event().type(), each.event().channelArn())
                        && (words.user().isEmpty()
                                || words.user()
                                        .get()
                                        .arn()
                                        .equals(each.event().user().arn())))
                .toList();
    }

    private CompletionStage<Reply> await(Request request) {
        Fields query = request.query();
        EventWords words = EventWords.read(query, fake);
        return new LogWait<Delivery>(
                        EventList.NOUN,
                        () -> count(soFar()),
                        () -> select(soFar(), words),
                        each -> EventJson.write(each.index(), each.event()),
                        this::print)
                .await(fake, query);
    }

    /** Does not wait for what is to be handed over, as a wait holds no thread. */
    private DeliverySnapshot soFar() {
        return DeliverySnapshot.soFar(fake.chime().sessions());
    }

    private static long count(DeliverySnapshot log) {
        return log.evicted() + log.events().size();
    }

    private String print() {
        List<DeliveredEvent> events = soFar().events();
        if (events.isEmpty()) {
            return "no session was sent anything; open sessions: "
                    + fake.chime().sessions().open();
        }
        return String.join(
                "\n",
                events.stream()
                        .skip(Math.max(0, events.size() - MOST_LINES))
                        .map(Object::toString)
                        .toList());
    }
}
