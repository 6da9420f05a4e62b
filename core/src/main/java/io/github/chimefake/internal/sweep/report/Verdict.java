package io.github.chimefake.internal.sweep.report;

import io.github.chimefake.sweep.InjectedFailure;
import io.github.chimefake.sweep.SweepOracle;
import io.github.chimefake.sweep.SweepVerdict;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A verdict.
 *
 * @param name the name of the run, which names all of its failures
 */
public record Verdict(String name, InjectedFailure injected, String outcome, Map<SweepOracle, String> alarms)
        implements SweepVerdict {
    public Verdict {
        Map<SweepOracle, String> sorted = new EnumMap<>(SweepOracle.class);
        sorted.putAll(alarms);
        alarms = Collections.unmodifiableMap(sorted);
    }

    @Override
    public List<String> approvableLines() {
        return ApprovableLines.of(List.of(this));
    }

    @Override
    public String toString() {
        return name + ": " + outcome
                + alarms.entrySet().stream()
                        .map(alarm -> "; " + alarm.getKey() + ": " + alarm.getValue())
                        .collect(Collectors.joining());
    }
}
