package io.github.chimefake;

import io.github.chimefake.access.CallerPolicies;
import io.github.chimefake.access.Callers;
import io.github.chimefake.access.PermissionRules;
import io.github.chimefake.access.PolicyEnforcement;
import io.github.chimefake.consistency.StaleReads;
import io.github.chimefake.fault.FaultPlan;
import io.github.chimefake.messaging.Snapshot;
import io.github.chimefake.throttle.RateLimits;
import io.github.chimefake.wiremock.WireMockEndpoint;
import java.util.List;

/** All that a fake held at one moment. Holding on to it costs nothing, and neither does going back to it. */
public final class ServerSnapshot {
    private final Parts parts;

    /**
     * What each room held, and of which fake: its host and port. Kept inside, so that the rooms stay free to change.
     */
    record Parts(
            String authority,
            List<String> appInstances,
            Snapshot service,
            ChimeClock.Setting clock,
            Callers.Snapshot callers,
            PermissionRules.Snapshot rules,
            CallerPolicies.Snapshot policies,
            PolicyEnforcement.Snapshot enforcement,
            FaultPlan.Snapshot faults,
            RateLimits.Snapshot rates,
            StaleReads.Snapshot staleReads,
            WireMockEndpoint.Snapshot stubs) {}

    ServerSnapshot(Parts parts) {
        this.parts = parts;
    }

    Parts parts() {
        return parts;
    }
}
