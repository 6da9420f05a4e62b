package io.github.chimefake.internal.control.api;

import io.github.chimefake.ChimeClock;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.route.Reply;
import io.github.chimefake.internal.control.route.Request;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.JsonBuilder;
import io.github.chimefake.internal.control.schema.Schema;
import java.time.Duration;
import java.util.List;

/** The fake's clock. */
final class ClockRoutes {
    private static final Schema CLOCK = Schema.named(
            "Clock",
            Schema.object("The fake's clock.")
                    .required("instant", Schema.string("What it shows, in ISO 8601."))
                    .required("frozen", Schema.bool("Whether it stands still.")));

    private final ControlledFake fake;

    private ClockRoutes(ControlledFake fake) {
        this.fake = fake;
    }

    static List<Route> of(ControlledFake fake) {
        ClockRoutes routes = new ClockRoutes(fake);
        return List.of(
                Route.get("/v1/clock", "readClock", "Returns what the clock shows")
                        .responds(200, "The clock.", CLOCK)
                        .handle(routes::read),
                Route.post("/v1/clock/advance", "advanceClock", "Advances the clock")
                        .description("A frozen clock stays frozen. Credentials, channels and users may expire.")
                        .body(Schema.object("How far the clock is advanced.")
                                .required("duration", Schema.duration("Positive, for example PT16M.")))
                        .responds(200, "The clock after it was advanced.", CLOCK)
                        .handle(routes::advance),
                Route.post("/v1/clock/freeze", "freezeClock", "Freezes the clock")
                        .body(
                                Schema.object("When the clock is frozen.")
                                        .optional(
                                                "at",
                                                Schema.instant(
                                                        "The instant, which may be in the past; by default, what the clock shows.")))
                        .responds(200, "The frozen clock.", CLOCK)
                        .handle(routes::freeze),
                Route.post("/v1/clock/resume", "resumeClock", "Resumes a frozen clock at what it shows")
                        .responds(200, "The clock, which is not frozen.", CLOCK)
                        .handle(routes::resume));
    }

    private Reply read(Request request) {
        return clock();
    }

    private Reply advance(Request request) {
        Fields body = request.body();
        Duration duration = body.duration("duration");
        if (duration.isZero()) {
            throw body.invalid(
                    "duration",
                    "it is zero; expected a positive duration. To set another time, freeze the clock there");
        }
        fake.chime().clock().advance(duration);
        return clock();
    }

    private Reply freeze(Request request) {
        ChimeClock clock = fake.chime().clock();
        request.body().findInstant("at").ifPresentOrElse(clock::freezeAt, clock::freeze);
        return clock();
    }

    private Reply resume(Request request) {
        fake.chime().clock().resume();
        return clock();
    }

    private Reply clock() {
        ChimeClock clock = fake.chime().clock();
        return Reply.ok(new JsonBuilder().instant("instant", clock.instant()).flag("frozen", clock.isFrozen()));
    }
}
