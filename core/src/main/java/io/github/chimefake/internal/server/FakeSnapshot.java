package io.github.chimefake.internal.server;

import io.github.chimefake.internal.wiremock.WireMockEndpoint;
import io.github.chimefake.snapshots.ServerSnapshot;
import java.util.Set;

/**
 * All that a fake held at one moment.
 *
 * @param place its region and account
 * @param authority its host and port
 * @param components the state of its components
 * @param stubs the stubs of WireMock
 * @param testsOfBaseline the tests whose clients work where this is the baseline
 */
record FakeSnapshot(
        ServerSettings.Place place,
        String authority,
        FakeComponents.Snapshot components,
        WireMockEndpoint.Snapshot stubs,
        Set<Long> testsOfBaseline)
        implements ServerSnapshot {
    /**
     * Returns the snapshot that a user handed in.
     *
     * @throws IllegalArgumentException if it is none of ours
     */
    static FakeSnapshot of(ServerSnapshot given) {
        if (given instanceof FakeSnapshot snapshot) {
            return snapshot;
        }
        throw new IllegalArgumentException(
                "The snapshot " + given + " was not taken of a fake. Take snapshots with chime.snapshots().take()");
    }

    @Override
    public String toString() {
        return "snapshot of the fake at " + authority;
    }
}
