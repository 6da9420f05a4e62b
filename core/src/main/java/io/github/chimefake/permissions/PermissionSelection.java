package io.github.chimefake.permissions;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.ChannelRole;
import io.github.chimefake.ChimeAppInstance;
import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Operation;
import io.github.chimefake.OperationGroup;
import io.github.chimefake.Registration;
import java.util.function.Predicate;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * Selects the calls that a permission rule applies to, and registers the rule: who ({@code by}), what ({@code on}), where
 * ({@code inChannel}, {@code inAppInstance}), when ({@code once}, {@code calls}, {@code nthCall}, {@code fromCall}; every call if
 * left out), and {@code deny} or {@code allow}. Only the last verb registers anything. Of the rules that match a call, the latest
 * wins.
 *
 * <pre>{@code
 * chime.permissions().on(SEND_CHANNEL_MESSAGE).by(alice).deny();
 * chime.permissions().on(SEND_CHANNEL_MESSAGE).by(alice).inChannel(general).allow();
 * chime.permissions().on(LIST_CHANNELS).deny(FORBIDDEN);
 * chime.permissions().on(OperationGroup.MODERATION).by(ChannelRole.MODERATOR).once().deny();
 * }</pre>
 *
 * <p>There is one short form, with the operations in the verb: {@code chime.permissions().by(alice).deny(SEND_CHANNEL_MESSAGE)}.
 *
 * <p>A rule that allows overrides earlier rules; what the role of the bearer forbids stays forbidden.
 *
 * <p>Steps that select by different properties apply together; a step that repeats another one, such as a second {@code on}, replaces
 * it. Operations of identity have no bearer, role or channel: a selection of these operations alone that names one of them cannot
 * be registered.
 *
 * <p>Immutable and thread-safe: each step returns another selection.
 */
@CheckReturnValue
public interface PermissionSelection {
    /** Selects calls of these operations; without this step, of any. */
    PermissionSelection on(Operation first, Operation... more);

    /** Selects calls of the operations in this group. */
    PermissionSelection on(OperationGroup group);

    /** Selects calls with this user in {@code x-amz-chime-bearer}. */
    PermissionSelection by(ChimeUser user);

    /** Selects calls signed by this caller, with any of its access keys. */
    PermissionSelection by(ChimeCaller caller);

    /** Selects calls on this channel. */
    PermissionSelection inChannel(ChimeChannel channel);

    /**
     * Selects calls on the channel with this ARN, for example one that the code under test created.
     *
     * @throws IllegalArgumentException if it is not the ARN of a channel
     */
    PermissionSelection inChannel(String channelArn);

    /** Selects calls on this app instance or something in it; calls that name no such thing count by their bearer. */
    PermissionSelection inAppInstance(ChimeAppInstance appInstance);

    /**
     * Selects calls on the app instance with this ARN or something in it; calls that name no such thing count by their
     * bearer.
     *
     * @throws IllegalArgumentException if it is not the ARN of an app instance
     */
    PermissionSelection inAppInstance(String appInstanceArn);

    /**
     * Selects calls with such a request: {@code matching(SendChannelMessageRequest.class, r -> r.content().contains("spam"))}.
     *
     * @param type the SDK's class of the request; calls of other operations are not selected
     * @param predicate is called with the decoded request, whose absent members are null; holds no lock and may call the fake
     * @throws IllegalArgumentException if it is the identity SDK's class of a request on tags: use messaging's
     */
    <R extends AwsRequest> PermissionSelection matching(Class<R> type, Predicate<? super R> predicate);

    /**
     * Selects calls whose bearer has this role in the channel of the call. An unregistered user has no role; for calls without a
     * channel, only {@code ADMIN} can match.
     */
    PermissionSelection by(ChannelRole role);

    /** Selects the next call only. */
    PermissionSelection once();

    /**
     * Selects the next calls only; after them, earlier rules decide again. Calls that a later rule decides do not count.
     *
     * @param count how many, at least 1
     * @throws IllegalArgumentException if the count is less than 1
     */
    PermissionSelection calls(int count);

    /**
     * Selects only the n-th call after the registration. Calls that a later rule decides do not count.
     *
     * @param n counted from 1
     * @throws IllegalArgumentException if it is less than 1
     */
    PermissionSelection nthCall(int n);

    /**
     * Selects the n-th call after the registration and all later ones. Calls that a later rule decides do not count.
     *
     * @param n counted from 1
     * @throws IllegalArgumentException if it is less than 1
     */
    PermissionSelection fromCall(int n);

    /**
     * Registers a rule: the calls are denied with {@code UnauthorizedClientException} 401.
     *
     * @throws IllegalArgumentException if no call can match: only operations of identity, with a user, a role or a channel
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration deny();

    /**
     * Registers a rule: the calls fail with this error and do not reach the service. Any error is allowed.
     *
     * @throws IllegalArgumentException as {@link #deny()} does
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration deny(ChimeError error);

    /**
     * Registers a rule: the calls are allowed, whatever earlier rules deny. IAM policies and roles still apply.
     *
     * @throws IllegalArgumentException as {@link #deny()} does
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration allow();

    /**
     * Short form of {@code on(first, more).deny()}.
     *
     * @throws IllegalArgumentException as {@link #deny()} does
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration deny(Operation first, Operation... more);

    /**
     * Short form of {@code on(first, more).allow()}.
     *
     * @throws IllegalArgumentException as {@link #deny()} does
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration allow(Operation first, Operation... more);
}
