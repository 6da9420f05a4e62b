package io.github.chimefake.internal.faults.effects;

import io.github.chimefake.ChimeError;
import io.github.chimefake.faults.FaultEffect;

/** Creates the effects of failures that occur in production. */
public final class ProductionEffects {
    private ProductionEffects() {}

    /**
     * Returns the effect that calls fail as in a situation.
     *
     * @param message with placeholders, which {@link MessageTemplate} lists
     * @param situation what happened in production, for the explanation
     */
    public static FaultEffect error(ChimeError error, String message, String situation) {
        return new ProductionError(error, new MessageTemplate(message), situation);
    }

    /** Returns the effect that the first member of a batch fails, and the others do not. */
    public static FaultEffect firstMember(ChimeError error, String message) {
        return new FailedFirstMember(error, message);
    }

    /** Returns the effect that applies to the first attempt of each call only. */
    public static FaultEffect firstAttempt(FaultEffect effect) {
        return new OnFirstAttempt((BuiltInEffect) effect);
    }
}
