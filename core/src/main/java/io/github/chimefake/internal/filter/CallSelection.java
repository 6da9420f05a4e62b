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
 * The steps that select calls, by operation ({@code on}), user or caller ({@code by}), and channel ({@code inChannel}). Every entry
 * point shares them. A step registers nothing; the last verb does.
 *
 * @param <S> what the steps return
 */
@CheckReturnValue
public abstract class CallSelection<S extends CallSelection<S>> {
    private final CallFilter filter;

    /** Creates a selection of the given calls. */
    protected CallSelection(CallFilter filter) {
        this.filter = filter;
    }

    /** Returns the same selection with another filter. */
    protected abstract S with(CallFilter other);

    /** Returns what selects the calls so far. */
    protected final CallFilter filter() {
        return filter;
    }

    /** Returns the number that was given to this step, if it is at least 1. */
    protected static int atLeastOne(String step, int number) {
        if (number < 1) {
            throw new IllegalArgumentException(step + "(" + number + "): the number must be at least 1");
        }
        return number;
    }

    /** Only these operations; any, if this step is left out. */
    public S on(Operation first, Operation... more) {
        return with(filter.on(first, more));
    }

    /** Only the operations of this group. */
    public S on(OperationGroup group) {
        return with(filter.on(group.operations()));
    }

    /** Only calls with this user in {@code x-amz-chime-bearer}. */
    public S by(ChimeUser user) {
        return with(filter.by(user));
    }

    /** Only calls signed by this caller, with any of its access keys. */
    public S by(ChimeCaller caller) {
        return with(filter.by(caller));
    }

    /** Only calls on this channel. */
    public S inChannel(ChimeChannel channel) {
        return with(filter.inChannel(channel.arn()));
    }

    /** Only calls on the channel with this ARN, for example one that the code under test created. */
    public S inChannel(String channelArn) {
        return with(filter.inChannel(channelArn));
    }

    /** Only calls on this app instance or something in it. */
    public S inAppInstance(ChimeAppInstance appInstance) {
        return inAppInstance(appInstance.arn());
    }

    /**
     * Only calls on this app instance or something in it; calls that name no such thing count by their bearer.
     *
     * @param arn for example {@code chime.appInstance().arn()}
     * @throws IllegalArgumentException if it is not the ARN of an app instance
     */
    public S inAppInstance(String arn) {
        return with(filter.inAppInstance(arn));
    }

    /**
     * Only calls with such a request: {@code matching(SendChannelMessageRequest.class, r -> r.content().contains("spam"))}.
     *
     * @param type the SDK's class of the request; calls of other operations are not selected
     * @param predicate is called with the decoded request, whose absent members are null
     * @throws IllegalArgumentException if it is the identity SDK's class of a request on tags: these are messaging's here
     */
    public <R extends AwsRequest> S matching(Class<R> type, Predicate<? super R> predicate) {
        return with(filter.matching(new RequestFilter<>(type, predicate)));
    }
}
