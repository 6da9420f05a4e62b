package io.github.chimefake.internal.sweep.oracles;

import io.github.chimefake.sweep.SweepOracle;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All oracles, the worst verdict first. */
public final class Oracles {
    /** What the reason of an alarm ends with that is one of the sweep, and not of the run that it is reported with. */
    public static final String ALSO_WITHOUT_FAILURE = ", also without a failure";

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

    /** Returns whether what running the code again does can change a verdict. */
    public static boolean needSecondTry(FailingRun run, Set<SweepOracle> switchedOn) {
        return (switchedOn.contains(SweepOracle.HALF_DONE) && run.failedInBetween())
                || (switchedOn.contains(SweepOracle.POISONED) && run.failedWithoutEffect());
    }

    /** Returns what is wrong about the run without a failure, which is an alarm of one of the others. */
    public static Map<SweepOracle, String> judge(CleanRun clean, Set<SweepOracle> switchedOn) {
        return switchedOn.contains(SweepOracle.LEAKED)
                ? Leaked.judge(clean)
                        .map(reason -> Map.of(SweepOracle.LEAKED, reason))
                        .orElse(Map.of())
                : Map.of();
    }

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
