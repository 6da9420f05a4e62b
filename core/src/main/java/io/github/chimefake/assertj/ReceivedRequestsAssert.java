package io.github.chimefake.assertj;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.chimefake.ChimeAppInstance;
import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeUser;
import java.util.function.Predicate;
import org.assertj.core.api.ListAssert;
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
    private final Selected selected;

    ReceivedRequestsAssert(Class<R> type, Selected selected, Description description) {
        super(selected.requests(type));
        this.type = type;
        this.selected = selected;
        info.description(description);
        if (selected.calls().isEmpty()) {
            throw failure("%s", selected.none());
        }
    }

    /** Selects the requests with this user in {@code x-amz-chime-bearer}. */
    @CanIgnoreReturnValue
    public ReceivedRequestsAssert<R> by(ChimeUser user) {
        return next(selected.by(user));
    }

    /** Selects the requests signed by this caller, with any of its access keys. */
    @CanIgnoreReturnValue
    public ReceivedRequestsAssert<R> by(ChimeCaller caller) {
        return next(selected.by(caller));
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
        return next(selected.inChannel(channelArn));
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
        return next(selected.inAppInstance(appInstanceArn));
    }

    /**
     * Selects the requests that fulfill a condition.
     *
     * @param predicate is called with the decoded request, whose absent members are null
     */
    @CanIgnoreReturnValue
    public ReceivedRequestsAssert<R> matching(Predicate<? super R> predicate) {
        Selected matching = selected.matching(type, predicate);
        if (matching.calls().isEmpty()) {
            throw failure("%s", matching.noneMatching(selected));
        }
        return next(matching);
    }

    /**
     * Fails unless exactly this many requests are selected. A request and its retries count once.
     *
     * @param count at least 1
     * @throws IllegalArgumentException if the count is 0 or less: use {@code neverReceived(…)}
     */
    @CanIgnoreReturnValue
    public ReceivedRequestsAssert<R> times(int count) {
        selected.unlessTimes(count, "neverReceived(" + type.getSimpleName() + ".class)")
                .ifPresent(message -> {
                    throw failure("%s", message);
                });
        return this;
    }

    private ReceivedRequestsAssert<R> next(Selected left) {
        return new ReceivedRequestsAssert<>(type, left, info.description());
    }
}
