package io.github.chimefake;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.internal.access.callers.KeySecrets;
import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.gateway.RequestLimits;
import io.github.chimefake.internal.http.HostNames;
import io.github.chimefake.internal.http.ListenAddress;
import io.github.chimefake.internal.server.AppInstanceArns;
import io.github.chimefake.internal.server.EndpointPool;
import io.github.chimefake.internal.server.FakeServer;
import io.github.chimefake.internal.server.ServerSettings;
import io.github.chimefake.internal.server.SettingsConflicts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A builder for a fake with non-default settings.
 *
 * <pre>{@code
 * ChimeMessagingServer chime = ChimeMessagingServer.builder()
 *         .appInstance("arn:aws:chime:eu-central-1:111122223333:app-instance/chat")
 *         .users("alice", "bob")
 *         .start();
 * }</pre>
 *
 * <p>Mutable and not thread-safe; may start several fakes.
 *
 * @since 0.1
 */
@CheckReturnValue
public final class ChimeMessagingServerBuilder {
    private static final int HIGHEST_PORT = 65_535;

    private ListenAddress address = ListenAddress.DEFAULT;
    private Optional<Set<String>> allowedHosts = Optional.empty();
    private OptionalLong maxBodyBytes = OptionalLong.empty();
    private KeySecrets secrets = KeySecrets.NUMBERED;
    private Optional<String> region = Optional.empty();
    private Optional<String> account = Optional.empty();
    private final List<AppInstanceArn> appInstances = new ArrayList<>();
    private boolean withoutAppInstance;
    private final List<String> users = new ArrayList<>();
    private Optional<Clock> clock = Optional.empty();
    private long seed;
    private int journalCapacity = 10_000;
    private boolean printsTexts = true;
    private Optional<EndpointPool> pool = Optional.empty();

    ChimeMessagingServerBuilder() {}

    /**
     * Sets the port; by default, or with 0, a free one.
     *
     * @param number 0 to 65535
     * @throws IllegalArgumentException if the number is out of range
     */
    @CanIgnoreReturnValue
    public ChimeMessagingServerBuilder port(int number) {
        if (number < 0 || number > HIGHEST_PORT) {
            throw new IllegalArgumentException(
                    "port(" + number + "): expected 1 to " + HIGHEST_PORT + ", or 0 for a free one");
        }
        address = new ListenAddress(address.bind(), number);
        return this;
    }

    /**
     * Sets the address at which the fake listens; by default {@code 127.0.0.1}, which only programs on this machine reach. With
     * {@code 0.0.0.0} it listens at all addresses of this machine, and {@link ChimeMessagingServer#endpoint()} is on loopback.
     *
     * <p>Any program that reaches the fake can use it: access keys that the fake does not know are accepted, unless
     * {@code chime.credentials().knownKeysOnly(true)} is set. {@link #allowedHosts} keeps pages of other names away.
     *
     * @param ipAddress of this machine, or {@code localhost}
     * @throws IllegalArgumentException if it is not an IP address
     */
    @Experimental
    @CanIgnoreReturnValue
    public ChimeMessagingServerBuilder bind(String ipAddress) {
        address = new ListenAddress(
                ListenAddress.parse(ipAddress)
                        .orElseThrow(
                                () -> new IllegalArgumentException(
                                        "bind(\"" + ipAddress
                                                + "\"): expected an IP address of this machine, for example 0.0.0.0 for all, or localhost")),
                address.port());
        return this;
    }

    /**
     * Sets the hosts under which clients may call the fake: a request whose {@code Host} is neither {@code localhost} or another
     * name or address of loopback, nor the address of {@link #bind}, nor one of these, gets a {@code BadRequestException} 400 and
     * nothing else happens. By default every host is accepted. A page of another origin whose name was made to resolve to this machine
     * sends that name.
     *
     * @param names host names or IP addresses, with or without a port, which does not matter; may be empty. Each call adds to them
     * @throws IllegalArgumentException if one is not a host
     */
    @Experimental
    @CanIgnoreReturnValue
    public ChimeMessagingServerBuilder allowedHosts(String... names) {
        Set<String> hosts = new HashSet<>(allowedHosts.orElse(Set.of()));
        for (String name : names) {
            hosts.add(HostNames.parse(name)
                    .orElseThrow(() -> new IllegalArgumentException("allowedHosts(\"" + name
                            + "\"): expected a host, for example chime.test or chime.test:8111"))
                    .host());
        }
        allowedHosts = Optional.of(hosts);
        return this;
    }

