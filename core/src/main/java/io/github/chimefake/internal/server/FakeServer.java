package io.github.chimefake.internal.server;

import io.github.chimefake.ChannelBuilder;
import io.github.chimefake.ChimeAppInstance;
import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeClients;
import io.github.chimefake.ChimeClock;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Directory;
import io.github.chimefake.Roles;
import io.github.chimefake.TestIsolation;
import io.github.chimefake.consistency.Consistency;
import io.github.chimefake.credentials.Credentials;
import io.github.chimefake.faults.Faults;
import io.github.chimefake.flows.Flows;
import io.github.chimefake.internal.access.DefaultCredentials;
import io.github.chimefake.internal.access.DefaultPermissions;
import io.github.chimefake.internal.call.Arn;
import io.github.chimefake.internal.call.Caller;
import io.github.chimefake.internal.clients.ClientCache;
import io.github.chimefake.internal.clients.DefaultClients;
import io.github.chimefake.internal.clients.ReadyClients;
import io.github.chimefake.internal.consistency.DefaultConsistency;
import io.github.chimefake.internal.faults.DefaultFaults;
import io.github.chimefake.internal.gateway.Gateway;
import io.github.chimefake.internal.rates.DefaultRates;
import io.github.chimefake.internal.sdk.AwsSdk;
import io.github.chimefake.journal.Journal;
import io.github.chimefake.leastprivilege.LeastPrivilege;
import io.github.chimefake.permissions.Permissions;
import io.github.chimefake.quotas.Quotas;
import io.github.chimefake.rates.Rates;
import io.github.chimefake.sessions.Sessions;
import io.github.chimefake.snapshots.Snapshots;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingAsyncClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** A fake: what it holds, and the endpoint in front. */
public final class FakeServer implements ChimeMessagingServer {
    private final ServerSettings settings;
    private final Rooms rooms;
    private final Endpoint endpoint;
    private final Caller defaultCaller;
    private final Optional<ChimeAppInstance> defaultAppInstance;
    private final ClientCache clients;
    private volatile FakeSnapshot baseline;

    private FakeServer(ServerSettings settings) {
        StartingEndpoint starting = new StartingEndpoint(settings.port(), settings.usedPool());
        this.settings = settings;
        this.rooms = new Rooms(settings);
        this.defaultCaller = rooms.callers.register("user/test");
        this.defaultAppInstance = settings.appInstances().stream().findFirst().map(rooms::appInstance);
        settings.users().forEach(this::user);
        this.endpoint = starting.start(rooms.gateway);
        try {
            this.clients = new ClientCache(
                    new ReadyClients(endpoint(), settings.region(), endpoint.httpClients), rooms.generations);
            sessions().endpoint(endpoint().getAuthority());
            this.baseline = snapshot();
        } catch (RuntimeException | Error failure) {
            endpoint.stop(); // Nobody could stop it later.
            throw failure;
        }
    }

    /**
     * Starts a fake with these settings.
     *
     * @throws IllegalStateException if the pool is closed
     */
    public static FakeServer start(ServerSettings settings) {
        settings.usedPool().ifPresent(EndpointPool::requireOpen);
        FakeServer chime = explained(() -> new FakeServer(settings));
        settings.usedPool().ifPresent(pool -> pool.started(chime));
        return chime;
    }

    private static FakeServer explained(Supplier<FakeServer> start) {
        try {
            return start.get();
        } catch (LinkageError unfit) {
            throw AwsSdk.explain(unfit);
        } catch (CompletionException failure) { // Of what was loaded in the background.
            throw failure.getCause() instanceof LinkageError unfit ? AwsSdk.explain(unfit) : failure;
        }
    }

    /**
     * Returns the fake that a user handed in.
     *
     * @throws IllegalArgumentException if it is none of ours
     */
    public static FakeServer of(ChimeMessagingServer given) {
        if (given instanceof FakeServer fake) {
            return fake;
        }
        throw new IllegalArgumentException(
                given + " was not started by the library. Start fakes with ChimeMessagingServer.builder().start()");
    }

