package io.github.chimefake.spring.boot;

import io.github.chimefake.Experimental;

/**
 * The treatment of the {@linkplain io.github.chimefake.UnusedSetup unused set-up} of tests that passed. Under a failed test it is
 * printed in any case.
 *
 * @see AutoConfigureChimeMessagingFake#unusedSetup
 * @since 0.1
 */
@Experimental
public enum UnusedSetupTreatment {
    /**
     * That of JUnit's configuration parameter {@code chime.fake.unusedSetup}, else that of the application's property of the same
     * name; without both, {@link #REPORT}.
     */
    DEFAULT,
    /** Unused set-up fails the test; that of the class fails the class, if all of its tests ran and passed. */
    FAIL,
    /** Unused set-up is printed to standard error. */
    REPORT,
    /** Unused set-up is accepted. */
    IGNORE
}
