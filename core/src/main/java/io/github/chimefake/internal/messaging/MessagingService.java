package io.github.chimefake.internal.messaging;

import io.github.chimefake.ChannelRole;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.Operation;
import io.github.chimefake.flows.ChannelFlowProcessor;
import io.github.chimefake.flows.ChannelFlowProcessor.FlowEvent;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.background.BackgroundWork;
import io.github.chimefake.internal.background.FinishedWork;
import io.github.chimefake.internal.common.Identifiers;
import io.github.chimefake.internal.consistency.StaleReads;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.directory.Directory;
import io.github.chimefake.internal.directory.DirectoryStore;
import io.github.chimefake.internal.directory.IdentitySettings;
import io.github.chimefake.internal.events.DefaultEventLog;
import io.github.chimefake.internal.events.WriteCause;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import io.github.chimefake.internal.lifetime.UserCode;
import io.github.chimefake.internal.messaging.events.WrittenEvent;
import io.github.chimefake.internal.messaging.fixtures.ChannelFixture;
import io.github.chimefake.internal.messaging.fixtures.FixtureChange;
import io.github.chimefake.internal.messaging.fixtures.Fixtures;
import io.github.chimefake.internal.messaging.fixtures.MessageFixture;
import io.github.chimefake.internal.messaging.fixtures.NamedResources;
import io.github.chimefake.internal.messaging.fixtures.RejectedFixtureException;
import io.github.chimefake.internal.messaging.flows.FlowRunner;
import io.github.chimefake.internal.messaging.rules.Bearers;
import io.github.chimefake.internal.messaging.rules.ChannelAccess;
import io.github.chimefake.internal.messaging.sessions.Prefetch;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.Members;
import io.github.chimefake.internal.messaging.state.MessagingSettings;
import io.github.chimefake.internal.messaging.state.Processing.Waiting;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.state.StoredMessage;
import io.github.chimefake.internal.messaging.store.DirectoryOfState;
import io.github.chimefake.internal.messaging.store.LaterWork;
import io.github.chimefake.internal.messaging.store.OpenDirectory;
import io.github.chimefake.internal.messaging.store.Snapshot;
import io.github.chimefake.internal.messaging.store.StateWrite;
import io.github.chimefake.internal.messaging.store.Store;
import io.github.chimefake.internal.messaging.views.Views;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.Handler;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Outcome;
import io.github.chimefake.internal.operations.Query;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembership;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessage;

/** The messaging service. Thread-safe: writes are serialized, and a read sees the state between two writes. */
public final class MessagingService {
    private final Identifiers identifiers;
    private final Store store;
    private final DirectoryStore directory;
    private final FlowRunner flows;
    private final Consumer<FinishedWork> log;
    private volatile UnaryOperator<String> sessionEndpoint = UnaryOperator.identity();

    /**
     * Creates an empty service with default settings.
     *
     * @param clock the clock of the fake
     * @param seed the seed of generated ids; the same seed and the same writes give the same ids
     */
    public MessagingService(Clock clock, long seed) {
        this(
                clock,
                seed,
                MessagingSettings.DEFAULT,
                UserCode.DIRECT,
                new FakeLifetime(),
                new BackgroundWork(),
                finished -> {},
                new DefaultEventLog(1, true, () -> {}));
    }

    /**
     * Creates an empty service.
     *
     * @param clock the clock of the fake
     * @param seed the seed of generated ids; the same seed and the same writes give the same ids
     * @param settings the initial settings
     * @param userCode runs the predicates that select stale reads
     * @param lifetime the lifetime of the fake
     * @param background does what the service does after it has responded
     * @param log receives what the service does after it has responded
     * @param events receives the events that writes emit to users
     */
    public MessagingService(
            Clock clock,
            long seed,
            MessagingSettings settings,
            UserCode userCode,
            FakeLifetime lifetime,
            BackgroundWork background,
            Consumer<FinishedWork> log,
            DefaultEventLog events) {
        this.identifiers = new Identifiers(seed);
        this.log = log;
        this.store = new Store(
                clock,
                seed,
                State.EMPTY.with(State.Setup.DEFAULT.with(settings)),
                userCode,
                lifetime,
                background,
                log,
                events);
        this.directory = new DirectoryOfState(store);
        this.flows = new FlowRunner(store, identifiers, background, log);
    }