    /** Returns what serves the calls behind the socket. What this costs is measured without WireMock, too. */
    public Gateway gateway() {
        return rooms.gateway;
    }

    Rooms rooms() {
        return rooms;
    }

    /** Returns what tells the fake where tests begin. */
    public TestIsolation isolation() {
        return new DefaultTestIsolation(this);
    }

    @Override
    public URI endpoint() {
        return endpoint.wireMock.uri();
    }

    @Override
    public String region() {
        return settings.region();
    }

    @Override
    public ChimeSdkMessagingClient client() {
        requireRunning("client()");
        return clients().client();
    }

    @Override
    public ChimeSdkMessagingAsyncClient asyncClient() {
        requireRunning("asyncClient()");
        return clients().asyncClient();
    }

    @Override
    public ChimeClients clients() {
        requireRunning("clients()");
        return new DefaultClients(clients, defaultCaller, rooms.callers);
    }

    @Override
    public ChimeCaller caller() {
        return defaultCaller;
    }

    @Override
    public ChimeCaller caller(String principal) {
        requireRunning("caller(\"" + principal + "\")");
        return rooms.callers.register(principal);
    }

    @Override
    public ChimeAppInstance appInstance() {
        return defaultAppInstance.orElseThrow(() -> new IllegalStateException(
                "This fake was started without an app instance, so appInstance(), user(…) and channel(…) have none to work"
                        + " in. Use appInstance(arn), or start the fake without withoutAppInstance()"));
    }

    @Override
    public ChimeAppInstance appInstance(String arn) {
        requireRunning("appInstance(\"" + arn + "\")");
        Arn parsed = AppInstanceArns.parse(arn);
        if (!parsed.region().isEmpty() && !parsed.region().equals(region())) {
            throw new IllegalArgumentException("appInstance(\"" + arn + "\"): this fake serves the region " + region()
                    + ", and the app instance is in " + parsed.region() + ". Give an app instance in " + region()
                    + ", or start another fake with region(\"" + parsed.region() + "\")");
        }
        rooms.registrations.ensureAppInstance(parsed);
        return rooms.appInstance(parsed);
    }

    @Override
    public ChimeUser user(String id) {
        return appInstance().user(id);
    }

    @Override
    public ChannelBuilder channel(String name) {
        return appInstance().channel(name);
    }

    @Override
    public Permissions permissions() {
        requireRunning("permissions()");
        return new DefaultPermissions(rooms.rules, rooms.policies, rooms.enforcement);
    }

    @Override
    public LeastPrivilege leastPrivilege() {
        return new DefaultLeastPrivilege(rooms);
    }

    @Override
    public Credentials credentials() {
        requireRunning("credentials()");
        return new DefaultCredentials(rooms.callers, defaultCaller);
    }

    @Override
    public ChimeClock clock() {
        return rooms.clock;
    }

    @Override
    public Faults faults() {
        requireRunning("faults()");
        return new DefaultFaults(rooms.faults);
    }

    @Override
    public Rates rates() {
        requireRunning("rates()");
        return new DefaultRates(rooms.rates, region());
    }

    @Override
    public Consistency consistency() {
        requireRunning("consistency()");
        return new DefaultConsistency(rooms.service.staleReads(), rooms.lifetime);
    }

    @Override
    public Quotas quotas() {
        requireRunning("quotas()");
        return new DefaultQuotas(configuration());
    }

    @Override
    public Flows flows() {
        requireRunning("flows()");
        return new DefaultFlows(configuration());
    }

    @Override
    public Directory directory() {
        requireRunning("directory()");
        return new DefaultDirectory(configuration());
    }

    @Override
    public Roles roles() {
        requireRunning("roles()");
        return new DefaultRoles(configuration());
    }

    @Override
    public Sessions sessions() {
        requireRunning("sessions()");
        return new DefaultSessions(configuration(), endpoint().getAuthority());
    }

    private ServiceConfiguration configuration() {
        return new ServiceConfiguration(rooms.service, rooms.lifetime);
    }

