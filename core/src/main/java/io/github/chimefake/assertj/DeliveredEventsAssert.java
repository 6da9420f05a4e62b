package io.github.chimefake.assertj;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Experimental;
import io.github.chimefake.sessions.DeliveredEvent;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.assertj.core.api.ListAssert;
import org.assertj.core.api.ThrowingConsumer;
import org.assertj.core.description.Description;

/**
 * Assertions about the messages of one type that open sessions were sent, oldest first: one for each session. In addition to AssertJ's
 * assertions about lists, it has steps that select some of the messages selected so far. A step fails if it selects none. AssertJ's
 * methods return a {@link ListAssert}, so call them after the steps. Not thread-safe.
 *
 * <pre>{@code
 * // passes if a session of bob was sent the message
 * assertThat(chime).delivered(CREATE_CHANNEL_MESSAGE).forUser(bob).inChannel(general);
 * }</pre>
 *
 * @since 0.1
 */
@Experimental
public final class DeliveredEventsAssert extends ListAssert<DeliveredEvent> {
    private final SelectedDeliveries selected;
    private final Judging judging;

    DeliveredEventsAssert(SelectedDeliveries selected, Judging judging, Description description) {
        super(new ExactList<>(selected.events(), judging));
        this.selected = selected;
        this.judging = judging;
        info.description(description);
        selected.unlessSome().ifPresent(this::fail);
    }

    /** Selects the messages to sessions of this user. */
    @CanIgnoreReturnValue
    public DeliveredEventsAssert forUser(ChimeUser user) {
        return next(DeliveryCriteria.forUser(user));
    }

    /** Selects the messages about this channel. */
    @CanIgnoreReturnValue
    public DeliveredEventsAssert inChannel(ChimeChannel channel) {
        return inChannel(channel.arn());
    }

    /** Selects the messages about the channel with this ARN, for example one that the code under test created. */
    @CanIgnoreReturnValue
    public DeliveredEventsAssert inChannel(String channelArn) {
        return next(DeliveryCriteria.inChannel(channelArn));
    }

    /**
     * Selects the messages that fulfill a condition.
     *
     * @param predicate is called once with each message selected so far
     */
    @CanIgnoreReturnValue
    public DeliveredEventsAssert matching(Predicate<? super DeliveredEvent> predicate) {
        return next(DeliveryCriteria.matching(predicate, selected.events()));
    }

    /**
     * Fails unless exactly this many messages are selected. A message counts once for each session that it was sent to.
     *
     * @param count at least 1
     * @throws IllegalArgumentException if the count is 0 or less: use {@code neverDelivered(…)}
     */
    @CanIgnoreReturnValue
    public DeliveredEventsAssert times(int count) {
        judging.exact();
        selected.unlessTimes(count).ifPresent(this::fail);
        return this;
    }

    /** Fails always, as {@code delivered(…)} needs at least one message. To assert that there was none, use {@code neverDelivered(…)}. */
    @Override
    public void isEmpty() {
        fail(selected.notEmpty());
    }

    /**
     * Fails unless exactly this many are selected, and also if the log of deliveries has dropped some, as it is unknown then.
     */
    @Override
    @CanIgnoreReturnValue
    public DeliveredEventsAssert hasSize(int expected) {
        requireComplete("hasSize(" + expected + ")");
        super.hasSize(expected);
        return this;
    }

    /** Fails if one matches, and also if the log of deliveries has dropped some, as it is unknown then. */
    @Override
    @CanIgnoreReturnValue
    public DeliveredEventsAssert noneMatch(Predicate<? super DeliveredEvent> predicate) {
        requireComplete("noneMatch(…)");
        super.noneMatch(predicate);
        return this;
    }

    /** Fails if one satisfies the restrictions, and also if the log of deliveries has dropped some, as it is unknown then. */
    @Override
    @CanIgnoreReturnValue
    public DeliveredEventsAssert noneSatisfy(Consumer<? super DeliveredEvent> restrictions) {
        requireComplete("noneSatisfy(…)");
        super.noneSatisfy(restrictions);
        return this;
    }

    /** Fails if one satisfies the restrictions, and also if the log of deliveries has dropped some, as it is unknown then. */
    @Override
    @CanIgnoreReturnValue
    public DeliveredEventsAssert noneSatisfy(ThrowingConsumer<? super DeliveredEvent> restrictions) {
        requireComplete("noneSatisfy(…)");
        super.noneSatisfy(restrictions);
        return this;
    }

    private void requireComplete(String assertion) {
        judging.exact();
        selected.unlessComplete(assertion).ifPresent(this::fail);
    }

    private DeliveredEventsAssert next(Criterion<DeliveredEvent> criterion) {
        return new DeliveredEventsAssert(selected.and(criterion), judging, info.description());
    }

    private void fail(String message) {
        throw failure("%s", message);
    }
}
