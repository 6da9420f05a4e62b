package io.github.chimefake.junit.jupiter.internal.support;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.engine.ConfigurationParameters;

/** The configuration parameters of the JUnit Platform that apply to all fakes of a run, as far as a fake declares nothing else. */
public enum RunParameter {
    /** The region of fakes that declare neither a region nor an app instance. */
    REGION("region"),
    /** The account of fakes that declare neither an account nor an app instance. */
    ACCOUNT("account"),
    /** The seed of generated ids. */
    SEED("seed"),
    /** The instant at which the clock stands. */
    CLOCK("clock"),
    /** When the fake of a class returns to its baseline. */
    RESET("reset"),
    /** How many calls the journal holds. */
    JOURNAL_CAPACITY("journalCapacity"),
    /** Whether journals are printed with texts. */
    PRINT_TEXTS("printTexts"),
    /** What is done about set-up that was not used. */
    UNUSED_SETUP("unusedSetup"),
    /** The file for the policy of the run. */
    LEAST_PRIVILEGE_FILE("leastPrivilege.file"),
    /** How far its ARNs are generalized. */
    LEAST_PRIVILEGE_SCOPE("leastPrivilege.scope"),
    /** Whether a whole suite is swept. */
    SWEEP("sweep"),
    /** How many runs with a failure each test of a swept suite has at most. */
    SWEEP_LIMIT("sweep.limit"),
    /** After how many minutes the sweep of a suite ends. */
    SWEEP_MINUTES("sweep.minutes"),
    /** The operations that all swept code may fail to call. */
    SWEEP_BEST_EFFORT("sweep.bestEffort"),
    /** The oracles that are off in all sweeps. */
    SWEEP_WITHOUT_ORACLES("sweep.withoutOracles"),
    /** The class that makes the settings of all sweeps. */
    SWEEP_SETTINGS("sweep.settings"),
    /** The name of the build, whose test processes have one report together. */
    SWEEP_BUILD("sweep.build"),
    /** Whether the verdicts of sweeps are approved. */
    SWEEP_APPROVE("sweep.approve"),
    /** The only run of a sweep. */
    SWEEP_RUN("sweep.run"),
    /** The directory of the project with the approved verdicts of sweeps. */
    SWEEP_PROJECT("sweep.project");

    private final String key;

    RunParameter(String name) {
        this.key = "chime.fake." + name;
    }

    /** Returns the name of the parameter, for example {@code chime.fake.region}. */
    public String key() {
        return key;
    }

    /** Returns the value that the run has; empty if it has none. */
    public Optional<String> in(ExtensionContext context) {
        return context.getConfigurationParameter(key);
    }

    /** Returns the value among parameters; empty if it is absent or blank. */
    public Optional<String> in(ConfigurationParameters parameters) {
        return parameters.get(key).map(String::strip).filter(value -> !value.isEmpty());
    }

    /**
     * Creates the exception for a wrong value.
     *
     * @param expected what is valid, for example {@code a number}
     */
    public ExtensionConfigurationException wrong(String value, String expected) {
        return new ExtensionConfigurationException(
                "The configuration parameter " + key + " is \"" + value + "\". Expected " + expected);
    }
}
