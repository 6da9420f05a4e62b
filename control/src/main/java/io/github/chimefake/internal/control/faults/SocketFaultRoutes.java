package io.github.chimefake.internal.control.faults;

import io.github.chimefake.Registration;
import io.github.chimefake.internal.control.calls.RegistrationRoutes;
import io.github.chimefake.internal.control.calls.RegistrationRoutes.Noun;
import io.github.chimefake.internal.control.calls.SetupIds;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.route.ProblemException;
import io.github.chimefake.internal.control.route.Reply;
import io.github.chimefake.internal.control.route.Request;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.control.schema.JsonBuilder;
import io.github.chimefake.internal.control.schema.ObjectSchema;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.internal.filter.FilteredRegistration;
import io.github.chimefake.internal.server.FakeServer;
import io.github.chimefake.internal.socketfaults.SocketFaults;
import io.github.chimefake.sessions.HeldEvents;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Faults on messaging sessions: {@code chime.faults().onConnect()} and {@code onEvents()}. */
public final class SocketFaultRoutes {
    private static final String EVENT_FAULTS = "event-faults";

    private final ControlledFake fake;

    private SocketFaultRoutes(ControlledFake fake) {
        this.fake = fake;
    }

    /** Returns the routes. */
    public static List<Route> of(ControlledFake fake) {
        SocketFaultRoutes routes = new SocketFaultRoutes(fake);
        return Stream.of(routes.onConnects(), routes.onEvents())
                .flatMap(List::stream)
                .toList();
    }

    private SocketFaults faults() {
        return FakeServer.of(fake.chime()).messagingSessions().faults();
    }

    private List<Route> onConnects() {
        return new RegistrationRoutes(
                        new Noun(
                                "connect-faults",
                                "faults",
                                "connect fault",
                                "ConnectFaults",
                                "Removes all faults on connects",
                                "connects"),
                        ConnectFaultSentence.SCHEMA,
                        new SetupIds<>(
                                "connect-fault", () -> faults().connects().registrations()),
                        ConnectFaultSentence::register,
                        () -> faults().connects().clear(),
                        fake)
                .routes();
    }

    private List<Route> onEvents() {
        RegistrationRoutes routes = new RegistrationRoutes(
                new Noun(
                        EVENT_FAULTS, "faults", "event fault", "EventFaults", "Removes all faults on events", "events"),
                EventFaultSentence.SCHEMA,
                new SetupIds<>("event-fault", () -> faults().events().registrations()),
                EventFaultSentence::register,
                () -> faults().events().clear(),
                fake,
                new Held());
        Route release = Route.post(
                        "/v1/" + EVENT_FAULTS + "/{id}/release", "releaseEvents", "Sends the events that a fault holds")
                .description("In the order in which they were held; the fault goes on to hold later ones.")
                .path("id", "The id of the event fault.")
                .conflicts("The fault does not hold events.")
                .responds(
                        200,
                        "They were sent.",
                        Schema.object("What was sent.")
                                .required(
                                        "released",
                                        Schema.integer(
                                                "How many events were sent; those of closed sessions are dropped.",
                                                0,
                                                Integer.MAX_VALUE)))
                .handle(request -> release(routes, request));
        return Stream.concat(routes.routes().stream(), Stream.of(release)).toList();
    }

    private void close(FilteredRegistration fault) {
        heldBy(fault).ifPresentOrElse(HeldEvents::close, fault::close);
    }

    private Optional<HeldEvents> heldBy(Registration fault) {
        return faults().events().heldBy(fault);
    }

    private Reply release(RegistrationRoutes routes, Request request) {
        FilteredRegistration fault = routes.require(request);
        int released = heldBy(fault)
                .map(HeldEvents::release)
                .orElseThrow(() -> ProblemException.conflict("The fault \"" + request.path("id") + "\" is " + fault
                        + "; expected one with the effect {\"type\": \"hold\"}"));
        return Reply.ok(new JsonBuilder().number("released", released));
    }

    /** Faults that hold events show how many, and send them when they are removed. */
    private final class Held implements RegistrationRoutes.Details {
        @Override
        public ObjectSchema describe(ObjectSchema shown) {
            return shown.optional(
                    "held",
                    Schema.integer("How many events it holds back; only of the effect hold.", 0, Integer.MAX_VALUE));
        }

        @Override
        public void show(FilteredRegistration fault, JsonBuilder json) {
            heldBy(fault).ifPresent(held -> json.number("held", held.count()));
        }

        @Override
        public void close(FilteredRegistration fault) {
            SocketFaultRoutes.this.close(fault);
        }
    }
}
