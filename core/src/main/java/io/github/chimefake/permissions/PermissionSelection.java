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
 * A selection of the calls that a permission rule applies to: by user, caller or role ({@code by}), operation ({@code on}), place
 * ({@code inChannel}, {@code inAppInstance}), and number ({@code once}, {@code calls}, {@code nthCall}, {@code fromCall},
 * {@code everyNthCall}; every call if omitted). The last method, {@code deny} or {@code allow}, registers the rule. If several rules match a call, the latest one decides.
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
 * <p>A rule that allows overrides earlier rules, but not the role of the bearer: calls that the role forbids still fail.
 *
 * <p>Steps that select by different properties apply together; a step that repeats another one, such as a second {@code on}, replaces
 * it. Operations of identity have no bearer, role or channel: a selection of only these operations that also selects a user, role or
 * channel cannot be registered.
 *
 * <p>Immutable and thread-safe: each step returns another selection.
 *
 * @since 0.1
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

    /** Selects calls on this app instance or a resource in it; calls that name neither are selected by the app instance of their bearer. */
    PermissionSelection inAppInstance(ChimeAppInstance appInstance);

    /**
     * Selects calls on the app instance with this ARN or a resource in it; calls that name neither are selected by the
     * app instance of their bearer.
     *
     * @throws IllegalArgumentException if it is not the ARN of an app instance
     */
    PermissionSelection inAppInstance(String appInstanceArn);

    /**
     * Selects calls whose request fulfills a condition:
     * {@code matching(SendChannelMessageRequest.class, r -> r.content().contains("spam"))}.
     *
     * @param type the SDK's class of the request; calls of other operations are not selected
     * @param predicate is called with the decoded request, whose absent members are null, while no lock is held; may call the fake
     * @throws IllegalArgumentException if it is the identity SDK's class of a request on tags. Use the class of messaging
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
     * Selects every n-th call after the registration: the n-th, the 2n-th, and so on. Calls that a later rule decides do not count.
     *
     * @param n at least 1
     * @throws IllegalArgumentException if it is less than 1
     */
    PermissionSelection everyNthCall(int n);

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
     * Registers a rule: the calls fail with this error and this message, and do not reach the service. Any error is allowed.
     *
     * @param message the text that the client's exception reports
     * @throws IllegalArgumentException as {@link #deny()} does
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration deny(ChimeError error, String message);

    /**
     * Registers a rule: the calls are allowed, even if earlier rules deny them. IAM policies and roles still apply.
     *
     * @throws IllegalArgumentException as {@link #deny()} does
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration allow();

    /**
     * Registers a rule: calls of these operations are denied. Short form of {@code on(first, more).deny()}.
     *
     * @throws IllegalArgumentException as {@link #deny()} does
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration deny(Operation first, Operation... more);

    /**
     * Registers a rule: calls of these operations are allowed. Short form of {@code on(first, more).allow()}.
     *
     * @throws IllegalArgumentException as {@link #deny()} does
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration allow(Operation first, Operation... more);
}
