package io.github.chimefake;

import io.github.chimefake.call.Arn;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What a fake is started with, complete and checked. */
record ServerSettings(
        int port,
        String region,
        String account,
        List<Arn> appInstances,
        List<String> users,
        Optional<Clock> clock,
        long seed,
        int journalCapacity) {
    ServerSettings {
        appInstances = List.copyOf(appInstances);
        users = List.copyOf(users);
    }

    /** The same, but for the port, which two fakes cannot share. */
    ServerSettings withFreePort() {
        return new ServerSettings(0, region, account, appInstances, users, clock, seed, journalCapacity);
    }
}
