package io.github.chimefake.assertj;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.chimefake.ChimeAppInstance;
import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Operation;
import io.github.chimefake.OperationGroup;
import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.journal.ErrorResponse;
import io.github.chimefake.journal.RecordedCall;
import java.util.List;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.description.Description;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * Assertions about calls that were denied, that failed, or that policies in audit mode would have denied. Each step selects
 * some of the calls selected so far, and fails if it selects none; the failure message contains the journal. Not thread-safe.
 *
 * <pre>{@code
 * // passes if alice was denied twice in this channel with a 403, for example after two requests
 * assertThat(chime).denied(SEND_CHANNEL_MESSAGE).by(alice).inChannel(general).withError(FORBIDDEN).times(2);
 * // fails if only alice was denied
 * assertThat(chime).denied(SEND_CHANNEL_MESSAGE).by(bob);
 * }</pre>
 *
 * @since 0.1
 */
public final class FailedCallsAssert extends AbstractAssert<FailedCallsAssert, List<RecordedCall>> {
    private final FailureKind kind;
    private final Selected selected;

    FailedCallsAssert(FailureKind kind, Selected selected, Description description) {
        super(selected.calls(), FailedCallsAssert.class);
        this.kind = kind;
        this.selected = selected;
        info.description(description);
        if (selected.calls().isEmpty()) {
            throw failure("%s", selected.none());
        }
    }

    /** Selects the calls of these operations among those that {@code denied(…)} or {@code failed(…)} selected. */
    @CanIgnoreReturnValue
    public FailedCallsAssert on(Operation first, Operation... more) {
        CallFilter filter = CallFilter.ANY.on(first, more);
        return select(filter, "on " + filter);
    }

    /** Selects the calls of the operations in this group. */
    @CanIgnoreReturnValue
    public FailedCallsAssert on(OperationGroup group) {
        return select(CallFilter.ANY.on(group.operations()), "on " + group);
    }

    /** Selects the calls with this user in {@code x-amz-chime-bearer}. */
    @CanIgnoreReturnValue
    public FailedCallsAssert by(ChimeUser user) {
        return next(selected.by(user));
    }

    /** Selects the calls signed by this caller, with any of its access keys. */
    @CanIgnoreReturnValue
    public FailedCallsAssert by(ChimeCaller caller) {
        return next(selected.by(caller));
    }

    /** Selects the calls on this channel. */
    @CanIgnoreReturnValue
    public FailedCallsAssert inChannel(ChimeChannel channel) {
        return inChannel(channel.arn());
    }

    /**
     * Selects the calls on the channel with this ARN, for example one that the code under test created.
     *
     * @throws IllegalArgumentException if it is not the ARN of a channel
     */
    @CanIgnoreReturnValue
    public FailedCallsAssert inChannel(String channelArn) {
        return next(selected.inChannel(channelArn));
    }

    /**
     * Selects the calls on this app instance or a resource in it; calls that name neither are selected by the app instance of their bearer.
     */
    @CanIgnoreReturnValue
    public FailedCallsAssert inAppInstance(ChimeAppInstance appInstance) {
        return inAppInstance(appInstance.arn());
    }

    /**
     * Selects the calls on the app instance with this ARN or a resource in it; calls that name neither are selected by the
     * app instance of their bearer.
     *
     * @throws IllegalArgumentException if it is not the ARN of an app instance
     */
    @CanIgnoreReturnValue
    public FailedCallsAssert inAppInstance(String appInstanceArn) {
        return next(selected.inAppInstance(appInstanceArn));
    }

    /**
     * Selects the calls whose request fulfills a condition:
     * {@code matching(SendChannelMessageRequest.class, r -> r.content().contains("spam"))}.
     *
     * @param type the SDK's class of the request; calls of other operations are not selected
     * @param predicate is called with the decoded request, whose absent members are null
     * @throws IllegalArgumentException if it is the identity SDK's class of a request on tags. Use the class of messaging
     */
    @CanIgnoreReturnValue
    public <R extends AwsRequest> FailedCallsAssert matching(Class<R> type, Predicate<? super R> predicate) {
        Selected matching = selected.matching(type, predicate);
        if (matching.calls().isEmpty()) {
            throw failure("%s", matching.noneMatching(selected));
        }
        return next(matching);
    }

    /** Selects the calls that got this error; after {@code deniedInAuditMode(…)}, those that would have got it. */
    @CanIgnoreReturnValue
    public FailedCallsAssert withError(ChimeError error) {
        return select(response -> response.error() == error, "with " + error.errorType());
    }

    /** Selects the calls whose error has an explanation that contains this text. */
    @CanIgnoreReturnValue
    public FailedCallsAssert because(String reason) {
        return select(response -> response.explanation().contains(reason), "because \"" + reason + "\"");
    }

    /**
     * Fails unless exactly this many calls are selected. A call and its retries count once.
     *
     * @param count at least 1
     * @throws IllegalArgumentException if the count is 0 or less: use {@code neverDenied(…)}, {@code neverFailed(…)} or
     *     {@code neverDeniedInAuditMode(…)}
     */
    @CanIgnoreReturnValue
    public FailedCallsAssert times(int count) {
        selected.unlessTimes(count, kind.neverVerb()).ifPresent(message -> {
            throw failure("%s", message);
        });
        return this;
    }

    private FailedCallsAssert select(CallFilter filter, String step) {
        return next(selected.only(filter, step));
    }

    private FailedCallsAssert select(Predicate<ErrorResponse> condition, String step) {
        return next(selected.only(
                recorded -> kind.errorResponse(recorded).filter(condition).isPresent(), step));
    }

    private FailedCallsAssert next(Selected left) {
        return new FailedCallsAssert(kind, left, info.description());
    }
}