    /** Returns whether the fake supports this operation. It supports all operations of {@link Operation}. */
    public boolean serves(Operation operation) {
        return Handlers.find(operation).isPresent();
    }

    /**
     * Handles a call whose request satisfies the constraints of the service model.
     *
     * @throws ServiceErrorException if the bearer is unknown, or if roles, state or quotas do not allow the call
     */
    public AwsResponse handle(Call call) {
        return handle(Handlers.find(call.operation()).orElseThrow(), call);
    }

    private <R extends AwsRequest> AwsResponse handle(Handler<State, R> handler, Call call) {
        if (handler instanceof Query<State, R> query) {
            Instant now = store.now();
            State seen = OpenDirectory.register(store.seenBy(call, now), call, now);
            return query.respond(seen, context(handler, call, seen, now));
        }
        Command<State, R> command = (Command<State, R>) handler;
        WriteCause cause = WriteCause.of(call);
        return store.write(cause, (before, now) -> {
            State withUsers = OpenDirectory.register(before, call, now);
            Outcome<State> result = command.apply(withUsers, context(handler, call, withUsers, now));
            // Within the write, so that the order is that of the writes.
            result.tasks().forEach(task -> flows.schedule(result.state(), (Waiting) task, cause));
            call.resources()
                    .channel()
                    .ifPresent(channel -> LaterWork.newSubChannels(before, result.state(), channel, call)
                            .forEach(log));
            return new Store.Written<>(result.state(), result.response(), written(result.events()));
        });
    }

    /** Sets what returns the endpoint of messaging sessions for the host and port that a client used. */
    public void serveSessionsAt(UnaryOperator<String> endpointOfHost) {
        sessionEndpoint = endpointOfHost;
    }

    /** Sets what runs after each write, without a lock, by the thread of the write. */
    public void onChange(Runnable action) {
        store.onChange(action);
    }

    /** Returns the current directory, to be compared by identity. May contain users who have expired. */
    public Directory currentDirectory() {
        return store.directory();
    }

    /**
     * Returns the user or bot with this ARN, as the bearer of a call would be found: registered automatically if the
     * directory is open, and otherwise only if it is registered.
     */
    public Optional<AppInstanceUser> findBearer(Call call) {
        Instant now = store.now();
        return call.bearer().flatMap(OpenDirectory.register(store.state(), call, now)::user);
    }

    /**
     * Returns the channels that a session of a user is sent at its beginning; none if the user is not registered.
     *
     * @param unreadFirst whether channels with unread messages come before the others
     */
    public List<Prefetch.Details> prefetch(Arn userArn, boolean unreadFirst) {
        State now = store.state();
        Instant time = store.now();
        return now.user(userArn)
                .map(user -> Prefetch.of(
                        now,
                        identifiers,
                        user,
                        unreadFirst,
                        now.directory()
                                .appInstance(user.arn().appInstance())
                                .orElseThrow()
                                .retention()
                                .shownFrom(time)))
                .orElseGet(List::of);
    }

    /** Returns whether a user or bot is registered. */
    public boolean isRegistered(Arn user) {
        return store.state().user(user).isPresent();
    }

    private static List<WrittenEvent> written(List<Outcome.Event> events) {
        List<WrittenEvent> written = new ArrayList<>(events.size());
        for (Outcome.Event event : events) {
            written.add((WrittenEvent) event);
        }
        return written;
    }

    /** Does what the last call has left to the background, unless it is done, as every call does. */
    public void finishPostponed() {
        store.finishPostponed();
    }

