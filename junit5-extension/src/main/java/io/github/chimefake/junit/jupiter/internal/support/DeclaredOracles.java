package io.github.chimefake.junit.jupiter.internal.support;

import io.github.chimefake.sweep.SweepOracle;
import io.github.chimefake.sweep.SweepSettings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The oracles that the configuration parameter switches off. */
public final class DeclaredOracles {
    private DeclaredOracles() {}

    /**
     * Returns settings without the oracles that the configuration parameter names, separated by commas.
     *
     * @throws org.junit.jupiter.api.extension.ExtensionConfigurationException if one of them is not an oracle
     */
    public static SweepSettings without(Optional<String> parameter, SweepSettings settings) {
        SweepSettings changed = settings;
        for (SweepOracle oracle : oracles(parameter.orElse(""))) {
            changed = changed.withoutOracles(oracle);
        }
        return changed;
    }

    private static List<SweepOracle> oracles(String parameter) {
        return Stream.of(parameter.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> oracle(name, parameter))
                .toList();
    }

    private static SweepOracle oracle(String name, String parameter) {
        return Stream.of(SweepOracle.values())
                .filter(oracle -> oracle.name().equalsIgnoreCase(name.replace(' ', '_')))
                .findFirst()
                .orElseThrow(() -> RunParameter.SWEEP_WITHOUT_ORACLES.wrong(
                        parameter,
                        "oracles separated by commas, of "
                                + Stream.of(SweepOracle.values())
                                        .map(SweepOracle::name)
                                        .collect(Collectors.joining(", "))
                                + ", but \"" + name + "\" is not one"));
    }
}
