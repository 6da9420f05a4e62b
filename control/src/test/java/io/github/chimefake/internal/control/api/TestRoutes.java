package io.github.chimefake.internal.control.api;

import io.github.chimefake.internal.control.Served;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.control.route.RouteTable;
import io.github.chimefake.internal.control.route.Waiting;
import java.util.List;

/** The routes as they are, without a server. */
final class TestRoutes {
    private TestRoutes() {}

    static List<Route> all() {
        return table().routes();
    }

    static RouteTable table() {
        try (Served fake = Served.start()) {
            Waiting waiting = new Waiting(Runnable::run);
            return ControlRoutes.of(new ControlledFake(fake.chime(), waiting), true);
        }
    }
}
