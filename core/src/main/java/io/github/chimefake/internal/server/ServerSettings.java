package io.github.chimefake.internal.server;

import io.github.chimefake.internal.arn.AppInstanceArn;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What a fake is started with, complete and checked. */
public record ServerSettings(
        int port,
        String region,
        String account,
        List<AppInstanceArn> appInstances,
        List<String> users,
        Optional<Clock> clock,
        long seed,
        int journalCapacity,
        Optional<EndpointPool> pool) {
    /** The default. */
    public static final String DEFAULT_REGION = "us-east-1";
    /** The default. */
    public static final String DEFAULT_ACCOUNT = "111122223333";

    public ServerSettings {
        appInstances = List.copyOf(appInstances);
        users = List.copyOf(users);
    }

    /** Where a fake is, as its ARNs have it. */
    record Place(String region, String account) {
        @Override
        public String toString() {
            return "region " + region + " and account " + account;
        }
    }

    Place place() {
        return new Place(region, account);
    }

    /** Those of a fake that nobody will see, without app instances, and with a journal as small as can be. */
    static ServerSettings ofNobody() {
        return new ServerSettings(
                0,
                DEFAULT_REGION,
                DEFAULT_ACCOUNT,
                List.of(),
                List.of(),
                Optional.of(Clock.systemUTC()),
                0,
                1,
                Optional.empty());
    }

    /** The pool to be used: no other fake can do with the server of one that asks for a certain port. */
    Optional<EndpointPool> usedPool() {
        return port == 0 ? pool : Optional.empty();
    }

    /** The same, but for the port, which two fakes cannot share. */
    ServerSettings withFreePort() {
        return new ServerSettings(0, region, account, appInstances, users, clock, seed, journalCapacity, pool);
    }
}
