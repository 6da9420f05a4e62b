package io.github.chimefake.internal.control.api;

import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.route.Reply;
import io.github.chimefake.internal.control.route.Request;
import io.github.chimefake.internal.control.route.Route;
import java.util.List;

/** The way back to the baseline, and the baseline itself. */
final class ResetRoutes {
    private final ControlledFake fake;

    private ResetRoutes(ControlledFake fake) {
        this.fake = fake;
    }

    static List<Route> of(ControlledFake fake) {
        ResetRoutes routes = new ResetRoutes(fake);
        return List.of(
                Route.post("/v1/reset", "reset", "Restores the baseline")
                        .description(
                                "Restores users, channels, messages, rules, faults, callers and the clock of the baseline,"
                                        + " sets all counters to zero and clears the journal. Objects that were added since are gone;"
                                        + " those of the baseline keep their ids. Waits for requests under way; further attempts of"
                                        + " calls that began before fail with status 410.")
                        .conflicts(
                                "The fake was offline, and another program has taken its port; all else was restored.")
                        .respondsNothing("It was reset.")
                        .handle(routes::reset),
                Route.put("/v1/baseline", "markBaseline", "Makes the current contents the baseline")
                        .description("The journal is not a part of it.")
                        .respondsNothing("The next reset returns to the present contents.")
                        .handle(routes::markBaseline));
    }

    private Reply reset(Request request) {
        fake.reset();
        return Reply.noContent();
    }

    private Reply markBaseline(Request request) {
        fake.markBaseline();
        return Reply.noContent();
    }
}
