package io.github.chimefake.junit.jupiter;

import io.github.chimefake.Experimental;

/**
 * The moments at which the fake of a test class returns to its baseline.
 *
 * @see ChimeMessagingFake#reset
 * @since 0.1
 */
@Experimental
public enum FakeReset {
    /** The moment of the configuration parameter {@code chime.fake.reset}; without it, {@link #EACH_TEST}. */
    DEFAULT,
    /** Before each test. */
    EACH_TEST,
    /**
     * Before the first test of the class. Each later test finds the state, rules, faults, callers, clock and WireMock stubs that the one
     * before it left; the journal is cleared, and faults count their calls anew. Not allowed on a
     * method, nor for the fake of an instance field, which no other test has.
     */
    EACH_CLASS
}