    /** Adds a listener of writes; see {@link Store#subscribe}. */
    public void subscribe(Consumer<StateWrite> listener) {
        store.subscribe(listener);
    }

    public void unsubscribe(Consumer<StateWrite> listener) {
        store.unsubscribe(listener);
    }

    /** Deletes what has expired by now, as every call does. */
    public void deleteExpired() {
        store.state();
    }

    private <R extends AwsRequest> HandlerContext<R> context(
            Handler<State, R> handler, Call call, State state, Instant now) {
        return new HandlerContext<>(
                handler.operation(),
                handler.requestType().cast(call.request()),
                Bearers.find(state, call, now),
                call.resources(),
                () -> sessionEndpoint(call, state),
                now,
                identifiers);
    }

    private String sessionEndpoint(Call call, State state) {
        return state.settings()
                .messagingSessionEndpoint()
                .filter(configured -> !call.http().sender().isActor())
                .orElseGet(() -> sessionEndpoint.apply(call.http().host()));
    }

    /** Returns the settings. */
    public MessagingSettings settings() {
        return store.setup().settings();
    }

    /** Changes the settings. {@link #restore} undoes the change. */
    public void configure(UnaryOperator<MessagingSettings> change) {
        store.change(before ->
                before.with(before.setup().with(change.apply(before.setup().settings()))));
    }

    /**
     * Changes the settings of the identity service, and the quotas of both services. {@link #restore} undoes the
     * change.
     */
    public void configureIdentity(UnaryOperator<IdentitySettings> change) {
        store.change(before -> before.withDirectoryOnly(
                before.directory().with(change.apply(before.directory().settings()))));
    }

    /**
     * Registers a function that is called instead of a Lambda function of channel flows. {@link #restore} undoes the
     * change. Without a function, a message stays PENDING until a {@code ChannelFlowCallback} request.
     *
     * @param lambda for example {@code arn:aws:lambda:us-east-1:111122223333:function:profanity-filter}
     */
    public void registerProcessor(String lambda, ChannelFlowProcessor processor) {
        store.change(before -> before.with(before.setup().with(lambda, processor)));
    }

    /** Removes all functions that are called instead of Lambda functions. */
    public void clearProcessors() {
        store.change(before -> before.with(before.setup().withoutFunctions()));
    }

    /**
     * Returns the events of a channel's flow for which the callback is pending.
     *
     * @throws IllegalArgumentException if the channel does not exist
     */
    public List<FlowEvent> pendingCallbacks(Arn channelArn) {
        State now = store.state();
        ChannelState channel = Fixtures.requireChannel(now, channelArn);
        return channel.processing().byCallback().values().stream()
                .map(task -> FlowRunner.event(now, identifiers, channel.arn(), task))
                .toList();
    }

    /** Returns the directory, which is part of the state of the service. */
    public DirectoryStore directory() {
        return directory;
    }

    /** Returns the registrations of stale reads. */
    public StaleReads<?> staleReads() {
        return store.staleReads();
    }

    /** Returns the current state. What is left to the background is done in it. */
    public Snapshot snapshot() {
        return new Snapshot(store.state());
    }

    /** Restores the state of the snapshot. */
    public void restore(Snapshot snapshot) {
        store.restore(snapshot);
    }

    /**
     * Returns the roles of a user or bot in a channel. Without a channel, or if it does not exist, the only possible
     * role is admin.
     *
     * @return empty for a user that is not registered
     */
    public Set<ChannelRole> roles(Arn userArn, Optional<Arn> channelArn) {
        State now = store.state();
        return now.user(userArn)
                .map(user -> channelArn
                        .flatMap(now::channel)
                        .map(channel -> ChannelAccess.roles(channel, user))
                        .orElseGet(() -> user.admin() ? Set.of(ChannelRole.ADMIN) : Set.of()))
                .orElseGet(Set::of);
    }

