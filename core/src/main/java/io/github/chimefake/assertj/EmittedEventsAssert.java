package io.github.chimefake.assertj;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Experimental;
import io.github.chimefake.Operation;
import io.github.chimefake.events.MessagingEvent;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.assertj.core.api.ListAssert;
import org.assertj.core.api.ThrowingConsumer;
import org.assertj.core.description.Description;

/**
 * Assertions about the events of one type that writes have emitted, oldest first. In addition to AssertJ's assertions about lists, it has
 * steps that select some of the events selected so far. A step fails if it selects none; the failure message contains the log of
 * events. AssertJ's methods return a {@link ListAssert}, so call them after the steps. Not thread-safe.
 *
 * <pre>{@code
 * // passes if one message of alice was emitted to bob and her, and to no other user
 * assertThat(chime).emitted(CREATE_CHANNEL_MESSAGE).inChannel(general).by(alice).exactlyFor(alice, bob).times(1);
 * // fails if no message for bob contains the word
 * assertThat(chime).emitted(CREATE_CHANNEL_MESSAGE).forUser(bob)
 *         .withPayload(ChannelMessage.class, message -> message.content().contains("hello"));
 * }</pre>
 *
 * @since 0.1
 */
@Experimental
public final class EmittedEventsAssert extends ListAssert<MessagingEvent> {
    private final SelectedEvents selected;
    private final Judging judging;

    EmittedEventsAssert(SelectedEvents selected, Judging judging, Description description) {
        super(new ExactList<>(selected.events(), judging));
        this.selected = selected;
        this.judging = judging;
        info.description(description);
        selected.unlessSome().ifPresent(this::fail);
    }

    /** Selects the events that this user receives; other users may receive them, too. */
    @CanIgnoreReturnValue
    public EmittedEventsAssert forUser(ChimeUser user) {
        return next(EventCriteria.forUser(user));
    }

    /**
     * Selects the events that exactly these users receive, in any order.
     *
     * @param users at least one
     * @throws IllegalArgumentException if there is none. Use {@code neverEmitted(…)}
     */
    @CanIgnoreReturnValue
    public EmittedEventsAssert exactlyFor(ChimeUser... users) {
        if (users.length == 0) {
            throw new IllegalArgumentException(
                    "exactlyFor(): expected at least one user. To assert that there was no event, use "
                            + selected.neverVerb());
        }
        return next(EventCriteria.exactlyFor(List.of(users)));
    }

    /** Selects the events about this channel. */
    @CanIgnoreReturnValue
    public EmittedEventsAssert inChannel(ChimeChannel channel) {
        return inChannel(channel.arn());
    }

    /**
     * Selects the events about the channel with this ARN, for example one that the code under test created.
     *
     * @throws IllegalArgumentException if it is not the ARN of a channel
     */
    @CanIgnoreReturnValue
    public EmittedEventsAssert inChannel(String channelArn) {
        return next(EventCriteria.inChannel(channelArn));
    }

    /** Selects the events that a call with this user in {@code x-amz-chime-bearer} made, or what the service did after it. */
    @CanIgnoreReturnValue
    public EmittedEventsAssert by(ChimeUser user) {
        return next(EventCriteria.by(user));
    }

    /** Selects the events that a call signed by this caller made, or what the service did after it. */
    @CanIgnoreReturnValue
    public EmittedEventsAssert by(ChimeCaller caller) {
        return next(EventCriteria.by(caller));
    }

    /** Selects the events that a call of this operation made, or what the service did after it. */
    @CanIgnoreReturnValue
    public EmittedEventsAssert causedBy(Operation operation) {
        return next(EventCriteria.causedBy(operation));
    }

    /**
     * Selects the events that fulfill a condition.
     *
     * @param predicate is called once with each event selected so far
     */
    @CanIgnoreReturnValue
    public EmittedEventsAssert matching(Predicate<? super MessagingEvent> predicate) {
        return next(EventCriteria.matching(predicate, selected.events()));
    }

    /**
     * Selects the events whose payload fulfills a condition.
     *
     * @param type the SDK's class of the payload, for example {@code ChannelMessage}
     * @param predicate is called once with the payload of each event selected so far
     * @throws IllegalArgumentException if the payload of this type of event has another class
     */
    @CanIgnoreReturnValue
    public <P> EmittedEventsAssert withPayload(Class<P> type, Predicate<? super P> predicate) {
        return next(EventCriteria.withPayload(type, predicate, selected.events()));
    }

    /**
     * Fails unless exactly this many events are selected. An event counts once, however many users receive it.
     *
     * @param count at least 1
     * @throws IllegalArgumentException if the count is 0 or less: use {@code neverEmitted(…)}
     */
    @CanIgnoreReturnValue
    public EmittedEventsAssert times(int count) {
        judging.exact();
        selected.unlessTimes(count).ifPresent(this::fail);
        return this;
    }

    /** Fails always, as {@code emitted(…)} needs at least one event. To assert that there was none, use {@code neverEmitted(…)}. */
    @Override
    public void isEmpty() {
        fail(selected.notEmpty());
    }

    /**
     * Fails unless exactly this many are selected, and also if the log of events has dropped some, as it is unknown then.
     */
    @Override
    @CanIgnoreReturnValue
    public EmittedEventsAssert hasSize(int expected) {
        requireComplete("hasSize(" + expected + ")");
        super.hasSize(expected);
        return this;
    }

    /** Fails if one matches, and also if the log of events has dropped some, as it is unknown then. */
    @Override
    @CanIgnoreReturnValue
    public EmittedEventsAssert noneMatch(Predicate<? super MessagingEvent> predicate) {
        requireComplete("noneMatch(…)");
        super.noneMatch(predicate);
        return this;
    }

    /** Fails if one satisfies the restrictions, and also if the log of events has dropped some, as it is unknown then. */
    @Override
    @CanIgnoreReturnValue
    public EmittedEventsAssert noneSatisfy(Consumer<? super MessagingEvent> restrictions) {
        requireComplete("noneSatisfy(…)");
        super.noneSatisfy(restrictions);
        return this;
    }

    /** Fails if one satisfies the restrictions, and also if the log of events has dropped some, as it is unknown then. */
    @Override
    @CanIgnoreReturnValue
    public EmittedEventsAssert noneSatisfy(ThrowingConsumer<? super MessagingEvent> restrictions) {
        requireComplete("noneSatisfy(…)");
        super.noneSatisfy(restrictions);
        return this;
    }

    private void requireComplete(String assertion) {
        judging.exact();
        selected.unlessComplete(assertion).ifPresent(this::fail);
    }

    private EmittedEventsAssert next(Criterion<MessagingEvent> criterion) {
        return new EmittedEventsAssert(selected.and(criterion), judging, info.description());
    }

    private void fail(String message) {
        throw failure("%s", message);
    }
}
