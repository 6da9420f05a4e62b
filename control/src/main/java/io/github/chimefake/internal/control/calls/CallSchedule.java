package io.github.chimefake.internal.control.calls;

import io.github.chimefake.faults.FaultSelection;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.permissions.PermissionSelection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which of the selected calls a rule or fault applies to.
 *
 * @param step the word
 * @param number its number
 */
public record CallSchedule(Step step, int number) {
    /** The words. */
    public enum Step {
        CALLS("calls"),
        NTH_CALL("nthCall"),
        FROM_CALL("fromCall"),
        EVERY_NTH_CALL("everyNthCall");

        private final String word;

        Step(String word) {
            this.word = word;
        }
    }

    /** Reads the schedule; empty for every call. */
    public static Optional<CallSchedule> read(Fields fields) {
        List<String> given = Stream.of("once", "calls", "nthCall", "fromCall", "everyNthCall")
                .filter(fields::has)
                .toList();
        if (given.size() > 1) {
            throw fields.invalid(
                    given.get(1),
                    "it was received together with " + given.get(0)
                            + "; expected at most one of once, calls, nthCall, fromCall and everyNthCall");
        }
        if (fields.has("once")) {
            if (!fields.flag("once")) {
                throw fields.invalid("once", "false was received; expected true, or leave it out for every call");
            }
            return Optional.of(new CallSchedule(Step.CALLS, 1));
        }
        return Stream.of(Step.values())
                .filter(step -> fields.has(step.word))
                .findFirst()
                .map(step -> new CallSchedule(step, fields.integer(step.word)));
    }

    /** Returns the selection of these calls. */
    public FaultSelection of(FaultSelection any) {
        return switch (step) {
            case CALLS -> any.calls(number);
            case NTH_CALL -> any.nthCall(number);
            case FROM_CALL -> any.fromCall(number);
            case EVERY_NTH_CALL -> any.everyNthCall(number);
        };
    }

    /** Returns the selection of these calls. */
    public PermissionSelection of(PermissionSelection any) {
        return switch (step) {
            case CALLS -> any.calls(number);
            case NTH_CALL -> any.nthCall(number);
            case FROM_CALL -> any.fromCall(number);
            case EVERY_NTH_CALL -> any.everyNthCall(number);
        };
    }
}
