package io.github.chimefake.internal.control.limits;

import io.github.chimefake.internal.control.calls.RegistrationRoutes;
import io.github.chimefake.internal.control.calls.RegistrationRoutes.Noun;
import io.github.chimefake.internal.control.calls.SetupIds;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.filter.RegistrationList;
import java.util.List;

/** Stale reads: {@code chime.consistency()}. */
public final class ConsistencyRoutes {
    private ConsistencyRoutes() {}

    /** Returns the routes. */
    public static List<Route> of(ControlledFake fake) {
        return new RegistrationRoutes(
                        new Noun("consistency", "stale read", "StaleReads", "Lets all reads see all writes"),
                        StaleReadSentence.SCHEMA,
                        new SetupIds<>(
                                "stale", () -> ((RegistrationList) fake.chime().consistency()).registrations()),
                        StaleReadSentence::register,
                        () -> fake.chime().consistency().clear(),
                        fake)
                .routes();
    }
}
