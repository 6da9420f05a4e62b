package io.github.chimefake;

import io.github.chimefake.actors.Actor;
import io.github.chimefake.consistency.Consistency;
import io.github.chimefake.credentials.Credentials;
import io.github.chimefake.events.EventLog;
import io.github.chimefake.faults.Faults;
import io.github.chimefake.flows.Flows;
import io.github.chimefake.internal.sdk.AwsSdk;
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
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingAsyncClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/**
 * A fake endpoint of Amazon Chime SDK messaging on a loopback port. It implements the real wire protocol, keeps state, checks
 * permissions, and fails on demand.
 *
 * <pre>{@code
 * try (ChimeMessagingServer chime = ChimeMessagingServer.start()) {
 *     ChimeUser alice = chime.user("alice");
 *     ChimeChannel general = chime.channel("general").members(alice).create();
 *     ChimeSdkMessagingClient client = chime.client();
 *
 *     chime.permissions().on(SEND_CHANNEL_MESSAGE).by(alice).deny();
 *
 *     client.sendChannelMessage(request -> request.channelArn(general.arn()).chimeBearer(alice.arn())…); // 401
 * }
 * }</pre>
 *
 * <p>A closed fake can still be read: {@link #journal()}, {@link #state()}, {@link #endpoint()}, {@link #region()} and values that were
 * obtained before. Every method that would change it, or start a rule, a fault or a setting, throws an {@link IllegalStateException}.
 *
 * <p>Thread-safe. Not to be implemented by users.
 *
 * @since 0.1
 */
public interface ChimeMessagingServer extends AutoCloseable {
    /**
     * Starts a fake with the defaults: a free port and one app instance without users.
     *
     * @throws IllegalStateException as {@link #builder()} does
     */
    static ChimeMessagingServer start() {
        return builder().start();
    }

    /**
     * Returns a builder for a fake with non-default settings.
     *
     * @throws IllegalStateException if the AWS SDK on the class path is older than 2.25.1, or its module {@code chimesdkmessaging} is
     *     missing
     */
    static ChimeMessagingServerBuilder builder() {
        AwsSdk.requireSupported();
        return new ChimeMessagingServerBuilder();
    }

    /** Returns the endpoint for clients, for example {@code http://127.0.0.1:41234}. */
    URI endpoint();

    /** Returns the region that clients must sign for. */
    String region();

    /**
     * Returns a client that is ready to call the fake: endpoint, region and credentials are set, and it retries as the SDK does by
     * default, but without waiting. It works until the fake is closed; within an extension that starts tests, such as
     * {@code @ChimeMessagingFake}, a client that a test takes works until that test ends. A call that began before a reset fails after
     * it. The client need not be closed.
     *
     * <p>All synchronous clients of a fake share one connection pool of the SDK's default size, usually 50, and all asynchronous clients
     * another. For more calls at the same time, use {@link ChimeClients#configure} with a separate HTTP client.
     *
     * <p>It connects directly and ignores proxies, AWS profiles, files and environment variables. After {@link #close} or
     * {@link #stop}, its calls fail with an {@code SdkClientException} whose cause is a {@link java.net.ConnectException}.
     *
     * @throws IllegalStateException if the fake is closed
     */
    ChimeSdkMessagingClient client();

    /**
     * Returns the asynchronous equivalent of {@link #client()}.
     *
     * @throws IllegalStateException if the fake is closed
     */
    ChimeSdkMessagingAsyncClient asyncClient();

    /** Returns the entry point for all other clients: by caller, user and retries, of messaging and of identity. */
    ChimeClients clients();

    /**
     * Returns what another user does, besides the code under test: {@code chime.actor(bob).send(general, "hello")}. Its calls work while
     * the fake is {@linkplain #offline() offline}, too.
     *
     * @param user need not be registered; the calls of an unknown user fail as on AWS
     * @throws IllegalStateException if the fake is closed
     */
    @Experimental
    Actor actor(ChimeUser user);

    /** Returns the caller that signs the requests of {@link #client()}. */
    ChimeCaller caller();

    /**
     * Creates a caller with its own keys, which can be refined: {@code .tag("tenant", "t1")}, {@code .expiresIn(ofMinutes(15))}.
     *
     * @param principal an ARN, or the resource of one in this fake's account: {@code user/build}, {@code role/chat} or
     *     {@code assumed-role/chat-backend}
     * @throws IllegalArgumentException if it does not name a principal in one of these forms
     * @throws IllegalStateException if the fake is closed
     */
    ChimeCaller caller(String principal);

    /**
     * Returns the default app instance, in which {@link #user} and {@link #channel} work.
     *
     * @throws IllegalStateException if the fake was started without one
     */
    ChimeAppInstance appInstance();

