package io.github.chimefake.assertj;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.Operation;
import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.internal.filter.RequestFilter;
import io.github.chimefake.journal.Journal;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * Assertions about the calls that a fake received since its last reset. An assertion is checked immediately, at each step,
 * and fails unless at least one call is selected. To assert that there was no such call, use {@code neverDenied},
 * {@code neverFailed}, {@code neverDeniedInAuditMode} and {@code neverReceived}, which also fail if the journal was too small
 * to keep all calls.
 *
 * <p>A call with its retries counts once, by the response to its last attempt. Responses of WireMock stubs do not count as
 * errors, nor do HTTP responses that a fault sent in place of the service, or connections that a fault closed. Not thread-safe.
 *
 * @since 0.1
 */
public final class ChimeMessagingServerAssert extends AbstractAssert<ChimeMessagingServerAssert, ChimeMessagingServer> {

    ChimeMessagingServerAssert(ChimeMessagingServer actual) {
        super(actual, ChimeMessagingServerAssert.class);
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
        return new ReceivedRequestsAssert<>(type, requests(type), info.description());
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
        Selected requests = requests(type);
        return requireNone(requests, requests.requests(type));
    }

    private FailedCallsAssert select(FailureKind kind, Operation... operations) {
        return new FailedCallsAssert(kind, kind.select(journal(), filter(operations)), info.description());
    }

    private ChimeMessagingServerAssert never(FailureKind kind, Operation... operations) {
        Selected failures = kind.select(journal(), filter(operations));
        return requireNone(failures, failures.calls());
    }

    private Selected requests(Class<? extends AwsRequest> type) {
        RequestFilter.requireReceivable(type);
        return Selected.of(journal(), type);
    }

    private ChimeMessagingServerAssert requireNone(Selected selected, List<?> found) {
        selected.unlessNone(found).ifPresent(message -> {
            throw failure("%s", message);
        });
        return this;
    }

    private static CallFilter filter(Operation... operations) {
        return CallFilter.ANY.on(List.of(operations));
    }

    private Journal journal() {
        isNotNull();
        return actual.journal();
    }
}
