package io.github.chimefake.internal.filter;

import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.ChimeAppInstance;
import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Operation;
import io.github.chimefake.OperationGroup;
import java.util.function.Predicate;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * The methods that select calls, by operation ({@code on}), user or caller ({@code by}), and channel
 * ({@code inChannel}). All entry points share them. They register nothing; only the last method of a chain does.
 *
 * @param <S> the type that the methods return
 */
@CheckReturnValue
public abstract class CallSelection<S extends CallSelection<S>> {
    private final Sentence sentence;
    private final CallFilter filter;

    /**
     * Creates a selection of the given calls.
     *
     * @param sentence the steps so far
     */
    protected CallSelection(Sentence sentence, CallFilter filter) {
        this.sentence = sentence;
        this.filter = filter;
        sentence.describeBy(this::steps);
    }

    /** Returns the sentence with one more step. */
    protected final Sentence next() {
        return sentence.next();
    }

    /** Notes that the sentence is finished. To be called first, so that the sentence of a rejected registration counts as finished, too. */
    protected final void finish() {
        sentence.finish();
    }

    /** Returns the steps so far as a test writes them, for example {@code .on(SEND_CHANNEL_MESSAGE).by(alice)}. */
    protected String steps() {
        return filter.steps();
    }

    /** Returns the same selection with another filter. */
    protected abstract S with(CallFilter other);

    /** Returns the current filter. */
    protected final CallFilter filter() {
        return filter;
    }

    /** Returns the number, if it is at least 1. */
    protected static int atLeastOne(String step, int number) {
        if (number < 1) {
            throw new IllegalArgumentException(step + "(" + number + "): the number must be at least 1");
        }
        return number;
    }

    /** Selects only these operations. Without this method, all operations are selected. */
    public S on(Operation first, Operation... more) {
        return with(filter.on(first, more));
    }

    /** Selects only the operations of this group. */
    public S on(OperationGroup group) {
        return with(filter.on(group.operations()));
    }

    /** Selects only calls with this user in {@code x-amz-chime-bearer}. */
    public S by(ChimeUser user) {
        return with(filter.by(user));
    }

    /** Selects only calls signed by this caller, with any of its access keys. */
    public S by(ChimeCaller caller) {
        return with(filter.by(caller));
    }

    /** Selects only calls on this channel. */
    public S inChannel(ChimeChannel channel) {
        return with(filter.inChannel(channel.arn()));
    }

    /** Selects only calls on the channel with this ARN, for example a channel that the code under test created. */
    public S inChannel(String channelArn) {
        return with(filter.inChannel(channelArn));
    }

    /** Selects only calls on this app instance or its resources. */
    public S inAppInstance(ChimeAppInstance appInstance) {
        return inAppInstance(appInstance.arn());
    }

    /**
     * Selects only calls on this app instance or its resources. Calls without such resources are selected by the app
     * instance of the bearer.
     *
     * @param arn for example {@code chime.appInstance().arn()}
     * @throws IllegalArgumentException if it is not the ARN of an app instance
     */
    public S inAppInstance(String arn) {
        return with(filter.inAppInstance(arn));
    }

    /**
     * Selects only calls with matching requests, for example {@code matching(SendChannelMessageRequest.class, r ->
     * r.content().contains("spam"))}.
     *
     * @param type the SDK's class of the request; calls of other operations are not selected
     * @param predicate receives the decoded request, whose absent members are null
     * @throws IllegalArgumentException if it is a tag request of the identity SDK, because the fake processes tag
     *     requests as those of messaging
     */
    public <R extends AwsRequest> S matching(Class<R> type, Predicate<? super R> predicate) {
        return with(filter.matching(new RequestFilter<>(type, predicate)));
    }
}
