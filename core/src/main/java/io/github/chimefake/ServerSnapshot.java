package io.github.chimefake;

import io.github.chimefake.wiremock.WireMockEndpoint;

/** All that a fake held at one moment. Holding on to it costs nothing, and neither does going back to it. */
public final class ServerSnapshot {
    private final Parts parts;

    /** What was held, and by which fake: its region and account, its host and port. Kept inside, so that the rooms stay free to change. */
    record Parts(ServerSettings.Place place, String authority, Rooms.Contents rooms, WireMockEndpoint.Snapshot stubs) {}

    ServerSnapshot(Parts parts) {
        this.parts = parts;
    }

    Parts parts() {
        return parts;
    }
}
