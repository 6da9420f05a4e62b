package io.github.chimefake.assertj;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.chimefake.ChimeAppInstance;
import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Experimental;
import io.github.chimefake.Layer;
import io.github.chimefake.Operation;
import io.github.chimefake.OperationGroup;
import io.github.chimefake.Registration;
import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.journal.RecordedCall;
import java.time.Duration;
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
    private final Selection selection;

    FailedCallsAssert(FailureKind kind, Selection selection, Description description) {
        super(new ExactList<>(selection.selected().calls(), selection.judging()), FailedCallsAssert.class);
        this.kind = kind;
        this.selection = selection;
        info.description(description);
        selection.selected().unlessSome().ifPresent(this::fail);
    }

    /** Selects the calls of these operations among those that {@code denied(…)} or {@code failed(…)} selected. */
    @CanIgnoreReturnValue
    public FailedCallsAssert on(Operation first, Operation... more) {
        return next(Criteria.operations("on", CallFilter.ANY.on(first, more)));
    }

    /** Selects the calls of the operations in this group. */
    @CanIgnoreReturnValue
    public FailedCallsAssert on(OperationGroup group) {
        return next(Criteria.group(group.toString(), group.operations()));
    }

    /** Selects the calls with this user in {@code x-amz-chime-bearer}. */
    @CanIgnoreReturnValue
    public FailedCallsAssert by(ChimeUser user) {
        return next(Criteria.by(user));
    }

    /** Selects the calls signed by this caller, with any of its access keys. */
    @CanIgnoreReturnValue
    public FailedCallsAssert by(ChimeCaller caller) {
        return next(Criteria.by(caller));
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
        return next(Criteria.inChannel(channelArn));
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
        return next(Criteria.inAppInstance(appInstanceArn));
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
        return next(Criteria.matching(type, predicate, selection.selected().calls()));
    }

    /** Selects the calls that got this error; after {@code deniedInAuditMode(…)}, those that would have got it. */
    @CanIgnoreReturnValue
    public FailedCallsAssert withError(ChimeError error) {
        return next(Criteria.withError(kind, error));
    }

    /** Selects the calls whose error has an explanation that contains this text. */
    @CanIgnoreReturnValue
    public FailedCallsAssert because(String reason) {
        return next(Criteria.because(kind, reason));
    }

    /**
     * Selects the calls whose error this part of the fake decided on, for example {@code Layer.IAM_POLICY} or {@code Layer.ROLE}; after
     * {@code deniedInAuditMode(…)}, those whose error it would have been.
     */
    @Experimental
    @CanIgnoreReturnValue
    public FailedCallsAssert decidedBy(Layer layer) {
        return next(Criteria.decidedBy(kind, layer));
    }

    /** Selects the calls with exactly this many attempts: 1 if there was no retry. */
    @Experimental
    @CanIgnoreReturnValue
    public FailedCallsAssert withAttempts(int count) {
        return next(Criteria.withAttempts(count));
    }

    /**
     * Selects the calls whose client waited at least this long before each retry, after the response to the attempt before. A call without
     * a retry is not selected.
     */
    @Experimental
    @CanIgnoreReturnValue
    public FailedCallsAssert withPausesOfAtLeast(Duration shortest) {
        return next(Criteria.withPausesOfAtLeast(shortest));
    }

    /**
     * Selects the calls whose client waited at most this long before each retry, after the response to the attempt before. A call without
     * a retry is not selected.
     */
    @Experimental
    @CanIgnoreReturnValue
    public FailedCallsAssert withPausesOfAtMost(Duration longest) {
        return next(Criteria.withPausesOfAtMost(longest));
    }

    /** Selects the calls to which a fault applied, at one attempt or more. */
    @Experimental
    @CanIgnoreReturnValue
    public FailedCallsAssert withFault() {
        return next(Criteria.withFault());
    }

    /**
     * Selects the calls to which this fault applied, at one attempt or more.
     *
     * @param fault what the method that registered the fault has returned; no call is selected for a rule or a limit
     */
    @Experimental
    @CanIgnoreReturnValue
    public FailedCallsAssert withFault(Registration fault) {
        return next(Criteria.withFault(fault));
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
        selection.unlessTimes(count).ifPresent(this::fail);
        return this;
    }

    private FailedCallsAssert next(Criterion<RecordedCall> criterion) {
        return new FailedCallsAssert(kind, selection.and(criterion, this::fail), info.description());
    }

    private void fail(String message) {
        throw failure("%s", message);
    }
}
