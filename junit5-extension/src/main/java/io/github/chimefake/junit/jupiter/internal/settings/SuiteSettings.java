package io.github.chimefake.junit.jupiter.internal.settings;

import io.github.chimefake.Operation;
import io.github.chimefake.junit.jupiter.internal.support.DeclaredBestEffort;
import io.github.chimefake.junit.jupiter.internal.support.DeclaredOracles;
import io.github.chimefake.junit.jupiter.internal.support.DeclaredSettings;
import io.github.chimefake.junit.jupiter.internal.support.RunParameter;
import io.github.chimefake.junit.jupiter.internal.support.SweepMode;
import io.github.chimefake.sweep.SweepSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * How a whole suite is swept.
 *
 * @param limit how many runs with a failure each test has at most; empty for the default
 * @param time after how long no further runs begin; empty for no limit
 * @param bestEffort the operations that the code under test may fail to call
 * @param team the settings that a class of the team and further parameters make of the default ones
 * @param project the directory of the project; empty for the working directory
 * @param build the name of the build, whose test processes have one report together; empty if it has none
 */
public record SuiteSettings(
        SweepMode mode,
        OptionalInt limit,
        Optional<Duration> time,
        Set<Operation> bestEffort,
        SweepSettings team,
        Optional<Path> project,
        Optional<String> build) {
    public SuiteSettings {
        bestEffort = Set.copyOf(bestEffort);
    }

    /**
     * Returns the settings of a run.
     *
     * @param parameters returns the value of a parameter
     * @throws org.junit.jupiter.api.extension.ExtensionConfigurationException if a value is wrong
     */
    public static SuiteSettings of(Function<RunParameter, Optional<String>> parameters) {
        Function<RunParameter, Optional<String>> given =
                parameter -> parameters.apply(parameter).map(String::strip).filter(value -> !value.isEmpty());
        return new SuiteSettings(
                SweepMode.of(given.apply(RunParameter.SWEEP)),
                positive(given, RunParameter.SWEEP_LIMIT),
                Optional.of(positive(given, RunParameter.SWEEP_MINUTES))
                        .filter(OptionalInt::isPresent)
                        .map(minutes -> Duration.ofMinutes(minutes.getAsInt())),
                DeclaredBestEffort.of(given.apply(RunParameter.SWEEP_BEST_EFFORT)),
                team(given),
                given.apply(RunParameter.SWEEP_PROJECT).map(Path::of),
                given.apply(RunParameter.SWEEP_BUILD));
    }

    private static SweepSettings team(Function<RunParameter, Optional<String>> given) {
        SweepSettings team = DeclaredOracles.without(
                given.apply(RunParameter.SWEEP_WITHOUT_ORACLES),
                DeclaredSettings.of(given.apply(RunParameter.SWEEP_SETTINGS), SweepSettings.defaults()));
        return given.apply(RunParameter.SWEEP_RUN).map(team::onlyRun).orElse(team);
    }

    private static OptionalInt positive(Function<RunParameter, Optional<String>> given, RunParameter parameter) {
        Optional<String> text = given.apply(parameter);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            int number = Integer.parseInt(text.get());
            if (number > 0) {
                return OptionalInt.of(number);
            }
        } catch (NumberFormatException wrong) {
            throw parameter.wrong(text.get(), "a whole number of at least 1");
        }
        throw parameter.wrong(text.get(), "a whole number of at least 1");
    }
}
