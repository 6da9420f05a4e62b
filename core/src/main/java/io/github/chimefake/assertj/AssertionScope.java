package io.github.chimefake.assertj;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.events.MessagingEvent;
import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.journal.RecordedCall;
import io.github.chimefake.sessions.DeliveredEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which calls and events the assertions that follow consider.
 *
 * @param calls what is asked of calls
 * @param events what is asked of events
 * @param deliveries what is asked of what open sessions were sent
 * @param makers who is to have made the events, for example {@code by(alice)}, which only events of writes have
 * @param receiver the user who must receive the events, which only assertions about events can ask
 */
record AssertionScope(
        List<Criterion<RecordedCall>> calls,
        List<Criterion<MessagingEvent>> events,
        List<Criterion<DeliveredEvent>> deliveries,
        List<String> makers,
        Optional<ChimeUser> receiver) {
    /** All events, and all calls but those of actors. */
    static final AssertionScope ALL =
            new AssertionScope(List.of(Criteria.BY_NO_ACTOR), List.of(), List.of(), List.of(), Optional.empty());

    /** Returns the scope with a further criterion on what calls, events and deliveries are about. */
    AssertionScope and(
            Criterion<RecordedCall> ofCalls,
            Criterion<MessagingEvent> ofEvents,
            Criterion<DeliveredEvent> ofDeliveries) {
        return new AssertionScope(
                Criterion.plus(calls, ofCalls),
                Criterion.plus(events, ofEvents),
                Criterion.plus(deliveries, ofDeliveries),
                makers,
                receiver);
    }

    /** Returns the scope with a further criterion on who made calls and events. */
    AssertionScope by(Criterion<RecordedCall> ofCalls, Criterion<MessagingEvent> ofEvents) {
        return new AssertionScope(
                Criterion.plus(calls, ofCalls),
                Criterion.plus(events, ofEvents),
                Criterion.plus(deliveries, DeliveryCriteria.ofEvent(ofEvents)),
                Stream.concat(makers.stream(), Stream.of(ofEvents.words())).toList(),
                receiver);
    }

    /**
     * Returns what is asked of deliveries of this type.
     *
     * @throws IllegalArgumentException if no write emits it, and it is asked who made it
     */
    List<Criterion<DeliveredEvent>> ofDeliveries(MessagingEventType type) {
        if (!makers.isEmpty()
                && (type == MessagingEventType.SESSION_ESTABLISHED || type == MessagingEventType.CHANNEL_DETAILS)) {
            throw new IllegalArgumentException(
                    "Received " + type + " after \"" + String.join(" ", makers)
                            + "\", but no call makes it: a session sends it when it begins. Expected a type such as"
                            + " CREATE_CHANNEL_MESSAGE. Select the session with forUser(…), or begin with assertThat(chime) again");
        }
        return deliveries;
    }

    AssertionScope includingActors() {
        List<Criterion<RecordedCall>> others = calls.stream()
                .filter(criterion -> !criterion.equals(Criteria.BY_NO_ACTOR))
                .toList();
        return new AssertionScope(others, events, deliveries, makers, receiver);
    }

    AssertionScope forUser(ChimeUser user) {
        return new AssertionScope(
                calls,
                Criterion.plus(events, EventCriteria.forUser(user)),
                Criterion.plus(deliveries, DeliveryCriteria.forUser(user)),
                makers,
                Optional.of(user));
    }

    /**
     * Returns what is asked of calls.
     *
     * @throws IllegalStateException if the scope is for assertions about events only
     */
    List<Criterion<RecordedCall>> ofCalls() {
        receiver.ifPresent(user -> {
            throw new IllegalStateException("forUser(" + user.name()
                    + ") selects events, and this assertion is about calls, which no user receives. Use by("
                    + user.name()
                    + "), or begin with assertThat(chime) again");
        });
        return calls;
    }
}