    /**
     * Returns the app instance with this ARN; creates it if it does not exist.
     *
     * @param arn for example {@code arn:aws:chime:us-east-1:111122223333:app-instance/sales}
     * @throws IllegalArgumentException if it is not the ARN of an app instance, or of one in another region than the fake's
     * @throws IllegalStateException if the fake is closed
     */
    ChimeAppInstance appInstance(String arn);

    /**
     * Returns the user with exactly this id; short form of {@code appInstance().user(id)}.
     *
     * @throws IllegalArgumentException if the id is not valid
     * @throws IllegalStateException if the fake was started without an app instance, or is closed
     */
    ChimeUser user(String id);

    /**
     * Returns a builder for a channel, for example {@code chime.channel("general").members(alice).create()}; short form of
     * {@code appInstance().channel(name)}.
     *
     * @throws IllegalStateException if the fake was started without an app instance, or is closed
     */
    ChannelBuilder channel(String name);

    /** Returns the entry point for permission rules and IAM policies: {@code chime.permissions().by(alice).deny(SEND_CHANNEL_MESSAGE)}. */
    Permissions permissions();

    /** Returns the entry point for faults: {@code chime.faults().on(SEND_CHANNEL_MESSAGE).once().fail(UNAUTHORIZED_CLIENT)}. */
    Faults faults();

    /** Returns the entry point for rate limits: {@code chime.rates().enforce()}, {@code chime.rates().perBearer(10)}. */
    Rates rates();

    /** Returns the entry point for stale reads: {@code chime.consistency().eventual()}. */
    Consistency consistency();

    /** Returns the entry point for quotas on resources: {@code chime.quotas().set(MEMBERSHIPS_PER_CHANNEL, 3)}. */
    Quotas quotas();

    /** Returns the entry point for the processors of channel flows. */
    Flows flows();

    /** Returns the entry point for settings of the directory of users. */
    Directory directory();

    /** Returns the entry point for overrides of the role matrix. */
    Roles roles();

    /** Returns the entry point for messaging sessions. */
    Sessions sessions();

    /** Returns the entry point for deliveries of streams: {@code chime.streams().toFile(Path.of("target/stream.jsonl"))}. */
    @Experimental
    Streams streams();

    /** Returns the entry point for the credentials of callers: {@code chime.credentials().expireNow()}. */
    Credentials credentials();

    /** Returns the entry point for the permissions that calls used: {@code chime.leastPrivilege().usedPermissions().toJson()}. */
    LeastPrivilege leastPrivilege();

    /**
     * Returns the journal: requests and responses since the last reset, and finished background work. Deletions and balancing that earlier
     * requests caused are complete when this method returns; processors that have not returned are not listed.
     */
    Journal journal();

    /**
     * Returns the events that writes have emitted to users since the last reset, even if no user is connected. Deletions and
     * balancing that earlier requests caused are complete when this method returns; processors that have not returned emit theirs later.
     *
     * <pre>{@code
     * assertThat(chime).emitted(CREATE_CHANNEL_MESSAGE).forUser(bob).inChannel(general);
     * chime.events().of(CREATE_CHANNEL_MESSAGE).get(0).receivers();
     * }</pre>
     */
    @Experimental
    EventLog events();

    /**
     * Returns the state at this moment: app instances, users, channels with their members and messages, channel flows, callers, settings.
     * What has expired by the fake's clock is not in it. Deletions and balancing that earlier requests caused are complete in it; messages
     * whose processor has not returned are PENDING. However many channels and messages there are, it takes the same time. Works after
     * {@link #close()}, too.
     *
     * <pre>{@code
     * assertThat(chime.state()).channel(general).hasMembers(alice, bob);
     * System.out.println(chime.state().differenceFrom(before));
     * }</pre>
     */
    @Experimental
    ChimeState state();

    /** Returns the fake's clock: {@code chime.clock().advance(Duration.ofMinutes(16))}. */
    ChimeClock clock();

    /** Returns the entry point for snapshots, the baseline and copies. */
    Snapshots snapshots();

    /**
     * Waits until the service has done what it does after it has responded, above all until the processors of channel flows have
     * returned and their verdicts had their effect; at most 10 seconds. Otherwise like {@link #awaitBackgroundWork(Duration)}.
     *
     * <pre>{@code
     * client.sendChannelMessage(request -> request.content("hello")…); // 201, PENDING
     * chime.awaitBackgroundWork();                                     // the processor has returned: SENT, denied or FAILED
     * }</pre>
     */
    @Experimental
    void awaitBackgroundWork();

