package io.github.chimefake.internal.control.limits;

import io.github.chimefake.internal.control.calls.RegistrationRoutes;
import io.github.chimefake.internal.control.calls.RegistrationRoutes.Noun;
import io.github.chimefake.internal.control.calls.SetupIds;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.filter.RegistrationList;
import java.util.List;

/** Rate limits: {@code chime.rates()}. */
public final class RateRoutes {
    private RateRoutes() {}

    /** Returns the routes. */
    public static List<Route> of(ControlledFake fake) {
        return new RegistrationRoutes(
                        new Noun("rates", "rate limit", "RateLimits", "Removes all rate limits"),
                        RateSentence.SCHEMA,
                        new SetupIds<>(
                                "limit", () -> ((RegistrationList) fake.chime().rates()).registrations()),
                        RateSentence::register,
                        () -> fake.chime().rates().clear(),
                        fake)
                .routes();
    }
}
