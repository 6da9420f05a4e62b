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
 * A selection of the calls that a rate limit counts; the last method, for example {@code perBearer}, registers the limit. Calls beyond
 * the limit get a {@code ThrottledClientException} 429, which the SDKs retry.
 *
 * <pre>{@code
 * chime.rates().perBearer(10);
 * chime.rates().on(SEND_CHANNEL_MESSAGE, UPDATE_CHANNEL_MESSAGE).perChannel(5);
 * }</pre>
 *
 * <p>The selected operations are counted together. A second begins with the first call that is counted in it, by the fake's clock.
 * Every attempt counts, retries included. A limit replaces an earlier one with the same selection and the same count; otherwise a
 * call must be within all limits that select it.
 *
 * <p>Steps that select by different properties apply together; a step that repeats another one, such as a second {@code on}, replaces
 * it.
 *
 * <p>Immutable and thread-safe: each step returns another selection.
 *
 * @since 0.1
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

    /** Selects calls on this app instance or a resource in it; calls that name neither are selected by the app instance of their bearer. */
    RateSelection inAppInstance(ChimeAppInstance appInstance);

    /**
     * Selects calls on the app instance with this ARN or a resource in it; calls that name neither are selected by the
     * app instance of their bearer.
     *
     * @throws IllegalArgumentException if it is not the ARN of an app instance
     */
    RateSelection inAppInstance(String appInstanceArn);

    /**
     * Selects calls whose request fulfills a condition:
     * {@code matching(SendChannelMessageRequest.class, r -> r.content().contains("spam"))}.
     *
     * @param type the SDK's class of the request; calls of other operations are not selected
     * @param predicate is called with the decoded request, whose absent members are null, while no lock is held; may call the fake
     * @throws IllegalArgumentException if it is the identity SDK's class of a request on tags. Use the class of messaging
     */
    <R extends AwsRequest> RateSelection matching(Class<R> type, Predicate<? super R> predicate);

    /**
     * Registers a limit for each {@code x-amz-chime-bearer}; calls without one are not limited.
     *
     * @param perSecond calls per second, at least 1
     * @throws IllegalArgumentException if the limit is less than 1, or no call can match: only operations of identity
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration perBearer(int perSecond);

    /**
     * Registers a limit for each channel; calls that name no channel are not limited.
     *
     * @param perSecond calls per second, at least 1
     * @throws IllegalArgumentException if the limit is less than 1, or no call can match: only operations of identity
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration perChannel(int perSecond);

    /**
     * Registers a limit for each app instance; calls that name neither an app instance nor a resource in it are counted for the app
     * instance of their bearer.
     *
     * @param perSecond calls per second, at least 1
     * @throws IllegalArgumentException if the limit is less than 1, or no call can match: only operations of identity, with a user
     *     or a channel
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration perAppInstance(int perSecond);

    /**
     * Registers a limit for each user: the {@code AppInstanceUserArn} of the request, or the bearer if there is none.
     *
     * @param perSecond calls per second, at least 1
     * @throws IllegalArgumentException if the limit is less than 1, or no call can match: only operations of identity, with a user
     *     or a channel
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration perUser(int perSecond);
}