    /**
     * Waits until the service has done what it does after it has responded. Includes what has been caused meanwhile, for example by a
     * processor that sends a message. First deletes what has expired by the fake's clock. It does not include a message whose processor
     * has returned {@code FlowVerdict.pending()} or has no function, as nothing is done about it until {@code ChannelFlowCallback}. Does
     * not wait for calls under way. Returns if the fake is reset meanwhile, as the work is dropped then.
     *
     * @param limit positive; true time, not the fake's
     * @throws IllegalArgumentException if the limit is not positive
     * @throws IllegalStateException if work is still pending after the limit; the message names it, and the cause is a
     *     {@link java.util.concurrent.TimeoutException}. If the current thread is interrupted, which it stays; the cause is an
     *     {@link InterruptedException}. If it is called by the processor of a channel flow, which would wait for itself. If the fake is
     *     closed
     */
    @Experimental
    void awaitBackgroundWork(Duration limit);

    /**
     * Restores the baseline: its users, channels and messages, rules, faults, callers, clock and WireMock stubs. Resets all counters to
     * zero and clears the journal. Runs in constant time, apart from waiting. Clients keep working. Waits for requests under way, except
     * for those that run code of the user, such as a predicate or a clock; these, and further attempts of calls that began before, fail
     * with status 410. May be called from such code; the request in which that code runs is not
     * affected.
     *
     * <p>Drops background work, and does not wait for it: processors that have not begun are not run, and those that are running are
     * interrupted and their verdicts ignored. If there were any, a warning of the logger names them. To wait for them, call
     * {@link #awaitBackgroundWork()} before.
     *
     * @throws java.io.UncheckedIOException if the fake is offline and cannot go {@linkplain #online() online}; all else is reset
     * @throws IllegalStateException if the fake is closed
     */
    void reset();

    /**
     * Returns WireMock's server, for additional stubs, which take precedence over the fake, and for its {@code verify}. After this call,
     * WireMock's administration is available over HTTP as well: to programs on this machine, but not to web pages of other origins.
     * Before, requests to it get a 404.
     *
     * @param type {@code com.github.tomakehurst.wiremock.WireMockServer}
     * @throws IllegalArgumentException if it is another type
     * @throws IllegalStateException if the fake is closed and has returned its server to a {@link ServerPool}
     */
    <T> T unwrap(Class<T> type);

    /**
     * Closes the endpoint until {@link #online()} or the next reset: nothing listens at it, and connections to it are refused. A call of a
     * client of the fake fails with an {@code SdkClientException} whose cause is a {@link java.net.ConnectException}, and is not in the
     * journal, as it does not arrive. Has no effect if the fake is offline.
     *
     * <pre>{@code
     * chime.offline();
     * assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> client.listChannels(…)); // Connection refused
     * chime.online();
     * client.listChannels(…);
     * }</pre>
     *
     * <p>Connections end, and with them delayed responses; what the service has processed before stays processed. The rest of the fake goes
     * on: its state, journal, background work, and WireMock's stubs. It can be set up and read meanwhile, and {@link #isRunning()} is true.
     * The object that {@link #unwrap} has returned stays valid. May be called by code of the user that runs within a request, which gets no
     * response then.
     *
     * <p>Being offline is a part of snapshots and of the baseline: a reset goes online, unless the baseline was marked offline. A fake that
     * is closed while it is offline does not return its server to a {@link ServerPool}.
     *
     * <p>A client that the test has built itself may first try a connection that it has kept open, and see its end. Only the retry
     * cannot connect then.
     *
     * @throws IllegalStateException if the fake is closed
     */
    @Experimental
    void offline();

    /**
     * Opens the endpoint again after {@link #offline()}, on the same port. Has no effect if the fake is online.
     *
     * @throws java.io.UncheckedIOException if another program has taken the port meanwhile; the message names the port. The fake stays
     *     offline, and this method can be called again
     * @throws IllegalStateException if the fake is closed
     */
    @Experimental
    void online();

    /** Returns whether the fake was neither closed nor stopped; also true while it is {@linkplain #offline() offline}. */
    boolean isRunning();

    /** Stops the fake: nothing listens at its endpoint afterwards, with or without a {@link ServerPool}. Calls under way fail. */
    void stop();

    /**
     * Stops the fake: calls to its endpoint fail. A fake that was started with a {@link ServerPool} returns its server to the pool, where
     * every call fails with status 410 until the next fake takes it. Closing twice has no effect.
     *
     * <p>May be called by several threads, by an interrupted one, which stays interrupted, and by code of the user that runs within a
     * request, such as a predicate; that request then gets no response. Background work is dropped as by {@link #reset}. A fake that is never closed does not keep the JVM alive: a
     * program that must not end has to wait itself.
     */
    @Override
    void close();
}
