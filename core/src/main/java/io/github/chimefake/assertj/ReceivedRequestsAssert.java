package io.github.chimefake.assertj;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.chimefake.ChimeAppInstance;
import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Experimental;
import io.github.chimefake.Registration;
import io.github.chimefake.journal.RecordedCall;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.assertj.core.api.ListAssert;
import org.assertj.core.api.ThrowingConsumer;
import org.assertj.core.description.Description;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * Assertions about the requests of one type that a fake received, oldest first, in the SDK's type. In addition to
 * AssertJ's assertions about lists, it has steps that select some of the requests selected so far. A step fails if it selects
 * none; the failure message contains the journal. AssertJ's methods return a {@link ListAssert}, so call them after the steps.
 * Set a description before the steps: {@code assertThat(chime).as("…").received(…)}. Not thread-safe.
 *
 * <pre>{@code
 * // passes if alice sent two messages to this channel, failed requests included
 * assertThat(chime).received(SendChannelMessageRequest.class).by(alice).inChannel(general).times(2)
 *         .extracting(SendChannelMessageRequest::content).containsExactly("hello", "again");
 * // fails if no message contains the word
 * assertThat(chime).received(SendChannelMessageRequest.class).matching(r -> r.content().contains("spam"));
 * }</pre>
 *
 * @param <R> the SDK's class of the requests
 * @since 0.1
 */
public final class ReceivedRequestsAssert<R extends AwsRequest> extends ListAssert<R> {
    private final Class<R> type;
    private final Selection selection;

    ReceivedRequestsAssert(Class<R> type, Selection selection, Description description) {
        super(new ExactList<>(selection.selected().requests(type), selection.judging()));
        this.type = type;
        this.selection = selection;
        info.description(description);
        selection.selected().unlessSome().ifPresent(this::fail);
    }

    /** Selects the requests with this user in {@code x-amz-chime-bearer}. */
    @CanIgnoreReturnValue
    public ReceivedRequestsAssert<R> by(ChimeUser user) {
        return next(Criteria.by(user));
    }

    /** Selects the requests signed by this caller, with any of its access keys. */
    @CanIgnoreReturnValue
    public ReceivedRequestsAssert<R> by(ChimeCaller caller) {
        return next(Criteria.by(caller));
    }

    /** Selects the requests on this channel. */
    @CanIgnoreReturnValue
    public ReceivedRequestsAssert<R> inChannel(ChimeChannel channel) {
        return inChannel(channel.arn());
    }

    /**
     * Selects the requests on the channel with this ARN, for example one that the code under test created.
     *
     * @throws IllegalArgumentException if it is not the ARN of a channel
     */
    @CanIgnoreReturnValue
    public ReceivedRequestsAssert<R> inChannel(String channelArn) {
        return next(Criteria.inChannel(channelArn));
    }

    /**
     * Selects the requests on this app instance or a resource in it; those that name neither are selected by the app instance of their
     * bearer.
     */
    @CanIgnoreReturnValue
    public ReceivedRequestsAssert<R> inAppInstance(ChimeAppInstance appInstance) {
        return inAppInstance(appInstance.arn());
    }

    /**
     * Selects the requests on the app instance with this ARN or a resource in it; those that name neither are selected by the
     * app instance of their bearer.
     *
     * @throws IllegalArgumentException if it is not the ARN of an app instance
     */
    @CanIgnoreReturnValue
    public ReceivedRequestsAssert<R> inAppInstance(String appInstanceArn) {
        return next(Criteria.inAppInstance(appInstanceArn));
    }

    /**
     * Selects the requests that fulfill a condition.
     *
     * @param predicate is called with the decoded request, whose absent members are null
     */
    @CanIgnoreReturnValue
    public ReceivedRequestsAssert<R> matching(Predicate<? super R> predicate) {
        return next(Criteria.matching(type, predicate, selection.selected().calls()));
    }

