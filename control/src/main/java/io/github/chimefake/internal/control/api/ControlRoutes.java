package io.github.chimefake.internal.control.api;

import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.route.RouteTable;
import java.util.List;
import java.util.stream.Stream;

/** The routes of the control API. */
public final class ControlRoutes {
    private ControlRoutes() {}

    /** Returns all routes, in the order of the documentation. */
    public static RouteTable of(ControlledFake fake) {
        return OpenApiRoutes.with(
                Stream.of(HealthRoutes.of(fake), ResetRoutes.of(fake), ClockRoutes.of(fake), CallRoutes.of(fake))
                        .flatMap(List::stream)
                        .toList());
    }
}
