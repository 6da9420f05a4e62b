package io.github.chimefake;

import io.github.chimefake.wiremock.WireMockEndpoint;
import java.util.Set;

/** All that a fake held at one moment. Holding on to it costs nothing, and neither does going back to it. */
public final class ServerSnapshot {
    private final Parts parts;

    /** What was held, and by which fake: its region and account, its host and port; and the tests whose
     * clients serve where it is the baseline. Kept inside, so that the rooms stay free to change. */
    record Parts(
            ServerSettings.Place place,
            String authority,
            Rooms.Contents rooms,
            WireMockEndpoint.Snapshot stubs,
            Set<Long> testsOfBaseline) {}

    ServerSnapshot(Parts parts) {
        this.parts = parts;
    }

    Parts parts() {
        return parts;
    }
}