    /** Selects the requests with exactly this many attempts: 1 if there was no retry. */
    @Experimental
    @CanIgnoreReturnValue
    public ReceivedRequestsAssert<R> withAttempts(int count) {
        return next(Criteria.withAttempts(count));
    }

    /**
     * Selects the requests whose client waited at least this long before each retry, after the response to the attempt before. A call without
     * a retry is not selected.
     */
    @Experimental
    @CanIgnoreReturnValue
    public ReceivedRequestsAssert<R> withPausesOfAtLeast(Duration shortest) {
        return next(Criteria.withPausesOfAtLeast(shortest));
    }

    /**
     * Selects the requests whose client waited at most this long before each retry, after the response to the attempt before. A call without
     * a retry is not selected.
     */
    @Experimental
    @CanIgnoreReturnValue
    public ReceivedRequestsAssert<R> withPausesOfAtMost(Duration longest) {
        return next(Criteria.withPausesOfAtMost(longest));
    }

    /** Selects the requests to which a fault applied, at one attempt or more. */
    @Experimental
    @CanIgnoreReturnValue
    public ReceivedRequestsAssert<R> withFault() {
        return next(Criteria.withFault());
    }

    /**
     * Selects the requests to which this fault applied, at one attempt or more.
     *
     * @param fault what the method that registered the fault has returned; no call is selected for a rule or a limit
     */
    @Experimental
    @CanIgnoreReturnValue
    public ReceivedRequestsAssert<R> withFault(Registration fault) {
        return next(Criteria.withFault(fault));
    }

    /**
     * Fails unless exactly this many requests are selected. A request and its retries count once.
     *
     * @param count at least 1
     * @throws IllegalArgumentException if the count is 0 or less: use {@code neverReceived(…)}
     */
    @CanIgnoreReturnValue
    public ReceivedRequestsAssert<R> times(int count) {
        selection.unlessTimes(count).ifPresent(this::fail);
        return this;
    }

    /** Fails always, as {@code received(…)} needs at least one request. To assert that there was none, use {@code neverReceived(…)}. */
    @Override
    public void isEmpty() {
        fail(selection.selected().notEmpty());
    }

    /**
     * Fails unless exactly this many are selected, and also if the journal has dropped some, as it is unknown then.
     */
    @Override
    @CanIgnoreReturnValue
    public ReceivedRequestsAssert<R> hasSize(int expected) {
        requireComplete("hasSize(" + expected + ")");
        super.hasSize(expected);
        return this;
    }

    /** Fails if one matches, and also if the journal has dropped some, as it is unknown then. */
    @Override
    @CanIgnoreReturnValue
    public ReceivedRequestsAssert<R> noneMatch(Predicate<? super R> predicate) {
        requireComplete("noneMatch(…)");
        super.noneMatch(predicate);
        return this;
    }

    /** Fails if one satisfies the restrictions, and also if the journal has dropped some, as it is unknown then. */
    @Override
    @CanIgnoreReturnValue
    public ReceivedRequestsAssert<R> noneSatisfy(Consumer<? super R> restrictions) {
        requireComplete("noneSatisfy(…)");
        super.noneSatisfy(restrictions);
        return this;
    }

    /** Fails if one satisfies the restrictions, and also if the journal has dropped some, as it is unknown then. */
    @Override
    @CanIgnoreReturnValue
    public ReceivedRequestsAssert<R> noneSatisfy(ThrowingConsumer<? super R> restrictions) {
        requireComplete("noneSatisfy(…)");
        super.noneSatisfy(restrictions);
        return this;
    }

    private void requireComplete(String assertion) {
        selection.judging().exact();
        selection.selected().unlessComplete(assertion).ifPresent(this::fail);
    }

    private ReceivedRequestsAssert<R> next(Criterion<RecordedCall> criterion) {
        return new ReceivedRequestsAssert<>(type, selection.and(criterion, this::fail), info.description());
    }

    private void fail(String message) {
        throw failure("%s", message);
    }
}
