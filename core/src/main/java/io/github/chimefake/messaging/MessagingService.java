package io.github.chimefake.messaging;

import io.github.chimefake.call.Arn;
import io.github.chimefake.call.Call;
import io.github.chimefake.call.ChimeChannel;
import io.github.chimefake.call.ChimeError;
import io.github.chimefake.call.ChimeUser;
import io.github.chimefake.call.Operation;
import io.github.chimefake.call.Provenance;
import io.github.chimefake.call.Refusal;
import io.github.chimefake.call.RefusedException;
import io.github.chimefake.consistency.StaleReads;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembership;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessage;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.PutChannelExpirationSettingsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SearchChannelsRequest;

/**
 * The messaging service: answers calls from its state. Safe for use by many threads: writes happen one after the other, and a
 * read sees the state between two writes.
 */
public final class MessagingService {
    private final Clock clock;
    private final Identifiers identifiers;
    private final MessagingSettings settings;
    private final Handlers handlers = new Handlers();
    private final Object writeLock = new Object();
    private final StaleReads<State> staleReads;
    private volatile State state = State.EMPTY;

    /**
     * A service that knows nothing and nobody yet, and behaves as documented.
     *
     * @param clock tells when things happen
     * @param seed makes the ids; the same seed and the same writes give the same ids
     */
    public MessagingService(Clock clock, long seed) {
        this(clock, seed, MessagingSettings.DEFAULT);
    }

    /**
     * A service that knows nothing and nobody yet.
     *
     * @param clock tells when things happen
     * @param seed makes the ids; the same seed and the same writes give the same ids
     * @param settings how the service behaves
     */
    public MessagingService(Clock clock, long seed, MessagingSettings settings) {
        this.clock = clock;
        this.identifiers = new Identifiers(seed);
        this.settings = settings;
        this.staleReads = new StaleReads<>(seed);
    }

    /** Whether the fake serves this operation; the others are refused with {@link ChimeError#NOT_IMPLEMENTED}. */
    public boolean serves(Operation operation) {
        return handlers.find(operation).isPresent();
    }

    /**
     * Checks the bearer of a call, and nothing else.
     *
     * @throws RefusedException 401 if the operation has a bearer and this one is missing or nobody registered it
     */
    public void requireKnownBearer(Call call) {
        if (call.bearer().isPresent() ? hasBearer(call.request()) : requiresBearer(call.request())) {
            Bearers.require(state, call.bearer());
        }
    }

    private static boolean hasBearer(ChimeSdkMessagingRequest request) {
        return request.sdkFields().stream().map(SdkField::locationName).anyMatch("x-amz-chime-bearer"::equals);
    }

    /** The model requires the header wherever it has one, with two exceptions. */
    private static boolean requiresBearer(ChimeSdkMessagingRequest request) {
        return hasBearer(request)
                && !(request instanceof SearchChannelsRequest)
                && !(request instanceof PutChannelExpirationSettingsRequest);
    }

    /**
     * Answers a call whose request satisfies the constraints of the service model.
     *
     * @throws RefusedException if roles, state or limits do not allow it, or if the fake does not serve the operation
     */
    public ChimeSdkMessagingResponse handle(Call call) {
        Handler<?> handler = handlers.find(call.operation())
                .orElseThrow(() -> Refusal.of(
                                ChimeError.NOT_IMPLEMENTED,
                                "The fake does not serve " + call.operation() + " yet. Stub it in WireMock, or do"
                                        + " without it in this test.",
                                Provenance.REQUESTED)
                        .asException());
        return handle(handler, call);
    }

    private <R extends ChimeSdkMessagingRequest> ChimeSdkMessagingResponse handle(Handler<R> handler, Call call) {
        R request = handler.requestType().cast(call.request());
        if (handler instanceof Query<R> query) {
            Invocation<R> read = invocation(call, request);
            reap(read.now());
            return query.answer(staleReads.seenBy(call, () -> state, read.now()), read);
        }
        Command<R> command = (Command<R>) handler;
        synchronized (writeLock) {
            Invocation<R> write = invocation(call, request);
            reap(write.now());
            State before = state;
            Outcome outcome = command.apply(before, write);
            state = AbandonedChannels.clean(outcome.state());
            staleReads.written(before, state, write.now());
            return outcome.response();
        }
    }

    /** Deletes the channels that have expired by now. */
    private void reap(Instant now) {
        if (Expirations.anyDue(state, now)) {
            synchronized (writeLock) {
                state = Expirations.reap(state, now);
            }
        }
    }

