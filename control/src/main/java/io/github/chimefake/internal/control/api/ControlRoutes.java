package io.github.chimefake.internal.control.api;

import io.github.chimefake.internal.control.actors.ActorRoutes;
import io.github.chimefake.internal.control.events.EventRoutes;
import io.github.chimefake.internal.control.faults.SocketFaultRoutes;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.objects.ControlledFake.Captured;
import io.github.chimefake.internal.control.objects.Registry;
import io.github.chimefake.internal.control.route.RouteTable;
import io.github.chimefake.internal.control.sessions.SessionRoutes;
import io.github.chimefake.internal.control.sessions.ShownSessions;
import io.github.chimefake.internal.control.streams.StreamRoutes;
import java.util.List;
import java.util.stream.Stream;

/** The routes of the control API. */
public final class ControlRoutes {
    private ControlRoutes() {}

    /**
     * Returns all routes, in the order of the documentation.
     *
     * @param hasToken whether requests need a token
     */
    public static RouteTable of(ControlledFake fake, boolean hasToken) {
        Registry<Captured> snapshots = new Registry<>("snapshot");
        ShownSessions sessions = new ShownSessions(fake);
        return OpenApiRoutes.with(Stream.of(
                        HealthRoutes.of(fake),
                        ResetRoutes.of(fake),
                        SnapshotRoutes.of(fake, snapshots),
                        StateRoutes.of(fake, snapshots),
                        FixtureRoutes.of(fake),
                        AppInstanceRoutes.of(fake),
                        UserRoutes.of(fake, UserRoutes.Kind.USER),
                        UserRoutes.of(fake, UserRoutes.Kind.BOT),
                        ChannelRoutes.of(fake),
                        MembershipRoutes.of(fake, MembershipRoutes.Kind.MEMBER),
                        MembershipRoutes.of(fake, MembershipRoutes.Kind.MODERATOR),
                        MessageRoutes.of(fake),
                        CallerRoutes.of(fake),
                        WebIdentityRoutes.of(fake),
                        ClockRoutes.of(fake),
                        ConnectionRoutes.of(fake),
                        QuotaRoutes.of(fake),
                        DirectoryRoutes.of(fake),
                        RoleRoutes.of(fake),
                        FlowRoutes.of(fake),
                        CallRoutes.of(fake),
                        EventRoutes.of(fake),
                        SessionRoutes.of(fake, sessions),
                        SocketFaultRoutes.of(fake),
                        ActorRoutes.of(fake, sessions),
                        StreamRoutes.of(fake, hasToken))
                .flatMap(List::stream)
                .toList());
    }
}
