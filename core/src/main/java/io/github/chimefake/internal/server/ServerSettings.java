package io.github.chimefake.internal.server;

import io.github.chimefake.internal.access.callers.KeySecrets;
import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.gateway.RequestLimits;
import io.github.chimefake.internal.http.ListenAddress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The complete and validated settings of a fake. */
public record ServerSettings(
        ListenAddress address,
        RequestLimits limits,
        KeySecrets secrets,
        String region,
        String account,
        List<AppInstanceArn> appInstances,
        List<String> users,
        Optional<Clock> clock,
        long seed,
        int journalCapacity,
        boolean printsTexts,
        Optional<EndpointPool> pool) {
    /** The default region. */
    public static final String DEFAULT_REGION = "us-east-1";
    /** The default account. */
    public static final String DEFAULT_ACCOUNT = "111122223333";

    public ServerSettings {
        appInstances = List.copyOf(appInstances);
        users = List.copyOf(users);
    }

    /** The region and account of a fake, which its ARNs contain. */
    record Place(String region, String account) {
        @Override
        public String toString() {
            return "region " + region + " and account " + account;
        }
    }

    Place place() {
        return new Place(region, account);
    }

    /** Returns settings for an internal fake, without app instances and with the smallest journal. */
    static ServerSettings placeholder() {
        return new ServerSettings(
                ListenAddress.DEFAULT,
                RequestLimits.NONE,
                KeySecrets.NUMBERED,
                DEFAULT_REGION,
                DEFAULT_ACCOUNT,
                List.of(),
                List.of(),
                Optional.of(Clock.systemUTC()),
                0,
                1,
                true,
                Optional.empty());
    }

    /** Returns the pool to use. A fake with another address than the default uses none, because its server is of no use to other fakes. */
    Optional<EndpointPool> usedPool() {
        return address.equals(ListenAddress.DEFAULT) ? pool : Optional.empty();
    }

    /** Returns the same settings with a free port, because two fakes cannot share a port. */
    ServerSettings withFreePort() {
        return new ServerSettings(
                address.withFreePort(),
                limits,
                secrets,
                region,
                account,
                appInstances,
                users,
                clock,
                seed,
                journalCapacity,
                printsTexts,
                pool);
    }
}
