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
 * The steps that say which calls are meant: what ({@code on}), whom ({@code by}) and where ({@code inChannel}). Permissions,
 * faults and assertions share them. A step registers nothing; the verb at the end of the sentence does.
 *
 * @param <S> the kind of sentence that goes on
 */
@CheckReturnValue
public abstract class CallSelection<S extends CallSelection<S>> {
    private final CallFilter filter;

    /** A sentence that means the given calls. */
    protected CallSelection(CallFilter filter) {
        this.filter = filter;
    }

    /** The same sentence about other calls. */
    protected abstract S with(CallFilter other);

    /** The calls meant so far. */
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

    /** Only calls with this chat user in {@code x-amz-chime-bearer}. */
    public S by(ChimeUser user) {
        return with(filter.by(user));
    }

    /** Only calls signed by this caller, whatever keys it has by now. */
    public S by(ChimeCaller caller) {
        return with(filter.by(caller));
    }

    /** Only calls on this channel. */
    public S inChannel(ChimeChannel channel) {
        return with(filter.inChannel(channel.arn()));
    }

    /** Only calls on the channel with this ARN, for example one that the code under test made. */
    public S inChannel(String channelArn) {
        return with(filter.inChannel(channelArn));
    }

    /** Only calls on this app instance or something in it. */
    public S inAppInstance(ChimeAppInstance appInstance) {
        return inAppInstance(appInstance.arn());
    }

    /**
     * Only calls on this app instance or something in it; of calls that name no such thing, those whose bearer is in it.
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
     * @param type the SDK's class of the request; calls of other operations are not meant
     * @param predicate sees the request as it was decoded; members that it does not have are null
     * @throws IllegalArgumentException if it is the identity SDK's class of a request on tags: these are messaging's here
     */
    public <R extends AwsRequest> S matching(Class<R> type, Predicate<? super R> predicate) {
        return with(filter.matching(new RequestFilter<>(type, predicate)));
    }
}
