package io.github.chimefake.junit.jupiter;

import io.github.chimefake.Experimental;

/**
 * The treatment of the {@linkplain io.github.chimefake.UnusedSetup unused set-up} of tests that passed. Under a failed test it is
 * printed in any mode.
 *
 * @see ChimeMessagingFake#unusedSetup
 * @since 0.1
 */
@Experimental
public enum UnusedSetupMode {
    /** The mode of the configuration parameter {@code chime.fake.unusedSetup}; without it, {@link #REPORT}. */
    DEFAULT,
    /** Unused set-up fails the test; that of the class fails the class, if all of its tests ran and passed. */
    FAIL,
    /** Unused set-up is printed to standard error. */
    REPORT,
    /** Unused set-up is accepted. */
    IGNORE
}
