package io.github.chimefake;

import io.github.chimefake.access.Callers;
import io.github.chimefake.access.PermissionRules;
import io.github.chimefake.fault.FaultPlan;
import io.github.chimefake.messaging.Snapshot;
import io.github.chimefake.wiremock.WireMockEndpoint;

/** All that a fake held at one moment. Holding on to it costs nothing, and neither does going back to it. */
public final class ServerSnapshot {
    private final Snapshot service;
    private final Callers.Snapshot callers;
    private final PermissionRules.Snapshot rules;
    private final FaultPlan.Snapshot faults;
    private final WireMockEndpoint.Snapshot stubs;

    ServerSnapshot(
            Snapshot service,
            Callers.Snapshot callers,
            PermissionRules.Snapshot rules,
            FaultPlan.Snapshot faults,
            WireMockEndpoint.Snapshot stubs) {
        this.service = service;
        this.callers = callers;
        this.rules = rules;
        this.faults = faults;
        this.stubs = stubs;
    }

    Snapshot service() {
        return service;
    }

    Callers.Snapshot callers() {
        return callers;
    }

    PermissionRules.Snapshot rules() {
        return rules;
    }

    FaultPlan.Snapshot faults() {
        return faults;
    }

    WireMockEndpoint.Snapshot stubs() {
        return stubs;
    }
}
