package io.github.chimefake.messaging;

import io.github.chimefake.call.Arn;
import io.github.chimefake.call.Call;
import io.github.chimefake.call.ChannelRole;
import io.github.chimefake.call.ChimeChannel;
import io.github.chimefake.call.ChimeUser;
import io.github.chimefake.call.Operation;
import io.github.chimefake.call.RefusedException;
import io.github.chimefake.consistency.StaleReads;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembership;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessage;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.PutChannelExpirationSettingsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SearchChannelsRequest;

/**
 * The messaging service: answers calls from its state. Safe for use by many threads: writes happen one after the other,
 * and a read sees the state between two writes.
 */
public final class MessagingService {
    private final Identifiers identifiers;
    private final Store store;
    private final FlowRunner flows;

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
        this.identifiers = new Identifiers(seed);
        this.store = new Store(clock, seed, State.EMPTY.with(State.Setup.DEFAULT.with(settings)));
        this.flows = new FlowRunner(store, identifiers);
    }

    /** Whether the fake serves this operation; it serves all that {@link Operation} has. */
    public boolean serves(Operation operation) {
        return Handlers.find(operation).isPresent();
    }

    /**
     * Checks the bearer of a call, and nothing else.
     *
     * @throws RefusedException 401 if the operation has a bearer and this one is missing or nobody registered it
     */
    public void requireKnownBearer(Call call) {
        if (call.bearer().isPresent() ? hasBearer(call.request()) : requiresBearer(call.request())) {
            Bearers.require(OpenDirectory.admit(store.state(), call), call.bearer());
        }
    }

    private static boolean hasBearer(AwsRequest request) {
        return request.sdkFields().stream().map(SdkField::locationName).anyMatch("x-amz-chime-bearer"::equals);
    }

    /** The model requires the header wherever it has one, with two exceptions. */
    private static boolean requiresBearer(AwsRequest request) {
        return hasBearer(request)
                && !(request instanceof SearchChannelsRequest)
                && !(request instanceof PutChannelExpirationSettingsRequest);
    }

    /**
     * Answers a call whose request satisfies the constraints of the service model.
     *
     * @throws RefusedException if roles, state or limits do not allow it
     */
    public ChimeSdkMessagingResponse handle(Call call) {
        return handle(Handlers.find(call.operation()).orElseThrow(), call);
    }

    private <R extends ChimeSdkMessagingRequest> ChimeSdkMessagingResponse handle(Handler<R> handler, Call call) {
        R request = handler.requestType().cast(call.request());
        if (handler instanceof Query<R> query) {
            Instant now = store.now();
            State seen = OpenDirectory.admit(store.seenBy(call, now), call);
            return query.answer(seen, invocation(handler, call, request, seen, now));
        }
        Command<R> command = (Command<R>) handler;
        Outcome outcome = store.write((before, now) -> {
            State admitted = OpenDirectory.admit(before, call);
            Outcome made = command.apply(admitted, invocation(handler, call, request, admitted, now));
            return new Store.Written<>(made.state(), made);
        });
        outcome.waiting().ifPresent(flows::run);
        return outcome.response();
    }

    private <R extends ChimeSdkMessagingRequest> Invocation<R> invocation(
            Handler<R> handler, Call call, R request, State state, Instant now) {
        return new Invocation<>(
                handler.operation(),
                request,
                call.bearer(),
                now,
                identifiers,
                state.setup().settings());
    }

    /** How the service behaves now. */
    public MessagingSettings settings() {
        return store.state().setup().settings();
    }

    /** Has the service behave otherwise from now on; goes back with {@link #restore}. */
    public void configure(MessagingSettings settings) {
        store.change(before -> before.with(before.setup().with(settings)));
    }

    /**
     * Has a function stand for a Lambda function that processors of channel flows name; goes back with {@link
     * #restore}. Without one, a message stays PENDING until {@code ChannelFlowCallback} comes.
     *
     * @param lambdaArn for example {@code arn:aws:lambda:us-east-1:111122223333:function:profanity-filter}
     */
    public void registerProcessor(String lambdaArn, ChannelFlowProcessor processor) {
        store.change(before -> before.with(before.setup().with(lambdaArn, processor)));
    }

    /**
     * What the processors of a channel's flow were invoked with and have not answered.
     *
     * @throws IllegalArgumentException if the channel does not exist
     */
    public List<ChannelFlowProcessor.Event> pendingCallbacks(String channelArn) {
        State now = store.state();
        return Seeding.requireChannel(now, channelArn).processing().byCallback().values().stream()
                .map(task -> FlowRunner.event(now, identifiers, channelArn, task))
                .toList();
    }

    /** Which writes the reads of calls miss. */
    public StaleReads<?> staleReads() {
        return store.staleReads();
    }

    /** All that the service knows now. */
    public Snapshot snapshot() {
        return new Snapshot(store.state());
    }

    /** Goes back to what the service knew when the snapshot was taken. */
    public void restore(Snapshot snapshot) {
        store.change(before -> snapshot.state());
    }

    /**
     * Adds an app instance.
     *
     * @throws IllegalArgumentException if the ARN is not one of an app instance, or exists already
     */
    public void createAppInstance(Arn arn, String name) {
        store.change(before -> Seeding.createAppInstance(before, arn, name));
    }

    /** The ARNs of all app instances. */
    public List<Arn> appInstances() {
        return store.state().appInstances().keySet().stream().map(Arn::parse).toList();
    }

    /**
     * What a user or bot is to a channel; without a channel, or with one that does not exist, it can only be an admin.
     *
     * @return nothing at all for a user that nobody registered
     */
    public Set<ChannelRole> roles(String userArn, Optional<String> channelArn) {
        State now = store.state();
        return now.user(userArn)
                .map(user -> channelArn
                        .flatMap(now::channel)
                        .map(channel -> ChannelAccess.roles(channel, user))
                        .orElseGet(() -> user.admin() ? Set.of(ChannelRole.ADMIN) : Set.of()))
                .orElseGet(Set::of);
    }

    /** The registered user or bot with this ARN. */
    public Optional<ChimeUser> findUser(String arn) {
        return store.state().user(arn).map(user -> new ChimeUser(user.arn(), user.name()));
    }

    /**
     * Registers a user.
     *
     * @throws IllegalArgumentException if the app instance does not exist, the id is invalid, or the user is registered
     */
    public ChimeUser registerUser(Arn appInstance, String id, String name) {
        store.change(before -> Seeding.register(before, appInstance, "user", id, name));
        return new ChimeUser(appInstance.child("user", id).toString(), name);
    }

    /**
     * Registers a bot.
     *
     * @throws IllegalArgumentException if the app instance does not exist, the id is invalid, or the bot is registered
     */
    public ChimeUser registerBot(Arn appInstance, String id, String name) {
        store.change(before -> Seeding.register(before, appInstance, "bot", id, name));
        return new ChimeUser(appInstance.child("bot", id).toString(), name);
    }

    /**
     * Makes a user or bot an AppInstanceAdmin.
     *
     * @throws IllegalArgumentException if nobody has this ARN
     */
    public void promoteToAdmin(String userArn) {
        store.change(before -> before.with(Seeding.requireUser(before, userArn).withAdmin(true)));
    }

    /**
     * Takes the role of AppInstanceAdmin from a user or bot.
     *
     * @throws IllegalArgumentException if nobody has this ARN
     */
    public void demoteFromAdmin(String userArn) {
        store.change(before -> before.with(Seeding.requireUser(before, userArn).withAdmin(false)));
    }

    /**
     * Gives a user or bot another name, which from now on stands on everything it ever did.
     *
     * @throws IllegalArgumentException if nobody has this ARN
     */
    public ChimeUser renameUser(String userArn, String name) {
        store.change(before -> before.with(Seeding.requireUser(before, userArn).withName(name)));
        return new ChimeUser(userArn, name);
    }

    /**
     * Deletes a user or bot with its memberships and moderatorships. Its messages and the channels that it created
     * stay.
     *
     * @throws IllegalArgumentException if nobody has this ARN
     */
    public void deleteUser(String userArn) {
        store.change(before -> Seeding.deleteUser(before, userArn));
    }

    /**
     * Creates a channel without asking anybody's role.
     *
     * @throws IllegalArgumentException if app instance or users do not exist, the id is invalid, or the channel exists
     */
    public ChimeChannel createChannel(ChannelSeed seed) {
        State after = store.change(before -> Seeding.createChannel(before.advanced(), identifiers, seed, store.now()));
        String id = seed.id().orElseGet(() -> identifiers.uuid(after.sequence()));
        return new ChimeChannel(Channels.arn(seed.appInstance().toString(), id), seed.name());
    }

    /**
     * Adds a member without asking anybody's role.
     *
     * @throws IllegalArgumentException if the channel or the user does not exist
     */
    public void addMember(String channelArn, String userArn, ChannelMembershipType type) {
        store.change(before -> Seeding.addMember(before, channelArn, userArn, type, Optional.empty(), store.now()));
    }

    /**
     * Makes a user or bot a moderator of a channel, without asking anybody's role. It becomes no member by that.
     *
     * @throws IllegalArgumentException if the channel or the user does not exist
     */
    public void addModerator(String channelArn, String userArn) {
        store.change(before -> Seeding.addModerator(before, channelArn, userArn, Optional.empty(), store.now()));
    }

    /**
     * Puts a message into a channel without asking anybody's role.
     *
     * @return its id
     * @throws IllegalArgumentException if the channel or the sender does not exist, or the message is too large
     */
    public String sendMessage(MessageSeed seed) {
        State after = store.change(before -> Seeding.sendMessage(before.advanced(), seed, store.now()));
        return identifiers.messageId(after.sequence());
    }

    /**
     * Every persistent message of a channel, targeted ones included, the oldest first.
     *
     * @throws IllegalArgumentException if the channel does not exist
     */
    public List<ChannelMessage> messages(String channelArn) {
        State now = store.state();
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
        State now = store.state();
        Members members = Seeding.requireChannel(now, channelArn).members();
        return Stream.concat(members.visible().values().stream(), members.hidden().values().stream())
                .map(membership -> Views.membership(now, channelArn, membership, Optional.empty()))
                .toList();
    }

    /** The tags of a resource; none if it has none or does not exist. */
    public Map<String, String> tags(String resourceArn) {
        return store.state().tags(resourceArn);
    }
}
