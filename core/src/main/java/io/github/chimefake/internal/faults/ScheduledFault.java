package io.github.chimefake.internal.faults;

import io.github.chimefake.Operation;
import io.github.chimefake.faults.FaultEffect;
import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.internal.filter.Registrations;
import io.github.chimefake.internal.filter.Schedule;
import java.util.Optional;

/**
 * A fault and the calls that it applies to.
 *
 * @param attempts the number of attempts of each call that it applies to
 */
public record ScheduledFault(
        CallFilter filter, FaultConditions conditions, Schedule schedule, int attempts, EffectSequence effects)
        implements Registrations.Definition {
    @Override
    public boolean concerns(Operation operation) {
        return filter.selects(operation)
                || conditions.after().filter(after -> after.selects(operation)).isPresent();
    }

    /** Returns the effect on an attempt of a call that the fault applies to. */
    Optional<FaultEffect> effect(int ordinal, int attempt) {
        return attempt <= attempts ? effects.effect(ordinal, attempt) : Optional.empty();
    }

    @Override
    public int expectedAttempts() {
        return effects.attempts();
    }

    @Override
    public String toString() {
        return filter + ", " + conditions + schedule
                + (attempts == Integer.MAX_VALUE ? "" : ", attempts(" + attempts + ")") + ": " + effects;
    }
}
