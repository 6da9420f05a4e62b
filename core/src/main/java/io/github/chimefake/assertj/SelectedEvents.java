package io.github.chimefake.assertj;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.events.MessagingEvent;
import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.internal.events.EventLogSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The events that the steps of an assertion have selected so far, and the texts of its failures.
 *
 * @param log the log that the events are from
 * @param events the selected events, oldest first
 * @param noun what is selected, in the singular, for example {@code CREATE_CHANNEL_MESSAGE event}
 * @param criteria what the steps asked for
 * @param neverVerb what asserts that there is no such event, for example {@code neverEmitted(…)}
 */
record SelectedEvents(
        EventLogSnapshot log,
        List<MessagingEvent> events,
        String noun,
        List<Criterion<MessagingEvent>> criteria,
        String neverVerb) {
    private static final String LINE = System.lineSeparator();
    private static final String INDENTATION = "    ";
    private static final int MOST_EVENTS = 10;

    /** Selects the events that fulfill all criteria. */
    static SelectedEvents of(
            EventLogSnapshot log, String noun, List<Criterion<MessagingEvent>> criteria, String neverVerb) {
        return new SelectedEvents(
                log, Criterion.select(log.events(), criteria), noun, List.copyOf(criteria), neverVerb);
    }

    /** Selects those of the events that fulfill a further criterion. */
    SelectedEvents and(Criterion<MessagingEvent> criterion) {
        return new SelectedEvents(
                log,
                Criterion.select(events, List.of(criterion)),
                noun,
                Criterion.plus(criteria, criterion),
                neverVerb);
    }

    /** Returns the failure if there is no event. */
    Optional<String> unlessSome() {
        return events.isEmpty()
                ? Optional.of(text(expected("at least one " + noun) + ", but none was emitted.", List.of(), true))
                : Optional.empty();
    }

    /**
     * Returns the failure unless there is exactly this number of events.
     *
     * @throws IllegalArgumentException if the count is 0 or less
     */
    Optional<String> unlessTimes(int count) {
        Criterion.requireCount(count, neverVerb);
        String expected = expected("exactly " + count + " " + noun + (count == 1 ? "" : "s"));
        return events.size() == count
                ? ifIncomplete(expected)
                : Optional.of(text(expected + emitted(), events, events.size() < count));
    }

    /** Returns the failure unless there is no event. */
    Optional<String> unlessNone() {
        String expected = expected("no " + noun);
        return events.isEmpty() ? ifIncomplete(expected) : Optional.of(text(expected + emitted(), events, false));
    }

    /** Returns the failure of {@code isEmpty()}, which never passes after steps that need an event. */
    String notEmpty() {
        String reason =
                expected("no " + noun) + ", but " + events.size() + " were emitted. emitted(…) needs at least one, so"
                        + " isEmpty() never passes after it: use " + neverVerb + ".";
        return text(reason, events, false);
    }

    /** Returns the failure unless there are events of these types in this order, perhaps with others in between. */
    Optional<String> unlessInOrder(List<MessagingEventType> types) {
        int found = 0;
        for (MessagingEvent event : events) {
            if (found < types.size() && event.type() == types.get(found)) {
                found++;
            }
        }
        return found == types.size()
                ? Optional.empty()
                : Optional.of(text(
                        expected("events in this order") + ": " + words(types) + ", but after the first " + found
                                + " there was no " + types.get(found) + ". These were emitted:",
                        events,
                        false));
    }

    /** Returns the failure unless there are exactly these events, in this order. */
    Optional<String> unlessExactly(List<MessagingEventType> types) {
        String expected = expected(
                        types.size() == 1
                                ? "exactly this event"
                                : "exactly these " + types.size() + " events, in this order")
                + ": " + words(types);
        return events.stream().map(MessagingEvent::type).toList().equals(types)
                ? ifIncomplete(expected)
                : Optional.of(text(expected + emitted(), events, false));
    }

    /** Returns the failure of an assertion about all selected events if the log has dropped some. */
    Optional<String> unlessComplete(String assertion) {
        return ifIncomplete(expected(assertion + " of " + noun + "s"));
    }

    /** Returns the failure if the log has dropped events, so that it does not tell how many there were. */
    private Optional<String> ifIncomplete(String expected) {
        return log.evicted() == 0
                ? Optional.empty()
                : Optional.of(LINE + expected + ", but it is unknown: the log of events dropped its oldest "
                        + (log.evicted() == 1 ? "event" : log.evicted() + " events")
                        + ". Start the fake with a larger journalCapacity(…)");
    }

    private String emitted() {
        return ", but " + (events.isEmpty() ? "none was" : events.size() == 1 ? "1 was" : events.size() + " were")
                + " emitted" + (events.isEmpty() ? "." : ":");
    }

    private static String words(List<MessagingEventType> types) {
        return types.stream().map(MessagingEventType::name).collect(joining(", "));
    }

    private String expected(String what) {
        return "Expected " + what + Criterion.words(criteria);
    }

    /** Returns a text of what was asked, some events, the nearest misses, and the log. */
    private String text(String first, List<MessagingEvent> shown, boolean withNearest) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(first);
        shown.stream().limit(MOST_EVENTS).forEach(event -> lines.add(INDENTATION + log.describe(event)));
        if (shown.size() > MOST_EVENTS) {
            lines.add(INDENTATION + "and " + (shown.size() - MOST_EVENTS) + " more");
        }
        List<String> nearest =
                withNearest ? new NearestMisses<>(log.events(), criteria, "event", log::describe).lines() : List.of();
        if (!nearest.isEmpty()) {
            lines.add("Nearest misses:");
            nearest.forEach(miss -> lines.add(INDENTATION + miss));
        }
        lines.add("Emitted in all:");
        return String.join(LINE, lines) + LINE + log;
    }
}
