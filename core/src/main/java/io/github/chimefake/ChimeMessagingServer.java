package io.github.chimefake;

import io.github.chimefake.access.Credentials;
import io.github.chimefake.access.Permissions;
import io.github.chimefake.call.Arn;
import io.github.chimefake.call.ChimeCaller;
import io.github.chimefake.call.ChimeUser;
import io.github.chimefake.call.IdentityOperation;
import io.github.chimefake.consistency.Consistency;
import io.github.chimefake.fault.Faults;
import io.github.chimefake.gateway.Gateway;
import io.github.chimefake.journal.Journal;
import io.github.chimefake.leastprivilege.LeastPrivilege;
import io.github.chimefake.leastprivilege.LeastPrivilegeRecording;
import io.github.chimefake.sdk.AwsSdk;
import io.github.chimefake.throttle.Rates;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingAsyncClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/**
 * A fake endpoint of Amazon Chime SDK messaging on a loopback port. It speaks the real wire protocol, keeps state, decides
 * who may do what, and fails on demand.
 *
 * <pre>{@code
 * try (ChimeMessagingServer chime = ChimeMessagingServer.start()) {
 *     ChimeUser alice = chime.user("alice");
 *     ChimeChannel general = chime.channel("general").members(alice).create();
 *     ChimeSdkMessagingClient client = chime.client();
 *
 *     chime.permissions().by(alice).deny(SEND_CHANNEL_MESSAGE);
 *
 *     client.sendChannelMessage(request -> request.channelArn(general.arn()).chimeBearer(alice.arn())…); // 401
 * }
 * }</pre>
 *
 * <p>Safe for use by many threads.
 */
public final class ChimeMessagingServer implements AutoCloseable {
    private final ServerSettings settings;
    private final Rooms rooms;
    private final Endpoint endpoint;
    private final ChimeCaller defaultCaller;
    private final Optional<ChimeAppInstance> defaultAppInstance;
    private final ClientsOfRun clients;
    private volatile ServerSnapshot baseline;