    @Override
    public Snapshots snapshots() {
        return new DefaultSnapshots(this);
    }

    @Override
    public Journal journal() {
        return rooms.journal;
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return endpoint.wireMock.unwrap(type);
    }

    /** Makes the current state the baseline. */
    void markBaseline() {
        requireRunning("snapshots().markBaseline()");
        baseline = snapshot();
        rooms.generations.keepClientsOfCurrentTest();
    }

    @Override
    public void reset() {
        reset("reset()", baseline);
    }

    /** Returns all that the fake holds now. */
    FakeSnapshot snapshot() {
        return new FakeSnapshot(
                settings.place(),
                endpoint().getAuthority(),
                rooms.snapshot(),
                endpoint.wireMock.snapshot(),
                rooms.generations.testsOfBaseline());
    }

    /** Restores the snapshot, of this fake or of another. The baseline stays. */
    void reset(String call, FakeSnapshot snapshot) {
        requireRunning(call);
        requireFitting(call, snapshot);
        rooms.generations.reset(() -> restore(snapshot));
    }

    /** Starts a test whose baseline is the snapshot. */
    void startTest(FakeSnapshot baselineOfTest) {
        requireRunning("startTest(baseline)");
        requireFitting("startTest(baseline)", baselineOfTest);
        rooms.generations.startTest(baselineOfTest.testsOfBaseline(), () -> {
            restore(baselineOfTest);
            clients.startTest();
            baseline = baselineOfTest;
        });
    }

    private void requireFitting(String call, FakeSnapshot snapshot) {
        requireSamePlace(call, snapshot.place());
        defaultAppInstance
                .map(ChimeAppInstance::arn)
                .filter(arn -> !snapshot.rooms().appInstances().contains(arn))
                .ifPresent(arn -> {
                    throw new IllegalArgumentException(call + ": the snapshot holds the app instances "
                            + snapshot.rooms().appInstances() + ", but this fake's default one is " + arn
                            + ". Start both fakes with the same app instance, region, account and seed");
                });
    }

    private void requireSamePlace(String call, ServerSettings.Place place) {
        if (!place.equals(settings.place())) {
            throw new IllegalArgumentException(call + ": the snapshot is of a fake of " + place
                    + ", and this is one of " + settings.place()
                    + ". Start both fakes with the same app instance, region, account and seed");
        }
    }

    private void restore(FakeSnapshot snapshot) {
        rooms.restore(snapshot.rooms());
        if (rooms.service.settings().messagingSessionEndpoint().equals(snapshot.authority())) {
            sessions().endpoint(endpoint().getAuthority()); // A fake that was copied keeps its own.
        }
        endpoint.wireMock.restore(snapshot.stubs());
    }

    /** Starts another fake with the same settings, which holds what the baseline holds. */
    FakeServer startCopy() {
        requireRunning("snapshots().startCopy()");
        FakeSnapshot copied = baseline;
        FakeServer copy = start(settings.withFreePort());
        try {
            copy.restore(copied);
            copy.baseline = copied;
        } catch (RuntimeException | Error failure) {
            copy.stop();
            throw failure;
        }
        return copy;
    }

    @Override
    public boolean isRunning() {
        return endpoint.wireMock.isRunning();
    }

    @Override
    public void close() {
        end(() -> settings.usedPool().ifPresentOrElse(pool -> pool.giveBack(endpoint), endpoint::stop));
    }

    @Override
    public void stop() {
        end(endpoint::stop);
    }

    /** Whatever goes wrong on the way, the server ends. */
    private void end(Runnable ofEndpoint) {
        rooms.lifetime.end(endpoint().toString());
        try {
            clients.close();
        } finally {
            try {
                ofEndpoint.run();
            } finally {
                forget();
            }
        }
    }

    private void requireRunning(String call) {
        rooms.lifetime.requireRunning(call);
    }

    private void forget() {
        settings.usedPool().ifPresent(pool -> pool.stopped(this));
    }

    @Override
    public String toString() {
        return "ChimeMessagingServer at " + endpoint();
    }
}
