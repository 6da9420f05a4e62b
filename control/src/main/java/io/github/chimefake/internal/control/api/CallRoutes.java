package io.github.chimefake.internal.control.api;

import io.github.chimefake.internal.control.calls.SetupIds;
import io.github.chimefake.internal.control.calls.UnusedSetupRoutes;
import io.github.chimefake.internal.control.faults.FaultRoutes;
import io.github.chimefake.internal.control.journal.JournalRoutes;
import io.github.chimefake.internal.control.limits.ConsistencyRoutes;
import io.github.chimefake.internal.control.limits.RateRoutes;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.permissions.LeastPrivilegeRoutes;
import io.github.chimefake.internal.control.permissions.PermissionRoutes;
import io.github.chimefake.internal.control.permissions.PolicyRoutes;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.filter.FilteredRegistration;
import java.util.List;
import java.util.stream.Stream;

/** What happens to calls, and what has happened: rules, policies, faults, limits, stale reads and the journal. */
final class CallRoutes {
    private CallRoutes() {}

    static List<Route> of(ControlledFake fake) {
        SetupIds<FilteredRegistration> faults = FaultRoutes.ids(fake);
        return Stream.of(
                        PermissionRoutes.of(fake),
                        PolicyRoutes.of(fake),
                        LeastPrivilegeRoutes.of(fake),
                        FaultRoutes.of(fake, faults),
                        RateRoutes.of(fake),
                        ConsistencyRoutes.of(fake),
                        UnusedSetupRoutes.of(fake),
                        JournalRoutes.of(fake, faults))
                .flatMap(List::stream)
                .toList();
    }
}
