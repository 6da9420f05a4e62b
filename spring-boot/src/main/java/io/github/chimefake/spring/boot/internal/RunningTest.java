package io.github.chimefake.spring.boot.internal;

import io.github.chimefake.UnusedSetup;
import io.github.chimefake.spring.boot.UnusedSetupTreatment;
import java.util.Optional;
import java.util.Set;

/**
 * A test that was begun and has not ended.
 *
 * @param begun once its method begins
 */
record RunningTest(Class<?> type, String name, Optional<Begun> begun) {
    /**
     * What is known when the method of a test begins.
     *
     * @param setup what the constructor and {@code @BeforeEach} methods have set up, and not used so far
     */
    record Begun(Set<UnusedSetup> setup, UnusedSetupTreatment treatment) {}

    static RunningTest of(Class<?> type, String name) {
        return new RunningTest(type, name, Optional.empty());
    }

    RunningTest begin(Set<UnusedSetup> setup, UnusedSetupTreatment treatment) {
        return new RunningTest(type, name, Optional.of(new Begun(setup, treatment)));
    }

    /** Returns what was set up before the method; nothing if the method did not begin. */
    Set<UnusedSetup> setupBeforeMethod() {
        return begun.map(Begun::setup).orElse(Set.of());
    }

    /** Returns what is done about unused set-up; nothing if the method did not begin, as its part of the set-up is not known then. */
    UnusedSetupTreatment treatment() {
        return begun.map(Begun::treatment).orElse(UnusedSetupTreatment.IGNORE);
    }
}
