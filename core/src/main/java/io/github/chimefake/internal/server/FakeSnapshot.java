package io.github.chimefake.internal.server;

import io.github.chimefake.internal.wiremock.WireMockEndpoint;
import io.github.chimefake.snapshots.ServerSnapshot;
import java.util.Set;

/**
 * The state of a fake at one point in time.
 *
 * @param place the region and account
 * @param authority the host and port
 * @param components the state of its components
 * @param stubs the WireMock stubs
 * @param testsOfBaseline the tests whose clients are accepted while this is the baseline
 */
record FakeSnapshot(
        ServerSettings.Place place,
        String authority,
        FakeComponents.Snapshot components,
        WireMockEndpoint.Snapshot stubs,
        Set<Long> testsOfBaseline)
        implements ServerSnapshot {
    /**
     * Returns the implementation of a snapshot passed by the user.
     *
     * @throws IllegalArgumentException if the snapshot was not taken of a fake
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
