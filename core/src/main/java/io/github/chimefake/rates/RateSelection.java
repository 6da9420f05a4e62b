package io.github.chimefake.rates;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.ChimeAppInstance;
import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Operation;
import io.github.chimefake.OperationGroup;
import io.github.chimefake.Registration;
import java.util.function.Predicate;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * Selects the calls that a rate limit counts, and registers the limit. Calls beyond it get a {@code ThrottledClientException} 429,
 * which the SDKs retry.
 *
 * <pre>{@code
 * chime.rates().perBearer(10);
 * chime.rates().on(SEND_CHANNEL_MESSAGE, UPDATE_CHANNEL_MESSAGE).perChannel(5);
 * }</pre>
 *
 * <p>The selected operations are counted together. A second begins with the first call that counts in it, by the fake's clock.
 * Every attempt counts, retries included. A limit replaces an earlier one with the same selection and the same count; otherwise a
 * call must be within all of them.
 *
 * <p>Steps that select by different properties apply together; a step that repeats another one, such as a second {@code on}, replaces
 * it.
 *
 * <p>Immutable and thread-safe: each step returns another selection.
 */
@CheckReturnValue
public interface RateSelection {
    /** Selects calls of these operations; without this step, of any. */
    RateSelection on(Operation first, Operation... more);

    /** Selects calls of the operations in this group. */
    RateSelection on(OperationGroup group);

    /** Selects calls with this user in {@code x-amz-chime-bearer}. */
    RateSelection by(ChimeUser user);

    /** Selects calls signed by this caller, with any of its access keys. */
    RateSelection by(ChimeCaller caller);

    /** Selects calls on this channel. */
    RateSelection inChannel(ChimeChannel channel);

    /**
     * Selects calls on the channel with this ARN, for example one that the code under test created.
     *
     * @throws IllegalArgumentException if it is not the ARN of a channel
     */
    RateSelection inChannel(String channelArn);

    /** Selects calls on this app instance or something in it; calls that name no such thing count by their bearer. */
    RateSelection inAppInstance(ChimeAppInstance appInstance);

    /**
     * Selects calls on the app instance with this ARN or something in it; calls that name no such thing count by their
     * bearer.
     *
     * @throws IllegalArgumentException if it is not the ARN of an app instance
     */
    RateSelection inAppInstance(String appInstanceArn);

    /**
     * Selects calls with such a request: {@code matching(SendChannelMessageRequest.class, r -> r.content().contains("spam"))}.
     *
     * @param type the SDK's class of the request; calls of other operations are not selected
     * @param predicate is called with the decoded request, whose absent members are null; holds no lock and may call the fake
     * @throws IllegalArgumentException if it is the identity SDK's class of a request on tags: use messaging's
     */
    <R extends AwsRequest> RateSelection matching(Class<R> type, Predicate<? super R> predicate);

    /**
     * Registers a limit for each {@code x-amz-chime-bearer}; calls without one are not limited.
     *
     * @param perSecond at least 1
     * @throws IllegalArgumentException if the limit is less than 1, or no call can match: all operations are of identity
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration perBearer(int perSecond);

    /**
     * Registers a limit for each channel; calls that name no channel are not limited.
     *
     * @param perSecond at least 1
     * @throws IllegalArgumentException if the limit is less than 1, or no call can match: all operations are of identity
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration perChannel(int perSecond);

    /**
     * Registers a limit for each app instance; calls that name no such thing count by their bearer.
     *
     * @param perSecond at least 1
     * @throws IllegalArgumentException if the limit is less than 1, or no call can match: all operations are of identity, and a user
     *     or a channel is named
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration perAppInstance(int perSecond);

    /**
     * Registers a limit for each user: the {@code AppInstanceUserArn} of the request, else the bearer.
     *
     * @param perSecond at least 1
     * @throws IllegalArgumentException if the limit is less than 1, or no call can match: all operations are of identity, and a user
     *     or a channel is named
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration perUser(int perSecond);
}
