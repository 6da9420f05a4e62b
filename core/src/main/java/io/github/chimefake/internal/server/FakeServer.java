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
import io.github.chimefake.actors.Actor;
import io.github.chimefake.consistency.Consistency;
import io.github.chimefake.credentials.Credentials;
import io.github.chimefake.events.EventLog;
import io.github.chimefake.faults.Faults;
import io.github.chimefake.flows.Flows;
import io.github.chimefake.internal.access.callers.DefaultCredentials;
import io.github.chimefake.internal.access.permissions.DefaultPermissions;
import io.github.chimefake.internal.actors.ActorClients;
import io.github.chimefake.internal.actors.DefaultActor;
import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.background.PendingWork;
import io.github.chimefake.internal.clients.ClientCache;
import io.github.chimefake.internal.clients.DefaultClients;
import io.github.chimefake.internal.clients.SdkClientFactory;
import io.github.chimefake.internal.consistency.DefaultConsistency;
import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.faults.CallHook;
import io.github.chimefake.internal.faults.DefaultFaults;
import io.github.chimefake.internal.gateway.Gateway;
import io.github.chimefake.internal.lifetime.ClosePrevention;
import io.github.chimefake.internal.messaging.MessagingService;
import io.github.chimefake.internal.rates.DefaultRates;
import io.github.chimefake.internal.sdk.AwsSdk;
import io.github.chimefake.internal.sessions.DefaultSessions;
import io.github.chimefake.internal.sessions.MessagingSessions;
import io.github.chimefake.internal.streams.DefaultStreams;
import io.github.chimefake.journal.Journal;
import io.github.chimefake.leastprivilege.LeastPrivilege;
import io.github.chimefake.permissions.Permissions;
import io.github.chimefake.quotas.Quotas;
import io.github.chimefake.rates.Rates;
import io.github.chimefake.sessions.Sessions;
import io.github.chimefake.snapshots.Snapshots;
import io.github.chimefake.state.ChimeState;
import io.github.chimefake.streams.Streams;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingAsyncClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** A fake: its contents, and the endpoint in front of them. */
public final class FakeServer implements ChimeMessagingServer {
    private final ServerSettings settings;
    private final FakeComponents components;
    private final Endpoint endpoint;
    private final Caller defaultCaller;
    private final Optional<ChimeAppInstance> defaultAppInstance;
    private final ClientCache clients;
    private final ActorClients actors;
    private final Baseline baseline;
    private final ClosePrevention closing = new ClosePrevention(this::closeAnyway);

