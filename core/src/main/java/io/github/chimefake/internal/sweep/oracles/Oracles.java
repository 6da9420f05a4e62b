package io.github.chimefake.internal.sweep.oracles;

import io.github.chimefake.sweep.SweepOracle;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All oracles, the worst verdict first. */
public final class Oracles {
    private static final List<Oracle> ALL = List.of(
            new Hung(),
            new Duplicated(),
            new HalfDone(),
            new Poisoned(),
            new Swallowed(),
            new Masked(),
            new RetriedWithoutPause(),
            new Leaked(),
            new Replaced());

    private Oracles() {}

    /** Returns what the oracles find wrong about a run, with the reasons. */
    public static Map<SweepOracle, String> judge(FailingRun run, Set<SweepOracle> switchedOn) {
        Map<SweepOracle, String> alarms = new EnumMap<>(SweepOracle.class);
        for (Oracle oracle : ALL) {
            if (switchedOn.contains(oracle.kind())) {
                oracle.judge(run).ifPresent(reason -> alarms.put(oracle.kind(), reason));
            }
        }
        // What a run that was aborted left behind says nothing more.
        return Collections.unmodifiableMap(
                alarms.containsKey(SweepOracle.HUNG) ? Map.of(SweepOracle.HUNG, alarms.get(SweepOracle.HUNG)) : alarms);
    }
}
