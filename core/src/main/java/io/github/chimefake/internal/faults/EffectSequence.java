package io.github.chimefake.internal.faults;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.faults.FaultEffect;
import java.util.List;
import java.util.Optional;

/** The effects of one fault: the same for each call, or one after the other. */
sealed interface EffectSequence {
    /**
     * Returns the effect on an attempt; empty if the fault does not apply to it.
     *
     * @param ordinal which of the calls that the fault applies to, from 1
     * @param attempt the number of the attempt, from 1
     */
    Optional<FaultEffect> effect(int ordinal, int attempt);

    /** Returns the number of calls that the effects are for; {@link Integer#MAX_VALUE} for any number. */
    default int calls() {
        return Integer.MAX_VALUE;
    }

    /** Returns the number of attempts of each call that the effects are for; 1 if it has none for single attempts. */
    default int attempts() {
        return 1;
    }

    /** The same effect on each attempt of each call. */
    record Same(FaultEffect effect) implements EffectSequence {
        @Override
        public Optional<FaultEffect> effect(int ordinal, int attempt) {
            return Optional.of(effect);
        }

        @Override
        public String toString() {
            return describe(effect);
        }
    }

    /** The first effect on all attempts of the first call, the second on those of the second, and so on. */
    record PerCall(List<FaultEffect> effects) implements EffectSequence {
        @Override
        public Optional<FaultEffect> effect(int ordinal, int attempt) {
            return at(effects, ordinal);
        }

        @Override
        public int calls() {
            return effects.size();
        }

        @Override
        public String toString() {
            return "call by call: " + describe(effects);
        }
    }

    /** In each call, the first effect on the first attempt, the second on the second, and so on. */
    record PerAttempt(List<FaultEffect> effects) implements EffectSequence {
        @Override
        public Optional<FaultEffect> effect(int ordinal, int attempt) {
            return at(effects, attempt);
        }

        @Override
        public int attempts() {
            return effects.size();
        }

        @Override
        public String toString() {
            return "attempt by attempt: " + describe(effects);
        }
    }

    private static Optional<FaultEffect> at(List<FaultEffect> effects, int number) {
        return number <= effects.size() ? Optional.of(effects.get(number - 1)) : Optional.empty();
    }

    private static String describe(List<FaultEffect> effects) {
        return effects.stream().map(EffectSequence::describe).collect(joining(", then "));
    }

    /** Returns the description of the effect; a lambda has none. */
    private static String describe(FaultEffect effect) {
        try {
            return effect.getClass().getMethod("toString").getDeclaringClass() == Object.class
                    ? "an effect of the test"
                    : effect.toString();
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