    private FakeServer(ServerSettings settings) {
        StartingEndpoint starting = new StartingEndpoint(settings.address(), settings.usedPool());
        this.settings = settings;
        this.components = new FakeComponents(settings);
        this.defaultCaller = components.callers.register("user/test");
        this.defaultAppInstance = settings.appInstances().stream().findFirst().map(components::appInstance);
        settings.users().forEach(this::user);
        this.endpoint = starting.start(components.gateway);
        try {
            this.clients = new ClientCache(
                    new SdkClientFactory(endpoint(), settings.region(), endpoint.httpClients), components.generations);
            this.actors = new ActorClients(
                    clients,
                    components.gateway,
                    components.generations,
                    components.lifetime,
                    components.sessions.actors());
            this.baseline = new Baseline(settings.place(), components, endpoint, clients, defaultAppInstance);
        } catch (RuntimeException | Error failure) {
            endpoint.stop(); // The caller gets no reference with which to stop it.
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
        WatchedFakes.started(chime);
        return chime;
    }

    private static FakeServer explained(Supplier<FakeServer> start) {
        try {
            return start.get();
        } catch (LinkageError unfit) {
            throw AwsSdk.explain(unfit);
        } catch (CompletionException failure) { // An error of classes that were loaded in the background.
            throw failure.getCause() instanceof LinkageError unfit ? AwsSdk.explain(unfit) : failure;
        }
    }

    /**
     * Returns the implementation of a fake passed by the user.
     *
     * @throws IllegalArgumentException if the fake was not started by the library
     */
    public static FakeServer of(ChimeMessagingServer given) {
        if (given instanceof FakeServer fake) {
            return fake;
        }
        throw new IllegalArgumentException(
                given + " was not started by the library. Start fakes with ChimeMessagingServer.builder().start()");
    }

    /** Returns the gateway, which serves requests independently of WireMock. Used to measure it separately. */
    public Gateway gateway() {
        return components.gateway;
    }

    /** Returns the messaging sessions, for servers in front of them. */
    public MessagingSessions messagingSessions() {
        return components.sessions;
    }

    /** Returns the messaging service, for fixtures that are made together. */
    public MessagingService messaging() {
        return components.service;
    }

    /**
     * Lets all calls go through a hook before any fault, until {@link #unhookCalls}. Resets keep it.
     *
     * @throws IllegalStateException if they go through another hook
     */
    public void hookCalls(CallHook hook) {
        components.faults.hook(hook);
    }

    /** Ends {@link #hookCalls}. Does nothing if calls go through another hook. */
    public void unhookCalls(CallHook hook) {
        components.faults.unhook(hook);
    }

    /** Returns how many attempts were received since the start. */
    long callsSoFar() {
        return components.faults.callsSoFar();
    }

    /** Returns how often a snapshot was restored since the start. */
    long restoresSoFar() {
        return baseline.restoresSoFar();
    }

    /** Returns the caller with IAM's unique identifier; empty if it is not registered. */
    public Optional<ChimeCaller> findCaller(String uniqueId) {
        return components.callers.findById(uniqueId).map(caller -> caller);
    }

    /** Returns the caller that this access key was issued to, even if the key is no longer valid. */
    public Optional<ChimeCaller> findCallerByKey(String accessKeyId) {
        return components.callers.find(accessKeyId).map(caller -> caller);
    }

    /** Returns the interface through which a test framework marks the start of tests. */
    public TestIsolation isolation() {
        return new DefaultTestIsolation(components, baseline, closing);
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
        return new DefaultClients(clients, defaultCaller, components.callers);
    }

    @Override
    public Actor actor(ChimeUser user) {
        requireRunning("actor(" + user + ")");
        return new DefaultActor(actors, user, defaultCaller);
    }

    @Override
    public ChimeCaller caller() {
        return defaultCaller;
    }

    @Override
    public ChimeCaller caller(String principal) {
        requireRunning("caller(\"" + principal + "\")");
        return components.callers.register(principal);
    }

    @Override
    public ChimeAppInstance appInstance() {
        return defaultAppInstance.orElseThrow(() -> new IllegalStateException(
                "This fake was started without an app instance, so appInstance(), user(…) and channel(…) cannot be"
                        + " used. Use appInstance(arn), or start the fake without withoutAppInstance()"));
    }

    @Override
    public ChimeAppInstance appInstance(String arn) {
        requireRunning("appInstance(\"" + arn + "\")");
        AppInstanceArn parsed = AppInstanceArns.parse(arn);
        if (!parsed.parts().region().isEmpty() && !parsed.parts().region().equals(region())) {
            throw new IllegalArgumentException("appInstance(\"" + arn + "\"): this fake serves the region " + region()
                    + ", and the app instance is in " + parsed.parts().region() + ". Use an app instance in "
                    + region()
                    + ", or start another fake with region(\"" + parsed.parts().region() + "\")");
        }
        components.registrations.ensureAppInstance(parsed);
        return components.appInstance(parsed);
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
        return new DefaultPermissions(
                components.rules, components.policies, components.enforcement, components.connectRules);
    }

    @Override
    public LeastPrivilege leastPrivilege() {
        return new DefaultLeastPrivilege(components);
    }

    @Override
    public Credentials credentials() {
        requireRunning("credentials()");
        return new DefaultCredentials(components.callers, defaultCaller);
    }

    @Override
    public ChimeClock clock() {
        return components.clock;
    }

    @Override
    public Faults faults() {
        requireRunning("faults()");
        return new DefaultFaults(components.faults, components.socketFaults);
    }

    @Override
    public Rates rates() {
        requireRunning("rates()");
        return new DefaultRates(components.rates, region());
    }

    @Override
    public Consistency consistency() {
        requireRunning("consistency()");
        return new DefaultConsistency(components.service.staleReads());
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
        return new DefaultSessions(
                components.sessions, user -> clients().speakingFor(user).client(), components.faults::isHooked);
    }

    private ServiceConfiguration configuration() {
        return new ServiceConfiguration(components.service, components.lifetime);
    }

    @Override
    public Snapshots snapshots() {
        return new DefaultSnapshots(this, baseline);
    }

    @Override
    public Streams streams() {
        requireRunning("streams()");
        return new DefaultStreams(components.streams);
    }

    @Override
    public Journal journal() {
        return components.journalUpToNow();
    }

    @Override
    public EventLog events() {
        return components.eventsUpToNow();
    }

    @Override
    public ChimeState state() {
        return components.state();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return endpoint.wireMock.unwrap(type);
    }

    @Override
    public void awaitBackgroundWork() {
        awaitBackgroundWork(PendingWork.DEFAULT_LIMIT);
    }

    @Override
    public void awaitBackgroundWork(Duration limit) {
        requireRunning("awaitBackgroundWork(" + limit + ")");
        components.service.deleteExpired();
        new PendingWork(components.background).await(limit);
        requireRunning("awaitBackgroundWork(" + limit + ")"); // It may have been closed while this waited.
    }

    @Override
    public void reset() {
        baseline.reset();
    }

    /** Starts another fake with the same settings and the contents of the baseline. */
    FakeServer startCopy() {
        requireRunning("snapshots().startCopy()");
        FakeSnapshot copied = baseline.snapshot();
        FakeServer copy = start(settings.withFreePort());
        try {
            copy.baseline.replace(copied);
        } catch (RuntimeException | Error failure) {
            copy.stop();
            throw failure;
        }
        return copy;
    }

    @Override
    public void offline() {
        requireRunning("offline()");
        endpoint.goOffline();
        components.sessions.setOnline(false);
        requireRunning("offline()"); // It may have been closed meanwhile.
    }

    @Override
    public void online() {
        requireRunning("online()");
        endpoint.goOnline();
        components.sessions.setOnline(true);
        requireRunning("online()"); // It may have been closed meanwhile.
    }

    /** Returns whether the port is open, and not closed by {@link #offline}. */
    public boolean isOnline() {
        return endpoint.wireMock.isOnline();
    }

    /** Goes offline, and undoes what calls have done since the start, so that no call comes before a setup has ended. */
    public void beginSetup() {
        offline();
        baseline.dropCalls();
    }

    /** Makes the current state the baseline, as if the fake were online already: a reset then goes online. */
    public void endSetup() {
        baseline.markOnline();
    }

    @Override
    public boolean isRunning() {
        return endpoint.wireMock.isRunning();
    }

    @Override
    public void close() {
        closing.check("close()");
        closeAnyway();
    }

    private void closeAnyway() {
        end(() -> settings.usedPool().ifPresentOrElse(pool -> pool.giveBack(endpoint), endpoint::stop));
    }

    @Override
    public void stop() {
        closing.check("stop()");
        stopAnyway();
    }

    /** Stops the fake, even if users may not. */
    void stopAnyway() {
        end(endpoint::stop);
    }

    /** Closes clients and endpoint. The endpoint is closed even if the clients fail to close. */
    private void end(Runnable ofEndpoint) {
        components.lifetime.end(endpoint().toString());
        components.service.finishPostponed(); // So that the journal of a closed fake does not depend on threads.
        components.background.close();
        components.streams.end();
        components.sessions.end();
        try {
            clients.close();
        } finally {
            try {
                ofEndpoint.run();
            } finally {
                components.journal.end();
                forget();
            }
        }
    }

    private void requireRunning(String call) {
        components.lifetime.requireRunning(call);
    }

    private void forget() {
        settings.usedPool().ifPresent(pool -> pool.stopped(this));
    }

    @Override
    public String toString() {
        return "ChimeMessagingServer at " + endpoint();
    }
}
