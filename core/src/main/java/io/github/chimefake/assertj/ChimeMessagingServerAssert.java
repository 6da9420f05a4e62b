package io.github.chimefake.assertj;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.ChimeAppInstance;
import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Experimental;
import io.github.chimefake.Operation;
import io.github.chimefake.Registration;
import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.internal.events.EventLogSnapshot;
import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.internal.filter.RequestFilter;
import io.github.chimefake.internal.journal.JournalSnapshot;
import io.github.chimefake.internal.sessions.DeliverySnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.description.Description;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * Assertions about the calls that a fake received, and the events that it emitted, since its last reset. An assertion is checked immediately, at each step,
 * and fails unless at least one call is selected. To assert that there was no such call, use {@code neverDenied},
 * {@code neverFailed}, {@code neverDeniedInAuditMode}, {@code neverReceived} and {@code neverEmitted}, which also fail if the journal or
 * the log of events was too small to keep all. To wait for calls, use {@link #within}.
 *
 * <p>A call with its retries counts once, by the response to its last attempt. Responses of WireMock stubs do not count as
 * errors, nor do HTTP responses that a fault sent in place of the service, or connections that a fault closed. Calls of actors are left
 * out, unless {@link #includingActors()} asks for them; events that these caused are not. Not thread-safe.
 *
 * @since 0.1
 */
public final class ChimeMessagingServerAssert extends AbstractAssert<ChimeMessagingServerAssert, ChimeMessagingServer> {

    private static final Duration LONGEST = Duration.ofDays(365);

    private final AssertionScope scope;
    private final AccountedCalls accounted;
    private final Judging judging;

    ChimeMessagingServerAssert(ChimeMessagingServer actual) {
        this(actual, AssertionScope.ALL, new AccountedCalls(), Judging.once(), null);
    }

    private ChimeMessagingServerAssert(
            ChimeMessagingServer actual,
            AssertionScope scope,
            AccountedCalls accounted,
            Judging judging,
            @Nullable Description description) {
        super(actual, ChimeMessagingServerAssert.class);
        this.scope = scope;
        this.accounted = accounted;
        this.judging = judging;
        info.description(description);
    }

    /**
     * Selects only calls with this user in {@code x-amz-chime-bearer}, in the assertions that follow. Asserts nothing itself.
     *
     * <pre>{@code
     * // passes if bob sent nothing, whatever others did
     * assertThat(chime).by(bob).neverReceived(SendChannelMessageRequest.class);
     * // fails if bob called anything before he listed the channels, or after it
     * assertThat(chime).by(bob).receivedExactly(LIST_CHANNELS);
     * }</pre>
     */
    @Experimental
    @CheckReturnValue
    public ChimeMessagingServerAssert by(ChimeUser user) {
        return scoped(scope.by(Criteria.by(user), EventCriteria.by(user)));
    }

    /**
     * Selects the calls of actors as well, in the assertions that follow. Otherwise these see only calls of the code under test. Asserts
     * nothing itself.
     *
     * <pre>{@code
     * chime.actor(bob).send(general, "hello");
     * assertThat(chime).neverReceived(SendChannelMessageRequest.class);                               // passes
     * assertThat(chime).includingActors().received(SendChannelMessageRequest.class).by(bob).times(1); // passes
     * }</pre>
     */
    @Experimental
    @CheckReturnValue
    public ChimeMessagingServerAssert includingActors() {
        return scoped(scope.includingActors());
    }

    /** Selects only calls signed by this caller, with any of its access keys. Asserts nothing itself. */
    @Experimental
    @CheckReturnValue
    public ChimeMessagingServerAssert by(ChimeCaller caller) {
        return scoped(scope.by(Criteria.by(caller), EventCriteria.by(caller)));
    }

    /** Selects only calls on this channel. Asserts nothing itself. */
    @Experimental
    @CheckReturnValue
    public ChimeMessagingServerAssert inChannel(ChimeChannel channel) {
        return inChannel(channel.arn());
    }

    /**
     * Selects only calls on the channel with this ARN, for example one that the code under test created. Asserts nothing itself.
     *
     * @throws IllegalArgumentException if it is not the ARN of a channel
     */
    @Experimental
    @CheckReturnValue
    public ChimeMessagingServerAssert inChannel(String channelArn) {
        return scoped(scope.and(
                Criteria.inChannel(channelArn),
                EventCriteria.inChannel(channelArn),
                DeliveryCriteria.inChannel(channelArn)));
    }

    /**
     * Selects only calls on this app instance or a resource in it; calls that name neither are considered by the app instance of their
     * bearer. Asserts nothing itself.
     */
    @Experimental
    @CheckReturnValue
    public ChimeMessagingServerAssert inAppInstance(ChimeAppInstance appInstance) {
        return inAppInstance(appInstance.arn());
    }

    /**
     * Selects only calls on the app instance with this ARN or a resource in it; calls that name neither are considered by the app
     * instance of their bearer. Asserts nothing itself.
     *
     * @throws IllegalArgumentException if it is not the ARN of an app instance
     */
    @Experimental
    @CheckReturnValue
    public ChimeMessagingServerAssert inAppInstance(String appInstanceArn) {
        return scoped(scope.and(
                Criteria.inAppInstance(appInstanceArn),
                EventCriteria.inAppInstance(appInstanceArn),
                DeliveryCriteria.inAppInstance(appInstanceArn)));
    }

    /**
     * Selects only events that this user receives, in the assertions about events that follow. Asserts nothing itself.
     *
     * <pre>{@code
     * // passes if bob receives no message, whatever others receive
     * assertThat(chime).forUser(bob).neverEmitted(CREATE_CHANNEL_MESSAGE);
     * // passes if these are the only events for bob in the channel
     * assertThat(chime).forUser(bob).inChannel(general).emittedExactly(CREATE_CHANNEL_MEMBERSHIP, CREATE_CHANNEL_MESSAGE);
     * }</pre>
     *
     * <p>Assertions about calls that follow throw an {@link IllegalStateException}, because calls have no receivers.
     */
    @Experimental
    @CheckReturnValue
    public ChimeMessagingServerAssert forUser(ChimeUser user) {
        return scoped(scope.forUser(user));
    }

    /**
     * Selects the calls that got an authorization failure: an error with status 401 or 403. For other errors use
     * {@link #failed}.
     *
     * <pre>{@code
     * // passes after chime.permissions().deny(LIST_CHANNELS) and a call of listChannels
     * assertThat(chime).denied(LIST_CHANNELS);
     * // fails
     * assertThat(chime).denied(SEND_CHANNEL_MESSAGE);
     * }</pre>
     *
     * @param operations the operations to consider; all if omitted
     */
    public FailedCallsAssert denied(Operation... operations) {
        return select(FailureKind.DENIED, operations);
    }

    /**
     * Selects the calls that got an error response, authorization failures included.
     *
     * <pre>{@code
     * // passes after chime.faults().fail(THROTTLED_CLIENT) and a call of listChannels
     * assertThat(chime).failed(LIST_CHANNELS).withError(THROTTLED_CLIENT);
     * // fails, as 429 is not an authorization failure
     * assertThat(chime).denied(LIST_CHANNELS);
     * }</pre>
     *
     * @param operations the operations to consider; all if omitted
     */
    public FailedCallsAssert failed(Operation... operations) {
        return select(FailureKind.FAILED, operations);
    }

    /**
     * Selects the calls that policies would have denied, had they been enforced.
     *
     * <pre>{@code
     * // passes after chime.permissions().policyMode(AUDIT) and a call that the caller's policy does not allow
     * assertThat(chime).deniedInAuditMode(LIST_CHANNELS).because("no statement allows chime:ListChannels");
     * // fails in PolicyMode.ENFORCE, as the call is denied then
     * assertThat(chime).deniedInAuditMode(LIST_CHANNELS);
     * }</pre>
     *
     * @param operations the operations to consider; all if omitted
     */
    public FailedCallsAssert deniedInAuditMode(Operation... operations) {
        return select(FailureKind.DENIED_IN_AUDIT_MODE, operations);
    }

    /**
     * Fails if a call got an authorization failure: an error with status 401 or 403.
     *
     * <pre>{@code
     * // passes if every call succeeded, or failed with another error
     * assertThat(chime).neverDenied();
     * // fails after chime.permissions().deny(LIST_CHANNELS) and a call of listChannels
     * assertThat(chime).neverDenied(LIST_CHANNELS);
     * }</pre>
     *
     * @param operations the operations to consider; all if omitted
     */
    @CanIgnoreReturnValue
    public ChimeMessagingServerAssert neverDenied(Operation... operations) {
        return never(FailureKind.DENIED, operations);
    }

    /**
     * Fails if a call got an error response.
     *
     * <pre>{@code
     * // passes if every call of listChannels succeeded
     * assertThat(chime).neverFailed(LIST_CHANNELS);
     * // fails if any call failed
     * assertThat(chime).neverFailed();
     * }</pre>
     *
     * @param operations the operations to consider; all if omitted
     */
    @CanIgnoreReturnValue
    public ChimeMessagingServerAssert neverFailed(Operation... operations) {
        return never(FailureKind.FAILED, operations);
    }

    /**
     * Fails if policies would have denied a call, had they been enforced.
     *
     * <pre>{@code
     * // passes after chime.permissions().policyMode(AUDIT) if the callers' policies allow every call
     * assertThat(chime).neverDeniedInAuditMode();
     * // fails after a call of listChannels that the caller's policy does not allow
     * assertThat(chime).neverDeniedInAuditMode(LIST_CHANNELS);
     * }</pre>
     *
     * @param operations the operations to consider; all if omitted
     */
    @CanIgnoreReturnValue
    public ChimeMessagingServerAssert neverDeniedInAuditMode(Operation... operations) {
        return never(FailureKind.DENIED_IN_AUDIT_MODE, operations);
    }

    /**
     * Selects the requests of one type, failed ones included.
     *
     * <pre>{@code
     * // passes if alice sent exactly one message
     * assertThat(chime).received(SendChannelMessageRequest.class).by(alice).times(1);
     * // fails if no channels were listed
     * assertThat(chime).received(ListChannelsRequest.class);
     * }</pre>
     *
     * @param type the SDK's class of the request
     * @return an assertion about the list of these requests, oldest first
     * @throws IllegalArgumentException if it is the identity SDK's class of a request on tags. Use the class of messaging
     */
    public <R extends AwsRequest> ReceivedRequestsAssert<R> received(Class<R> type) {
        Selected requests = requests(type);
        return new ReceivedRequestsAssert<>(type, new Selection(requests, accounted, judging), info.description());
    }

    /**
     * Fails if a request of this type was received.
     *
     * <pre>{@code
     * // passes if no message was sent
     * assertThat(chime).neverReceived(SendChannelMessageRequest.class);
     * // fails after a call of listChannels
     * assertThat(chime).neverReceived(ListChannelsRequest.class);
     * }</pre>
     *
     * @param type the SDK's class of the request
     * @throws IllegalArgumentException if it is the identity SDK's class of a request on tags. Use the class of messaging
     */
    @CanIgnoreReturnValue
    public ChimeMessagingServerAssert neverReceived(Class<? extends AwsRequest> type) {
        return requireNone(requests(type));
    }

    /**
     * Fails unless the calls since the last reset were of exactly these operations, in this order and no others. The order is that in
     * which the requests arrived. A call and its retries count once, failed calls included.
     *
     * <pre>{@code
     * // passes if one message was sent, and then the channels were listed, and nothing else happened
     * assertThat(chime).receivedExactly(SEND_CHANNEL_MESSAGE, LIST_CHANNELS);
     * // the same for the calls of alice, whatever others did
     * assertThat(chime).by(alice).receivedExactly(SEND_CHANNEL_MESSAGE, LIST_CHANNELS);
     * }</pre>
     *
     * @param first the operation of the first call; to assert that there was no call, use {@link #nothingElse}
     * @param more the operations of the further calls
     */
    @Experimental
    @CanIgnoreReturnValue
    public ChimeMessagingServerAssert receivedExactly(Operation first, Operation... more) {
        judging.exact();
        List<Operation> expected =
                Stream.concat(Stream.of(first), Stream.of(more)).toList();
        Selected considered = Selected.of(snapshot(), "call", scope.ofCalls(), "nothingElse()");
        accounted.add(considered.calls());
        return require(ExactCalls.unlessInOrder(considered, expected));
    }

    /**
     * Fails if there was a call that no earlier assertion of this object has selected. Keep the object for that, or write the
     * assertions into a block of {@link #within}. Of an assertion with several steps, the calls count that its last step has selected.
     *
     * <pre>{@code
     * ChimeMessagingServerAssert calls = assertThat(chime);
     * calls.received(SendChannelMessageRequest.class).by(alice).times(1);
     * calls.denied(LIST_CHANNELS).by(bob);
     * calls.nothingElse(); // fails if bob sent a message, too
     *
     * assertThat(chime).nothingElse(); // fails if there was any call
     * }</pre>
     */
    @Experimental
    @CanIgnoreReturnValue
    public ChimeMessagingServerAssert nothingElse() {
        judging.exact();
        return require(ExactCalls.unlessAccounted(
                Selected.of(snapshot(), "call", scope.ofCalls(), "nothingElse()"), accounted));
    }

    /**
     * Selects the events of one type that writes have emitted, even if no user was connected. Fails if there is none.
     *
     * <pre>{@code
     * // passes if alice's message was emitted to bob
     * assertThat(chime).emitted(CREATE_CHANNEL_MESSAGE).forUser(bob).inChannel(general).by(alice);
     * // fails unless alice and bob are the only receivers of a message
     * assertThat(chime).emitted(CREATE_CHANNEL_MESSAGE).exactlyFor(alice, bob);
     * }</pre>
     *
     * @throws IllegalArgumentException if no write emits events of this type
     */
    @Experimental
    public EmittedEventsAssert emitted(MessagingEventType type) {
        return new EmittedEventsAssert(events(type), judging, info.description());
    }

    /**
     * Fails if an event of one of these types was emitted, or if the log of events has dropped some, so that it is unknown.
     *
     * <pre>{@code
     * // passes if no message was emitted to bob
     * assertThat(chime).forUser(bob).neverEmitted(CREATE_CHANNEL_MESSAGE);
     * // passes if nothing was emitted in the channel
     * assertThat(chime).inChannel(general).neverEmitted();
     * }</pre>
     *
     * @param types the types to consider; all if omitted
     * @throws IllegalArgumentException if no write emits events of a type
     */
    @Experimental
    @CanIgnoreReturnValue
    public ChimeMessagingServerAssert neverEmitted(MessagingEventType... types) {
        judging.exact();
        if (types.length == 0) {
            return require(events("event").unlessNone());
        }
        for (MessagingEventType type : types) {
            require(events(type).unlessNone());
        }
        return this;
    }

    /**
     * Fails unless events of these types were emitted in this order. Other events may stand between them.
     *
     * <pre>{@code
     * assertThat(chime).forUser(alice).emittedInOrder(PENDING_CREATE_CHANNEL_MESSAGE, CREATE_CHANNEL_MESSAGE);
     * }</pre>
     */
    @Experimental
    @CanIgnoreReturnValue
    public ChimeMessagingServerAssert emittedInOrder(MessagingEventType first, MessagingEventType... more) {
        return require(events("event").unlessInOrder(types(first, more)));
    }

    /**
     * Fails unless exactly these events were emitted, in this order and no others.
     *
     * <pre>{@code
     * assertThat(chime).inChannel(general).emittedExactly(CREATE_CHANNEL_MESSAGE, DELETE_CHANNEL);
     * }</pre>
     *
     * @param first the type of the first event; to assert that there was none, use {@link #neverEmitted}
     * @param more the types of the further events
     */
    @Experimental
    @CanIgnoreReturnValue
    public ChimeMessagingServerAssert emittedExactly(MessagingEventType first, MessagingEventType... more) {
        judging.exact();
        return require(events("event").unlessExactly(types(first, more)));
    }

    /**
     * Selects what open sessions were sent of one type: not what faults have dropped, and twice what they have duplicated. Fails if there
     * is nothing. The events of calls that were responded to are handed to the sessions before.
     *
     * <pre>{@code
     * // passes if a session of bob was sent the message
     * assertThat(chime).delivered(CREATE_CHANNEL_MESSAGE).forUser(bob).inChannel(general);
     * }</pre>
     */
    @Experimental
    public DeliveredEventsAssert delivered(MessagingEventType type) {
        return new DeliveredEventsAssert(deliveries(type), judging, info.description());
    }

    /**
     * Fails if a session was sent something of one of these types, or if the log of deliveries has dropped some, so that it is unknown.
     *
     * <pre>{@code
     * // passes if no session of carol was sent a message
     * assertThat(chime).forUser(carol).neverDelivered(CREATE_CHANNEL_MESSAGE);
     * }</pre>
     *
     * @param types the types to consider; all if omitted
     */
    @Experimental
    @CanIgnoreReturnValue
    public ChimeMessagingServerAssert neverDelivered(MessagingEventType... types) {
        judging.exact();
        if (types.length == 0) {
            return require(SelectedDeliveries.of(deliveries(), "event", scope.deliveries())
                    .unlessNone());
        }
        for (MessagingEventType type : types) {
            require(deliveries(type).unlessNone());
        }
        return this;
    }

    private SelectedDeliveries deliveries(MessagingEventType type) {
        return SelectedDeliveries.of(
                deliveries(),
                type.name(),
                Stream.concat(Stream.of(DeliveryCriteria.type(type)), scope.ofDeliveries(type).stream())
                        .toList());
    }

    private DeliverySnapshot deliveries() {
        isNotNull();
        return judging.isRepeated()
                ? DeliverySnapshot.soFar(actual.sessions())
                : DeliverySnapshot.of(actual.sessions());
    }

    private List<MessagingEventType> types(MessagingEventType first, MessagingEventType... more) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toList();
    }

    private SelectedEvents events(MessagingEventType type) {
        if (type == MessagingEventType.SESSION_ESTABLISHED || type == MessagingEventType.CHANNEL_DETAILS) {
            throw new IllegalArgumentException(
                    "Received " + type + ", which no write emits: a session sends it when it begins."
                            + " Expected a type such as CREATE_CHANNEL_MESSAGE");
        }
        return SelectedEvents.of(
                eventLog(),
                type + " event",
                Stream.concat(Stream.of(EventCriteria.type(type)), scope.events().stream())
                        .toList(),
                "neverEmitted(" + type + ")");
    }

    private SelectedEvents events(String noun) {
        return SelectedEvents.of(eventLog(), noun, scope.events(), "neverEmitted()");
    }

    private EventLogSnapshot eventLog() {
        isNotNull();
        return EventLogSnapshot.of(actual.events());
    }

    /**
     * Fails unless this rule, fault, limit or stale read was applied to at least one call since the last reset.
     *
     * <pre>{@code
     * Registration fault = chime.faults().on(LIST_CHANNELS).fail(THROTTLED_CLIENT);
     * // passes if the code under test listed the channels twice
     * assertThat(chime).applied(fault).times(2);
     * }</pre>
     *
     * @param registration what the method that registered it has returned
     */
    @Experimental
    public RegistrationAssert applied(Registration registration) {
        return new RegistrationAssert(AppliedTimes.of(snapshot(), registration), judging, info.description());
    }

    /**
     * Fails if this rule, fault, limit or stale read was applied to a call since the last reset.
     *
     * @param registration what the method that registered it has returned
     */
    @Experimental
    @CanIgnoreReturnValue
    public ChimeMessagingServerAssert neverApplied(Registration registration) {
        judging.exact();
        return require(AppliedTimes.of(snapshot(), registration).unlessNone());
    }

    /**
     * Waits until these assertions pass, at most for the given time. They are judged now, and again at each change of the journal: when
     * a call, one of its retries, background work or an event is recorded, when a call ends, and when the fake is reset or closed. Nothing is
     * polled. When the time is over, they are judged for the last time, and the last failure is reported.
     *
     * <pre>{@code
     * client.sendLater(general, "hello"); // the code under test sends in another thread
     * assertThat(chime).within(ofSeconds(2), calls -> {
     *     calls.received(SendChannelMessageRequest.class).by(alice).times(1);
     *     calls.nothingElse();
     * });
     * }</pre>
     *
     * <p>Assertions that a further call could make fail ({@code times}, {@code never…}, {@code receivedExactly}, {@code emittedExactly}, {@code nothingElse},
     * and all that {@code received(…)} and {@code emitted(…)} have of AssertJ's) must also hold once the calls that have begun have ended: while a call is under
     * way, a block with such an assertion is judged again instead of passing. If calls are still under way when the time is over, it
     * fails and says so. A call has ended when it is in the journal and its response was sent, or was handed over to be sent later, so
     * a delayed response is not waited for.
     *
     * <p>Only an {@link AssertionError} is a failure; the block's other exceptions end the wait at once. The block may call the fake,
     * which changes the journal, so that it is judged again. It may contain another {@code within}, whose time ends with this one's.
     *
     * @param limit positive; true time, not the fake's
     * @param assertions are called with an object like this one
     * @throws IllegalArgumentException if the limit is not positive
     * @throws IllegalStateException if the thread is interrupted while it waits, which it stays
     */
    @Experimental
    @CanIgnoreReturnValue
    public ChimeMessagingServerAssert within(Duration limit, Consumer<? super ChimeMessagingServerAssert> assertions) {
        if (limit.isZero() || limit.isNegative()) {
            throw new IllegalArgumentException(
                    "within(" + limit + ", …): expected a positive duration, for example ofSeconds(2)");
        }
        isNotNull();
        AccountedCalls before =
                accounted.copy(); // What an earlier run has selected may have changed until the last one.
        long nanos = limit.compareTo(LONGEST) < 0 ? limit.toNanos() : LONGEST.toNanos();
        RepeatedBlock block = new RepeatedBlock(
                JournalSnapshot.changesOf(actual.journal()),
                limit,
                judging.limited(nanos),
                deadline -> judge(assertions, before, deadline));
        block.judge().ifPresent(failed -> {
            AssertionError failure = failure("%s", failed.message());
            failed.last().ifPresent(failure::initCause);
            throw failure;
        });
        return this;
    }

    private Judging judge(
            Consumer<? super ChimeMessagingServerAssert> assertions, AccountedCalls before, long deadline) {
        Judging ofBlock = judging.ofBlock(deadline);
        AccountedCalls known = before.copy();
        assertions.accept(new ChimeMessagingServerAssert(actual, scope, known, ofBlock, info.description()));
        accounted.adopt(known);
        if (ofBlock.isExact()) {
            judging.exact();
        }
        return ofBlock;
    }

    private ChimeMessagingServerAssert scoped(AssertionScope narrower) {
        return new ChimeMessagingServerAssert(actual, narrower, accounted, judging, info.description());
    }

    private FailedCallsAssert select(FailureKind kind, Operation... operations) {
        Selected failures = kind.select(snapshot(), filter(operations), scope.ofCalls());
        return new FailedCallsAssert(kind, new Selection(failures, accounted, judging), info.description());
    }

    private ChimeMessagingServerAssert never(FailureKind kind, Operation... operations) {
        return requireNone(kind.select(snapshot(), filter(operations), scope.ofCalls()));
    }

    private Selected requests(Class<? extends AwsRequest> type) {
        RequestFilter.requireReceivable(type);
        return Selected.of(
                snapshot(),
                type.getSimpleName(),
                Stream.concat(Stream.of(Criteria.type(type)), scope.ofCalls().stream())
                        .toList(),
                "neverReceived(" + type.getSimpleName() + ".class)");
    }

    private ChimeMessagingServerAssert requireNone(Selected selected) {
        judging.exact();
        return require(selected.unlessNone());
    }

    private ChimeMessagingServerAssert require(Optional<String> failure) {
        failure.ifPresent(message -> {
            throw failure("%s", message);
        });
        return this;
    }

    private static CallFilter filter(Operation... operations) {
        return CallFilter.ANY.on(List.of(operations));
    }

    private JournalSnapshot snapshot() {
        isNotNull();
        return JournalSnapshot.of(actual.journal());
    }
}