    private <R extends ChimeSdkMessagingRequest> Invocation<R> invocation(Call call, R request) {
        return new Invocation<>(call.operation(), request, call.bearer(), now(), identifiers, settings);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Which writes the reads of calls miss. */
    public StaleReads<?> staleReads() {
        return staleReads;
    }

    /** All that the service knows now. */
    public Snapshot snapshot() {
        return new Snapshot(state);
    }

    /** Goes back to what the service knew when the snapshot was taken. */
    public void restore(Snapshot snapshot) {
        synchronized (writeLock) {
            state = snapshot.state();
            staleReads.settle();
        }
    }

    private State change(UnaryOperator<State> change) {
        synchronized (writeLock) {
            state = change.apply(state);
            staleReads.settle();
            return state;
        }
    }

    /**
     * Adds an app instance.
     *
     * @throws IllegalArgumentException if the ARN is not one of an app instance, or exists already
     */
    public void createAppInstance(Arn arn, String name) {
        change(before -> Seeding.createAppInstance(before, arn, name));
    }

    /** The ARNs of all app instances. */
    public List<Arn> appInstances() {
        return state.appInstances().keySet().stream().map(Arn::parse).toList();
    }

    /** The registered user or bot with this ARN. */
    public Optional<ChimeUser> findUser(String arn) {
        return state.user(arn).map(user -> new ChimeUser(user.arn(), user.name()));
    }

    /**
     * Registers a user.
     *
     * @throws IllegalArgumentException if the app instance does not exist, the id is invalid, or the user is registered
     */
    public ChimeUser registerUser(Arn appInstance, String id, String name) {
        change(before -> Seeding.register(before, appInstance, "user", id, name));
        return new ChimeUser(appInstance.child("user", id).toString(), name);
    }

    /**
     * Registers a bot.
     *
     * @throws IllegalArgumentException if the app instance does not exist, the id is invalid, or the bot is registered
     */
    public ChimeUser registerBot(Arn appInstance, String id, String name) {
        change(before -> Seeding.register(before, appInstance, "bot", id, name));
        return new ChimeUser(appInstance.child("bot", id).toString(), name);
    }

    /**
     * Makes a user or bot an AppInstanceAdmin.
     *
     * @throws IllegalArgumentException if nobody has this ARN
     */
    public void promoteToAdmin(String userArn) {
        change(before -> before.with(Seeding.requireUser(before, userArn).withAdmin(true)));
    }

    /**
     * Takes the role of AppInstanceAdmin from a user or bot.
     *
     * @throws IllegalArgumentException if nobody has this ARN
     */
    public void demoteFromAdmin(String userArn) {
        change(before -> before.with(Seeding.requireUser(before, userArn).withAdmin(false)));
    }

    /**
     * Gives a user or bot another name, which from now on stands on everything it ever did.
     *
     * @throws IllegalArgumentException if nobody has this ARN
     */
    public ChimeUser renameUser(String userArn, String name) {
        change(before -> before.with(Seeding.requireUser(before, userArn).withName(name)));
        return new ChimeUser(userArn, name);
    }

    /**
     * Deletes a user or bot with its memberships and moderatorships. Its messages and the channels that it created stay.
     *
     * @throws IllegalArgumentException if nobody has this ARN
     */
    public void deleteUser(String userArn) {
        change(before -> Seeding.deleteUser(before, userArn));
    }

    /**
     * Creates a channel without asking anybody's role.
     *
     * @throws IllegalArgumentException if app instance or users do not exist, the id is invalid, or the channel exists
     */
    public ChimeChannel createChannel(ChannelSeed seed) {
        synchronized (writeLock) {
            State next = state.advanced();
            String id = seed.id().orElseGet(() -> identifiers.uuid(next.sequence()));
            state = Seeding.createChannel(next, id, seed, now());
            staleReads.settle();
            return new ChimeChannel(Channels.arn(seed.appInstance().toString(), id), seed.name());
        }
    }

    /**
     * Adds a member without asking anybody's role.
     *
     * @throws IllegalArgumentException if the channel or the user does not exist
     */
    public void addMember(String channelArn, String userArn, ChannelMembershipType type) {
        change(before -> Seeding.addMember(before, channelArn, userArn, type, Optional.empty(), now()));
    }

    /**
     * Makes a user or bot a moderator of a channel, without asking anybody's role. It becomes no member by that.
     *
     * @throws IllegalArgumentException if the channel or the user does not exist
     */
    public void addModerator(String channelArn, String userArn) {
        change(before -> Seeding.addModerator(before, channelArn, userArn, Optional.empty(), now()));
    }

    /**
     * Puts a message into a channel without asking anybody's role.
     *
     * @return its id
     * @throws IllegalArgumentException if the channel or the sender does not exist, or the message is too large
     */
    public String sendMessage(MessageSeed seed) {
        State after = change(before -> Seeding.sendMessage(before.advanced(), seed, now()));
        return identifiers.messageId(after.sequence());
    }

    /**
     * Every persistent message of a channel, targeted ones included, the oldest first.
     *
     * @throws IllegalArgumentException if the channel does not exist
     */
    public List<ChannelMessage> messages(String channelArn) {
        State now = state;
        return Seeding.requireChannel(now, channelArn)
                .logs()
                .flatMap(log -> log.bySequence().values().stream())
                .sorted(Comparator.comparing(StoredMessage::key))
                .map(message -> Views.message(now, identifiers, channelArn, Optional.empty(), message))
                .toList();
    }

    /**
     * Every membership of a channel, HIDDEN ones last.
     *
     * @throws IllegalArgumentException if the channel does not exist
     */
    public List<ChannelMembership> members(String channelArn) {
        State now = state;
        Members members = Seeding.requireChannel(now, channelArn).members();
        return Stream.concat(members.visible().values().stream(), members.hidden().values().stream())
                .map(membership -> Views.membership(now, channelArn, membership, Optional.empty()))
                .toList();
    }

    /** The tags of a resource; none if it has none or does not exist. */
    public Map<String, String> tags(String resourceArn) {
        return state.tags(resourceArn);
    }
}