    private ChimeMessagingServer(ServerSettings settings) {
        StartingEndpoint starting = new StartingEndpoint(settings.port(), settings.usedPool());
        this.settings = settings;
        this.rooms = new Rooms(settings);
        this.defaultCaller = rooms.callers.register("user/test");
        this.defaultAppInstance = settings.appInstances().stream().findFirst().map(rooms::appInstance);
        settings.users().forEach(this::user);
        if (!starting.isReady()) {
            new Rehearsal().perform();
        }
        this.endpoint = starting.start(rooms.gateway);
        try {
            this.clients = new ClientsOfRun(
                    new ReadyClients(endpoint(), settings.region(), endpoint.httpClients), rooms.generations);
            service().messagingSessionEndpoint(endpoint().getAuthority());
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
    static ChimeMessagingServer start(ServerSettings settings) {
        settings.usedPool().ifPresent(EndpointPool::requireOpen);
        ChimeMessagingServer chime = explained(() -> new ChimeMessagingServer(settings));
        settings.usedPool().ifPresent(pool -> pool.started(chime));
        return chime;
    }

    private static ChimeMessagingServer explained(Supplier<ChimeMessagingServer> start) {
        try {
            return start.get();
        } catch (LinkageError unfit) {
            throw AwsSdk.explain(unfit);
        } catch (CompletionException failure) { // Of what was loaded in the background.
            throw failure.getCause() instanceof LinkageError unfit ? AwsSdk.explain(unfit) : failure;
        }
    }

    /** What answers the calls behind the socket: what this costs is measured without WireMock, too. */
    Gateway gateway() {
        return rooms.gateway;
    }

    /** Starts a fake with the defaults: a free port, one app instance, nobody in it. */
    public static ChimeMessagingServer start() {
        return builder().start();
    }

    /**
     * A fake to be started.
     *
     * @throws IllegalStateException if the AWS SDK on the class path is older than 2.25.1, or its module
     *     {@code chimesdkmessaging} is missing
     */
    public static ChimeMessagingServerBuilder builder() {
        AwsSdk.requireSupported();
        return new ChimeMessagingServerBuilder();
    }

    /** Where clients reach the fake, for example {@code http://127.0.0.1:41234}. */
    public URI endpoint() {
        return endpoint.wireMock.uri();
    }

    /** The region that clients must sign for. */
    public String region() {
        return settings.region();
    }

    /**
     * A client that is ready to call the fake: endpoint, region and credentials are set, and it retries as the SDK does by
     * default, but without waiting. It serves until the fake is closed; within an extension that starts tests, such as
     * {@code @ChimeMessagingFake}, a client that a test takes serves until that test is over. A call that began before a reset
     * is refused after it. It need not be closed.
     *
     * <p>It connects directly, whichever proxies, AWS profiles, files and variables there are. After {@link #close} or
     * {@link #stop} its calls fail with an {@code SdkClientException} whose cause is a {@link java.net.ConnectException}.
     */
    public ChimeSdkMessagingClient client() {
        return sync(defaultCaller, Retries.WITHOUT_BACKOFF);
    }

    /** The asynchronous twin of {@link #client()}. */
    public ChimeSdkMessagingAsyncClient asyncClient() {
        return async(defaultCaller, Retries.WITHOUT_BACKOFF);
    }

    /** A client as {@link #client()}, but one that tries once. */
    public ChimeSdkMessagingClient clientWithoutRetries() {
        return sync(defaultCaller, Retries.NONE);
    }

    /** The asynchronous twin of {@link #clientWithoutRetries()}. */
    public ChimeSdkMessagingAsyncClient asyncClientWithoutRetries() {
        return async(defaultCaller, Retries.NONE);
    }

    /** A client as {@link #client()}, whose requests this caller signs. */
    public ChimeSdkMessagingClient clientFor(ChimeCaller caller) {
        return sync(caller, Retries.WITHOUT_BACKOFF);
    }

    /** A client for one user, as a browser would have: a caller of its own, which speaks as the user unless a request does not. */
    public ChimeSdkMessagingClient clientFor(ChimeUser user) {
        requireRunning("clientFor(" + user + ")");
        return clients.speakingAs(user, caller("user/" + user.id()));
    }

    private ChimeSdkMessagingClient sync(ChimeCaller signer, Retries retries) {
        return clients.sync(ChimeSdkMessagingClient.class, ChimeSdkMessagingClient::builder, signer, retries);
    }

    private ChimeSdkMessagingAsyncClient async(ChimeCaller signer, Retries retries) {
        return clients.async(
                ChimeSdkMessagingAsyncClient.class, ChimeSdkMessagingAsyncClient::builder, signer, retries);
    }

    /**
     * Ready clients of Chime SDK identity, which registers users: {@code chime.identity().client()}.
     *
     * @throws IllegalStateException if the SDK's module {@code chimesdkidentity} is not on the class path, or is older than
     *     2.25.1, or if the fake is closed
     */
    public IdentityClients identity() {
        requireRunning("identity()");
        if (!IdentityOperation.areAvailable()) {
            throw new IllegalStateException(
                    "chime.identity(): the AWS SDK's clients of Chime SDK identity are not on the"
                            + " class path. Add software.amazon.awssdk:chimesdkidentity, or register users with chime.user(…)");
        }
        AwsSdk.requireIdentity();
        return new IdentityClients(clients, defaultCaller);
    }

    /** The caller that signs the requests of {@link #client()}. */
    public ChimeCaller caller() {
        return defaultCaller;
    }

    /**
     * A new caller, with keys of its own, of which more can be said: {@code .tag("tenant", "t1")},
     * {@code .expiresIn(Duration.ofMinutes(15))}.
     *
     * @param principal an ARN, or the resource of one in this fake's account: {@code user/build}, {@code role/chat} or
     *     {@code assumed-role/chat-backend}
     */
    public ChimeCaller caller(String principal) {
        requireRunning("caller(\"" + principal + "\")");
        return rooms.callers.register(principal);
    }

    /**
     * The app instance that {@link #user}, {@link #channel} and their like mean.
     *
     * @throws IllegalStateException if the fake was started without one
     */
    public ChimeAppInstance appInstance() {
        return defaultAppInstance.orElseThrow(() -> new IllegalStateException(
                "This fake was started without an app instance, so it has none that user(…), channel(…) and their like"
                        + " could mean. Take one that was created over the wire with appInstance(arn), or start the fake"
                        + " without withoutAppInstance()"));
    }

    /**
     * The app instance with this ARN, made now if there was none.
     *
     * @param arn for example {@code arn:aws:chime:us-east-1:111122223333:app-instance/sales}
     * @throws IllegalArgumentException if it is not the ARN of an app instance, or of one in another region than the fake's
     * @throws IllegalStateException if the fake is closed
     */
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

    /** The user with exactly this id, registered now if it was not. */
    public ChimeUser user(String id) {
        return appInstance().user(id);
    }

    /**
     * The user with exactly this id and this display name, registered now if it was not.
     *
     * @throws IllegalArgumentException if a user with this id is registered under another name
     */
    public ChimeUser user(String id, String name) {
        return appInstance().user(id, name);
    }

    /** The bot with exactly this id, registered now if it was not. */
    public ChimeUser bot(String id) {
        return appInstance().bot(id);
    }

    /** The user with exactly this id, registered now if it was not, as an administrator of the app instance. */
    public ChimeUser admin(String id) {
        return appInstance().admin(id);
    }

    /**
     * A user that nobody registered: as a bearer it meets the real service's own {@code UnauthorizedClientException}.
     *
     * @throws IllegalArgumentException if a user with this id is registered
     */
    public ChimeUser unregistered(String id) {
        return appInstance().unregistered(id);
    }

    /** A channel to be made, for example {@code chime.channel("general").members(alice).create()}. */
    public ChannelBuilder channel(String name) {
        return appInstance().channel(name);
    }

    /** The rules that deny and allow calls, for example {@code chime.permissions().by(alice).deny(SEND_CHANNEL_MESSAGE)}. */
    public Permissions permissions() {
        requireRunning("permissions()");
        return new Permissions(rooms.rules, rooms.policies, rooms.enforcement);
    }

    /**
     * The smallest policy that allows what was called since the fake was started, whatever was reset since:
     * {@code Files.writeString(path, chime.leastPrivilege().toJson())}.
     */
    public LeastPrivilege leastPrivilege() {
        return rooms.uses.soFar();
    }

    /** Notes what is let pass from now on by itself, until it is closed: the policy of one test, or of a part of it. */
    public LeastPrivilegeRecording recordLeastPrivilege() {
        requireRunning("recordLeastPrivilege()");
        return rooms.uses.record(permissions().attachedPolicies());
    }

    /** The credentials of callers, to let them run out, revoke and replace: {@code chime.credentials().expireNow()}. */
    public Credentials credentials() {
        requireRunning("credentials()");
        return new Credentials(rooms.callers, defaultCaller);
    }

    /** The time that the fake lives in: {@code chime.clock().advance(Duration.ofMinutes(16))}. */
    public ChimeClock clock() {
        return rooms.clock;
    }

    /** The faults, for example {@code chime.faults().on(SEND_CHANNEL_MESSAGE).once().fail(UNAUTHORIZED_CLIENT)}. */
    public Faults faults() {
        requireRunning("faults()");
        return new Faults(rooms.faults);
    }

    /** The rate limits, off by default: {@code chime.rates().enforce()}, {@code chime.rates().perBearer(10)}. */
    public Rates rates() {
        requireRunning("rates()");
        return new Rates(rooms.rates, region());
    }

    /** Whether reads see the latest writes; they do until told otherwise: {@code chime.consistency().eventual()}. */
    public Consistency consistency() {
        requireRunning("consistency()");
        return new Consistency(rooms.service.staleReads(), rooms.lifetime);
    }

    /** How the services behave: quotas, when new users become valid, processors of channel flows, the address of messaging sessions. */
    public ChimeService service() {
        requireRunning("service()");
        return new ChimeService(rooms.service, rooms.lifetime);
    }

    /** What the fake was asked and what it answered since the last reset. */
    public Journal journal() {
        return rooms.journal;
    }

    /**
     * Returns WireMock itself, for stubs of your own, which win over the fake, and for its {@code verify}. From then on WireMock's
     * administration answers over HTTP, too: to programs on this machine, and not to pages of other origins. Before, it answers 404.
     *
     * @param type {@code com.github.tomakehurst.wiremock.WireMockServer}
     * @throws IllegalArgumentException if the fake stands on nothing of that type
     * @throws IllegalStateException if the fake is closed and gave its server back to an {@link EndpointPool}
     */
    public <T> T unwrap(Class<T> type) {
        return endpoint.wireMock.unwrap(type);
    }

    /**
     * Makes what the fake holds now the baseline, to which {@link #reset} goes back; clients that the current test has taken
     * belong to it. At first the baseline is what the fake started with.
     */
    public void markBaseline() {
        requireRunning("markBaseline()");
        baseline = snapshot();
        rooms.generations.keepClientsOfCurrentTest();
    }

    /**
     * Goes back to the baseline: its users, channels and messages, rules, faults, callers and WireMock stubs. Resets all
     * counters to zero and clears the journal. Runs in constant time. Clients keep working. Requests under way end first, except
     * for those in which code of the user runs, such as a predicate, the processor of a channel flow or a clock; these, and further
     * attempts of calls that began before, are answered with 410. May be called from such code, for whose own request nothing
     * changes.
     */
    public void reset() {
        requireRunning("reset()");
        reset(baseline);
    }

    /** Returns all that the fake holds now, to go back to with {@link #reset(ServerSnapshot)}. */
    public ServerSnapshot snapshot() {
        return new ServerSnapshot(new ServerSnapshot.Parts(
                settings.place(),
                endpoint().getAuthority(),
                rooms.snapshot(),
                endpoint.wireMock.snapshot(),
                rooms.generations.testsOfBaseline()));
    }

    /**
     * As {@link #reset()}, but goes back to this snapshot, of this fake or of another. The baseline stays what it was.
     *
     * @throws IllegalArgumentException if the snapshot is of a fake with another region or account, or that lacks this one's
     *     default app instance
     */
    public void reset(ServerSnapshot snapshot) {
        requireRunning("reset(snapshot)");
        requireFitting(snapshot);
        rooms.generations.reset(() -> restore(snapshot.parts()));
    }

    /** What {@link TestIsolation#startTest} does. */
    void startTest(ServerSnapshot baselineOfTest) {
        requireRunning("startTest(baseline)");
        requireFitting(baselineOfTest);
        rooms.generations.startTest(baselineOfTest.parts().testsOfBaseline(), () -> {
            restore(baselineOfTest.parts());
            clients.startTest();
            baseline = baselineOfTest;
        });
    }

    /** What {@link TestIsolation#nameTest} does. */
    void nameTest(String name) {
        rooms.generations.nameTest(name);
    }

    private void requireFitting(ServerSnapshot snapshot) {
        ServerSnapshot.Parts parts = snapshot.parts();
        requireSamePlace(parts.place());
        defaultAppInstance
                .map(ChimeAppInstance::arn)
                .filter(arn -> !parts.rooms().appInstances().contains(arn))
                .ifPresent(arn -> {
                    throw new IllegalArgumentException("reset(snapshot): the snapshot holds the app instances "
                            + parts.rooms().appInstances() + ", but this fake's default one is " + arn
                            + ". Start both fakes with the same app instance, region, account and seed");
                });
    }

    private void requireSamePlace(ServerSettings.Place place) {
        if (!place.equals(settings.place())) {
            throw new IllegalArgumentException("reset(snapshot): the snapshot is of a fake of " + place
                    + ", and this is one of " + settings.place()
                    + ". Start both fakes with the same app instance, region, account and seed");
        }
    }

    private void restore(ServerSnapshot.Parts parts) {
        rooms.restore(parts.rooms());
        if (rooms.service.settings().messagingSessionEndpoint().equals(parts.authority())) {
            service().messagingSessionEndpoint(endpoint().getAuthority()); // A fake that was copied keeps its own.
        }
        endpoint.wireMock.restore(parts.stubs());
    }

    /** Starts another fake with the same settings, on a port of its own, that holds what this one's baseline holds. */
    public ChimeMessagingServer startCopy() {
        requireRunning("startCopy()");
        ServerSnapshot copied = baseline;
        ChimeMessagingServer copy = start(settings.withFreePort());
        try {
            copy.restore(copied.parts());
            copy.baseline = copied;
        } catch (RuntimeException | Error failure) {
            copy.stop();
            throw failure;
        }
        return copy;
    }

    /** Whether the fake answers at its endpoint, because it was neither closed nor stopped yet. */
    public boolean isRunning() {
        return endpoint.wireMock.isRunning();
    }

    /**
     * Stops the fake: nothing answers at its endpoint any more. One that was started with an {@link EndpointPool} gives its
     * server back, and calls are refused there until the next fake has it. Closing twice does nothing.
     *
     * <p>May be called by several threads, also on an interrupted one, which stays interrupted, and by code of the user that runs
     * within a request, such as a predicate; that request then gets no response. A fake that is never closed does not keep the JVM
     * alive: a program that is to stay must wait for something itself.
     */
    @Override
    public void close() {
        end(() -> settings.usedPool().ifPresentOrElse(pool -> pool.giveBack(endpoint), endpoint::stop));
    }

    /**
     * Stops the fake for good: nothing listens at its endpoint any more, whether or not it was started with an
     * {@link EndpointPool}. Calls under way fail.
     */
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

    /** Where it runs. */
    @Override
    public String toString() {
        return "ChimeMessagingServer at " + endpoint();
    }
}
