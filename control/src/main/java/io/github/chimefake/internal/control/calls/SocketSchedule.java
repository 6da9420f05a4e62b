package io.github.chimefake.internal.control.calls;

import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.ObjectSchema;
import io.github.chimefake.internal.control.schema.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Which of the selected connects or events a fault or rule applies to.
 *
 * @param step the word; empty for all of them
 * @param number its number
 */
public record SocketSchedule(Optional<Step> step, int number) {
    /** The steps, whose words name what is counted, for example {@code nthConnect}. */
    public enum Step {
        NEXT,
        NTH,
        FROM
    }

    /**
     * Adds the words.
     *
     * @param one what is counted, for example {@code Connect}
     */
    public static ObjectSchema words(ObjectSchema selection, String one) {
        String subject = one.toLowerCase(Locale.ROOT);
        return selection
                .optional("once", Schema.bool("true for the next " + subject + " only."))
                .optional(subject + "s", CallWords.number("The next " + subject + "s only: how many."))
                .optional(
                        "nth" + one, CallWords.number("Only the n-th " + subject + " after the registration, from 1."))
                .optional(
                        "from" + one,
                        CallWords.number("The n-th " + subject + " after the registration, and all later ones."));
    }

    /** Reads the words. */
    public static SocketSchedule read(Fields fields, String one) {
        List<String> words = List.of("once", one.toLowerCase(Locale.ROOT) + "s", "nth" + one, "from" + one);
        List<String> given = words.stream().filter(fields::has).toList();
        if (given.size() > 1) {
            throw fields.invalid(
                    given.get(1),
                    "it was received together with " + given.get(0) + "; expected at most one of "
                            + String.join(", ", words));
        }
        if (given.isEmpty()) {
            return new SocketSchedule(Optional.empty(), 0);
        }
        if (fields.has("once")) {
            if (!fields.flag("once")) {
                throw fields.invalid("once", "false was received; expected true, or leave it out for all of them");
            }
            return new SocketSchedule(Optional.of(Step.NEXT), 1);
        }
        Step step = Step.values()[words.indexOf(given.get(0)) - 1];
        return new SocketSchedule(Optional.of(step), fields.integer(given.get(0)));
    }

    /** Returns the selection of these. */
    public <S> S of(S any, IntFunction<S> next, IntFunction<S> nth, IntFunction<S> from) {
        if (step.isEmpty()) {
            return any;
        }
        return switch (step.get()) {
            case NEXT -> next.apply(number);
            case NTH -> nth.apply(number);
            case FROM -> from.apply(number);
        };
    }
}
