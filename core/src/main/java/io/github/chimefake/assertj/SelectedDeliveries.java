package io.github.chimefake.assertj;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.internal.sessions.DeliverySnapshot;
import io.github.chimefake.sessions.DeliveredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The deliveries that the steps of an assertion have selected so far, and the texts of its failures.
 *
 * @param log all deliveries
 * @param events the selected ones, oldest first
 * @param noun what is selected, in the singular, for example {@code CREATE_CHANNEL_MESSAGE}
 * @param criteria what the steps asked for
 */
record SelectedDeliveries(
        DeliverySnapshot log, List<DeliveredEvent> events, String noun, List<Criterion<DeliveredEvent>> criteria) {
    private static final String LINE = System.lineSeparator();
    private static final String NEVER = "neverDelivered(…)";
    private static final int MOST = 30;

    /** Selects the deliveries that fulfill all criteria. */
    static SelectedDeliveries of(DeliverySnapshot log, String noun, List<Criterion<DeliveredEvent>> criteria) {
        return new SelectedDeliveries(log, Criterion.select(log.events(), criteria), noun, List.copyOf(criteria));
    }

    /** Selects those that fulfill a further criterion. */
    SelectedDeliveries and(Criterion<DeliveredEvent> criterion) {
        return new SelectedDeliveries(
                log, Criterion.select(events, List.of(criterion)), noun, Criterion.plus(criteria, criterion));
    }

    /** Returns the failure if there is none. */
    Optional<String> unlessSome() {
        return events.isEmpty() ? Optional.of(text("at least one " + noun, "none was sent.")) : Optional.empty();
    }

    /**
     * Returns the failure unless there is exactly this number.
     *
     * @throws IllegalArgumentException if the count is 0 or less
     */
    Optional<String> unlessTimes(int count) {
        Criterion.requireCount(count, NEVER);
        String expected = "exactly " + count + " " + noun;
        return events.size() == count ? ifIncomplete(expected) : Optional.of(text(expected, events.size() + " sent."));
    }

    /** Returns the failure unless there is none. */
    Optional<String> unlessNone() {
        return events.isEmpty()
                ? ifIncomplete("no " + noun)
                : Optional.of(text("no " + noun, events.size() + " sent."));
    }

    /** Returns the failure of {@code isEmpty()}, which never passes after steps that need a delivery. */
    String notEmpty() {
        return text(
                "no " + noun,
                "delivered(…) needs at least one, so isEmpty() never passes after it: use " + NEVER + ".");
    }

    /** Returns the failure of an assertion about all selected deliveries if the log does not tell. */
    Optional<String> unlessComplete(String assertion) {
        return ifIncomplete(assertion + " of " + noun);
    }

    private Optional<String> ifIncomplete(String expected) {
        if (log.evicted() > 0) {
            return Optional.of(
                    LINE + expected(expected) + ", but it is unknown: the log of deliveries dropped its oldest "
                            + log.evicted() + ". Start the fake with a larger journalCapacity(…)");
        }
        return log.pending().isEmpty()
                ? Optional.empty()
                : Optional.of(LINE + expected(expected)
                        + ", but it is unknown: these events of calls that were responded to are still to be sent:"
                        + LINE
                        + log.pending().stream()
                                .limit(MOST)
                                .map(event -> "    " + event)
                                .collect(joining(LINE))
                        + LINE + "Let the calls that they wait for end, or wait with within(…)");
    }

    private String expected(String what) {
        return "Expected " + what + " to open sessions" + Criterion.words(criteria);
    }

    /** Returns what makes the text incomplete, for it to say nothing that is false. */
    private String dropped() {
        return log.evicted() == 0
                ? ""
                : " The log of deliveries dropped its oldest " + log.evicted()
                        + ": start the fake with a larger journalCapacity(…).";
    }

    private String text(String expected, String received) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(expected(expected) + ", but " + received + dropped());
        List<String> nearest =
                new NearestMisses<>(log.events(), criteria, "delivery", DeliveredEvent::toString).lines();
        if (!nearest.isEmpty()) {
            lines.add("Nearest misses:");
            nearest.forEach(miss -> lines.add("    " + miss));
        }
        lines.add(
                !log.events().isEmpty()
                        ? "Sent in all:"
                        : log.evicted() > 0 ? "The log is empty." : "Nothing was sent to any session.");
        List<DeliveredEvent> all = log.events();
        if (all.size() > MOST) {
            lines.add("    (" + (all.size() - MOST) + " earlier ones)");
        }
        all.subList(Math.max(0, all.size() - MOST), all.size()).forEach(event -> lines.add("    " + event));
        return String.join(LINE, lines);
    }
}
