package io.github.chimefake.consistency;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.ChimeAppInstance;
import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Operation;
import io.github.chimefake.OperationGroup;
import io.github.chimefake.Registration;
import java.time.Duration;
import java.util.function.Predicate;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * A selection of the reads that do not see the latest writes; the last method registers for how long. A registration replaces the one
 * before; {@link Registration#timesApplied()} counts the reads that did not see the current state.
 *
 * <pre>{@code
 * chime.consistency().eventual();
 * chime.consistency().on(LIST_CHANNEL_MEMBERSHIPS).staleReads(2);
 * }</pre>
 *
 * <p>Reads are the operations that change nothing. A stale read sees one consistent earlier state, also where it checks whether
 * the bearer may read. Writes always act on the current state, and their responses show it. Fixtures
 * ({@code chime.channel(…).create()}) are visible at once, together with all that was written before them.
 *
 * <p>Steps that select by different properties apply together; a step that repeats another one, such as a second {@code on}, replaces
 * it. Operations that are not reads are never stale. Operations of identity have no bearer or channel: a selection of
 * only these operations that also selects a user or channel cannot be registered.
 *
 * <p>Immutable and thread-safe: each step returns another selection.
 *
 * @since 0.1
 */
@CheckReturnValue
public interface ReadSelection {
    /** Selects reads of these operations; without this step, of any. */
    ReadSelection on(Operation first, Operation... more);

    /** Selects reads of the operations in this group. */
    ReadSelection on(OperationGroup group);

    /** Selects reads with this user in {@code x-amz-chime-bearer}. */
    ReadSelection by(ChimeUser user);

    /** Selects reads signed by this caller, with any of its access keys. */
    ReadSelection by(ChimeCaller caller);

    /** Selects reads on this channel. */
    ReadSelection inChannel(ChimeChannel channel);

    /**
     * Selects reads on the channel with this ARN, for example one that the code under test created.
     *
     * @throws IllegalArgumentException if it is not the ARN of a channel
     */
    ReadSelection inChannel(String channelArn);

    /** Selects reads on this app instance or a resource in it; reads that name neither are selected by the app instance of their bearer. */
    ReadSelection inAppInstance(ChimeAppInstance appInstance);

    /**
     * Selects reads on the app instance with this ARN or a resource in it; reads that name neither are selected by the
     * app instance of their bearer.
     *
     * @throws IllegalArgumentException if it is not the ARN of an app instance
     */
    ReadSelection inAppInstance(String appInstanceArn);

    /**
     * Selects reads whose request fulfills a condition:
     * {@code matching(SendChannelMessageRequest.class, r -> r.content().contains("spam"))}.
     *
     * @param type the SDK's class of the request; reads of other operations are not selected
     * @param predicate is called with the decoded request, whose absent members are null, while no lock is held; may call the fake
     * @throws IllegalArgumentException if it is the identity SDK's class of a request on tags. Use the class of messaging
     */
    <R extends AwsRequest> ReadSelection matching(Class<R> type, Predicate<? super R> predicate);

    /**
     * Registers the staleness that one application observed of the real service: three of ten reads do not see the writes of the last 2.5
     * seconds, by the fake's clock.
     * Applies to reads of messaging only, unless {@code on} selects others: identity was never observed to be stale.
     *
     * @throws IllegalArgumentException if no read can match: only operations of identity, with a user or a channel
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration eventual();

    /**
     * Registers that no selected read sees the writes of the last period of this duration, by the fake's clock.
     *
     * @param duration positive
     * @throws IllegalArgumentException if the duration is not positive, or as {@link #eventual()} does
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration staleFor(Duration duration);

    /**
     * Registers that this number of selected reads after each write do not see it; later reads see it.
     *
     * @param count how many reads, at least 1
     * @throws IllegalArgumentException if the count is less than 1, or as {@link #eventual()} does
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration staleReads(int count);

    /**
     * Registers that three of ten selected reads do not see the writes of the last period of this duration, by the fake's clock; the seed
     * decides which.
     *
     * @param duration positive
     * @throws IllegalArgumentException if the duration is not positive, or as {@link #eventual()} does
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration sometimesStaleFor(Duration duration);

    /**
     * Registers that some selected reads do not see the writes of the last period of this duration, by the fake's clock; the seed decides
     * which.
     *
     * @param duration positive
     * @param share the share of the selected reads, more than 0 and at most 1
     * @throws IllegalArgumentException if the duration or the share is out of range, or as {@link #eventual()} does
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration sometimesStaleFor(Duration duration, double share);
}