    /**
     * Sets the size of the largest request body: a longer one gets a {@code BadRequestException} 400 and is not read. So does a body without
     * {@code Content-Length}, or with a {@code Content-Encoding}, whose size is not known in advance. By default there is no limit.
     *
     * @param bytes at least 1
     * @throws IllegalArgumentException if it is less than 1
     */
    @Experimental
    @CanIgnoreReturnValue
    public ChimeMessagingServerBuilder maxBodyBytes(int bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("maxBodyBytes(" + bytes + "): expected at least 1");
        }
        maxBodyBytes = OptionalLong.of(bytes);
        return this;
    }

    /**
     * Sets whether secret access keys and session tokens of callers are random; by default they are the same in every run, so that anybody
     * knows them. Use this together with {@code chime.credentials().knownKeysOnly(true)} if other machines reach the fake.
     */
    @Experimental
    @CanIgnoreReturnValue
    public ChimeMessagingServerBuilder randomSecrets(boolean enabled) {
        secrets = enabled ? KeySecrets.RANDOM : KeySecrets.NUMBERED;
        return this;
    }

    /**
     * Sets the region that clients must sign for; by default that of the first app instance, else {@code us-east-1}. If app
     * instances are given as well, they must be in this region.
     *
     * @throws IllegalArgumentException if it is not the name of a region
     */
    @CanIgnoreReturnValue
    public ChimeMessagingServerBuilder region(String name) {
        if (!name.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException(
                    "region(\"" + name + "\"): expected the name of a region, for example us-east-1");
        }
        region = Optional.of(name);
        return this;
    }

    /**
     * Sets the AWS account of callers and generated ARNs; by default that of the first app instance. If app instances are given as
     * well, the first must belong to this account.
     *
     * @param id 12 digits
     * @throws IllegalArgumentException if it is not an account id
     */
    @CanIgnoreReturnValue
    public ChimeMessagingServerBuilder account(String id) {
        if (!id.matches("\\d{12}")) {
            throw new IllegalArgumentException("account(\"" + id + "\"): expected 12 digits");
        }
        account = Optional.of(id);
        return this;
    }

    /**
     * Adds an app instance with this ARN. The first one is the default app instance, which {@link ChimeMessagingServer#appInstance()}
     * returns. All are in one region. By default there is one with a generated ARN.
     *
     * @throws IllegalArgumentException if it is not the ARN of an app instance, or its region is not one of its partition
     */
    @CanIgnoreReturnValue
    public ChimeMessagingServerBuilder appInstance(String arn) {
        appInstances.add(AppInstanceArns.parse(arn));
        return this;
    }

    /**
     * Starts the fake without an app instance: the code under test creates its own with {@code CreateAppInstance}.
     * {@link ChimeMessagingServer#user} and {@link ChimeMessagingServer#channel} then fail, as there is no default app instance;
     * {@link ChimeMessagingServer#appInstance(String)} returns the one that was created.
     */
    @CanIgnoreReturnValue
    public ChimeMessagingServerBuilder withoutAppInstance() {
        withoutAppInstance = true;
        return this;
    }

    /**
     * Adds users to be registered in the default app instance, with exactly these ids.
     *
     * @param ids 1 to 64 letters, digits and {@code : - _ . @} each, the first and last a letter or digit
     */
    @CanIgnoreReturnValue
    public ChimeMessagingServerBuilder users(String... ids) {
        users.addAll(List.of(ids));
        return this;
    }

    /**
     * Sets the clock of timestamps and expiry. By default it is the system time, strictly increasing. Signatures and the {@code Date}
     * header always follow the system time.
     */
    @CanIgnoreReturnValue
    public ChimeMessagingServerBuilder clock(Clock time) {
        clock = Optional.of(time);
        return this;
    }

    /** Sets the seed of generated ids: the same seed and the same calls give the same ids. By default 0. */
    @CanIgnoreReturnValue
    public ChimeMessagingServerBuilder seed(long number) {
        seed = number;
        return this;
    }

    /**
     * Sets how many calls the journal holds at most, and how many events the log of events; by default 10,000.
     *
     * @param calls at least 1
     * @throws IllegalArgumentException if it is less than 1
     */
    @CanIgnoreReturnValue
    public ChimeMessagingServerBuilder journalCapacity(int calls) {
        if (calls < 1) {
            throw new IllegalArgumentException("journalCapacity(" + calls + "): expected at least 1");
        }
        journalCapacity = calls;
        return this;
    }

    /**
     * Sets whether printouts of the journal, as under a failed test, contain texts; by default {@code true}. With {@code false} they
     * leave out the contents of messages, the names of channels, users and other resources, every value that breaks a constraint, and
     * the query of a request for no operation.
     * Ids and ARNs are always printed; tokens and metadata never are, nor more of a content or name than its beginning. The journal
     * itself holds whole requests either way.
     *
     * <pre>{@code
     * ChimeMessagingServer chime = ChimeMessagingServer.builder().printTexts(false).start();
     * }</pre>
     */
    @CanIgnoreReturnValue
    public ChimeMessagingServerBuilder printTexts(boolean enabled) {
        printsTexts = enabled;
        return this;
    }

    /**
     * Takes the server of an earlier fake from this pool if there is one, which makes the start fast, and returns it when the fake is
     * closed. A fake with a fixed {@link #port} or with {@link #bind} does not use the pool.
     *
     * @throws IllegalArgumentException if the pool was not created with {@link ServerPool#create}
     */
    @CanIgnoreReturnValue
    public ChimeMessagingServerBuilder serverPool(ServerPool servers) {
        pool = Optional.of(EndpointPool.of(servers));
        return this;
    }

    /**
     * Starts the fake.
     *
     * @throws IllegalArgumentException if an app instance or a user is given twice, or the id of a user is not valid
     * @throws IllegalStateException if settings contradict each other, for example a region and an app instance in another
     *     one, or if the pool is closed
     * @throws java.io.UncheckedIOException if the port is in use, or this machine does not have the address
     */
    public ChimeMessagingServer start() {
        SettingsConflicts.reject(region, account, appInstances, withoutAppInstance, users);
        Optional<AppInstanceArn> first = appInstances.stream().findFirst();
        String effectiveRegion = region.or(() -> first.map(arn -> arn.parts().region()))
                .filter(name -> !name.isEmpty())
                .orElse(ServerSettings.DEFAULT_REGION);
        String effectiveAccount = account.or(() -> first.map(arn -> arn.parts().account()))
                .filter(id -> !id.isEmpty())
                .orElse(ServerSettings.DEFAULT_ACCOUNT);
        List<AppInstanceArn> effectiveAppInstances = first.isPresent() || withoutAppInstance
                ? appInstances
                : Stream.of(AppInstanceArns.generated(effectiveRegion, effectiveAccount, seed))
                        .toList();
        return FakeServer.start(new ServerSettings(
                address,
                new RequestLimits(allowedHosts.map(this::withBoundAddress), maxBodyBytes),
                secrets,
                effectiveRegion,
                effectiveAccount,
                effectiveAppInstances,
                users,
                clock,
                seed,
                journalCapacity,
                printsTexts,
                pool));
    }

    private Set<String> withBoundAddress(Set<String> hosts) {
        Set<String> all = new HashSet<>(hosts);
        if (!address.bind().isAnyLocalAddress()) { // A wildcard address is no destination.
            all.add(HostNames.of(address.bind()));
        }
        return all;
    }
}
