package io.github.chimefake.assertj;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.events.MessagingEvent;
import io.github.chimefake.journal.RecordedCall;
import io.github.chimefake.sessions.DeliveredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which calls and events the assertions that follow consider.
 *
 * @param calls what is asked of calls
 * @param events what is asked of events
 * @param deliveries what is asked of what open sessions were sent
 * @param receiver the user who must receive the events, which only assertions about events can ask
 */
record AssertionScope(
        List<Criterion<RecordedCall>> calls,
        List<Criterion<MessagingEvent>> events,
        List<Criterion<DeliveredEvent>> deliveries,
        Optional<ChimeUser> receiver) {
    /** All events, and all calls but those of actors. */
    static final AssertionScope ALL =
            new AssertionScope(List.of(Criteria.BY_NO_ACTOR), List.of(), List.of(), Optional.empty());

    /** Returns the scope with a further criterion. */
    AssertionScope and(Criterion<RecordedCall> ofCalls, Criterion<MessagingEvent> ofEvents) {
        return new AssertionScope(
                plus(calls, ofCalls),
                plus(events, ofEvents),
                plus(deliveries, DeliveryCriteria.ofEvent(ofEvents)),
                receiver);
    }

    AssertionScope includingActors() {
        List<Criterion<RecordedCall>> others = calls.stream()
                .filter(criterion -> !criterion.equals(Criteria.BY_NO_ACTOR))
                .toList();
        return new AssertionScope(others, events, deliveries, receiver);
    }

    AssertionScope forUser(ChimeUser user) {
        return new AssertionScope(
                calls,
                plus(events, EventCriteria.forUser(user)),
                plus(deliveries, DeliveryCriteria.forUser(user)),
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

    private static <T> List<T> plus(List<T> items, T item) {
        List<T> more = new ArrayList<>(items);
        more.add(item);
        return List.copyOf(more);
    }
}