    /**
     * Checks that a user or bot is registered, without a call.
     *
     * @throws IllegalArgumentException if it is not, with what is registered
     */
    public void requireUser(Arn user) {
        NamedResources.requireUser(store.state(), user);
    }

    /**
     * Checks that a channel exists, without a call.
     *
     * @throws IllegalArgumentException if it does not, with what exists
     */
    public void requireChannel(Arn channel) {
        NamedResources.requireChannel(store.state(), channel);
    }

    /**
     * Creates a channel without a permission check.
     *
     * @throws IllegalArgumentException if app instance or users do not exist, the id is invalid, or the channel exists
     */
    public ChimeChannel createChannel(ChannelFixture fixture) {
        State after =
                store.change((before, now) -> Fixtures.createChannel(before.advanced(), identifiers, fixture, now));
        String id = fixture.id().orElseGet(() -> identifiers.uuid(after.sequence()));
        return ChimeChannel.of(fixture.appInstance().channel(id).text(), fixture.name());
    }

    /**
     * Adds a member without a permission check.
     *
     * @throws IllegalArgumentException if the channel or the user does not exist
     */
    public void addMember(Arn channel, Arn user, ChannelMembershipType type) {
        store.change((before, now) -> Fixtures.addMember(before, channel, user, type, Optional.empty(), now));
    }

    /**
     * Makes a user or bot a moderator of a channel, without a permission check and without a membership.
     *
     * @throws IllegalArgumentException if the channel or the user does not exist
     */
    public void addModerator(Arn channel, Arn user) {
        store.change((before, now) -> Fixtures.addModerator(before, channel, user, Optional.empty(), now));
    }

    /**
     * Adds a message to a channel without a permission check.
     *
     * @return the id of the message
     * @throws IllegalArgumentException if the channel or the sender does not exist, or the message is too large
     */
    public String sendMessage(MessageFixture fixture) {
        State after = store.change((before, now) -> Fixtures.sendMessage(before.advanced(), fixture, now));
        return identifiers.messageId(after.sequence());
    }

    /**
     * Makes these changes at one moment, or none of them.
     *
     * @return the ARNs, or the ids of messages, of what was changed, in the order of the changes
     * @throws RejectedFixtureException if one of the changes is not valid
     */
    public List<String> change(List<FixtureChange> changes) {
        List<String> names = new ArrayList<>();
        store.change((before, now) -> {
            State state = before;
            for (int i = 0; i < changes.size(); i++) {
                try {
                    FixtureChange.Applied applied = changes.get(i).apply(state, identifiers, now);
                    state = applied.state();
                    names.add(applied.name());
                } catch (IllegalArgumentException invalid) {
                    throw new RejectedFixtureException(i, invalid);
                }
            }
            return state;
        });
        return names;
    }

    /**
     * Returns all persistent messages of a channel, including targeted ones, the oldest first.
     *
     * @throws IllegalArgumentException if the channel does not exist
     */
    public List<ChannelMessage> messages(Arn channelArn) {
        State now = store.state();
        ChannelState channel = Fixtures.requireChannel(now, channelArn);
        return channel.logs()
                .flatMap(log -> log.bySequence().values().stream())
                .sorted(Comparator.comparing(StoredMessage::key))
                .map(message -> Views.message(now, identifiers, channel.arn(), Optional.empty(), message))
                .toList();
    }

    /**
     * Returns all memberships of a channel, HIDDEN ones last.
     *
     * @throws IllegalArgumentException if the channel does not exist
     */
    public List<ChannelMembership> members(Arn channelArn) {
        State now = store.state();
        ChannelState channel = Fixtures.requireChannel(now, channelArn);
        Members members = channel.members();
        return Stream.concat(members.visible().values().stream(), members.hidden().values().stream())
                .map(membership -> Views.membership(now, channel.arn(), membership, Optional.empty()))
                .toList();
    }

    /** Returns the tags of a resource; empty if it has no tags or does not exist. */
    public Map<String, String> tags(Arn resource) {
        return store.state().tags(resource);
    }
}
