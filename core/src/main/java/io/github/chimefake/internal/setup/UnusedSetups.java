package io.github.chimefake.internal.setup;

import static java.util.Comparator.comparingLong;

import io.github.chimefake.UnusedSetup;
import io.github.chimefake.internal.filter.RegisteredSetup;
import io.github.chimefake.internal.filter.Sentence;
import io.github.chimefake.internal.filter.Setup;
import io.github.chimefake.internal.filter.SetupLog;
import io.github.chimefake.journal.RecordedCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Lists what was set up through all entry points of a fake and was not used, in the order in which it was set up. */
public final class UnusedSetups {
    private final List<SetupLog> logs;
    private final Supplier<List<RecordedCall>> calls;

    /**
     * Creates lists.
     *
     * @param logs those of all entry points
     * @param calls the calls since the last reset
     */
    public UnusedSetups(List<SetupLog> logs, Supplier<List<RecordedCall>> calls) {
        this.logs = logs;
        this.calls = calls;
    }

    /** Returns what was set up since the last reset and was not used, or not to the end. */
    public List<UnusedSetup> sinceReset() {
        return unused(setups(SetupLog::sinceReset), this::why);
    }

    /** The calls are copied only if there is anything to explain. */
    private String why(RegisteredSetup setup) {
        return ": " + new ReceivedCalls(calls.get()).whyNeverApplied(setup);
    }

    /** Returns what the baseline has set up and no test has used. */
    public List<UnusedSetup> ofBaseline() {
        return unused(setups(SetupLog::unusedOfBaseline), setup -> " in any test");
    }

    /** Makes what was set up since the last reset a part of the baseline. */
    public void markBaseline() {
        logs.forEach(SetupLog::markBaseline);
    }

    /** Runs code on whose behalf a declaration sets up the fake. */
    public void declare(String declaration, Runnable setup) {
        Setup.Declaration declared = new Setup.Declaration(declaration);
        Runnable declaring = setup;
        for (SetupLog log : logs) {
            Runnable inner = declaring;
            declaring = () -> log.declare(declared, inner);
        }
        declaring.run();
    }

    private List<Setup> setups(Function<SetupLog, List<Setup>> part) {
        return logs.stream()
                .flatMap(log -> part.apply(log).stream())
                .sorted(comparingLong(Setup::order))
                .toList();
    }

    private static List<UnusedSetup> unused(List<Setup> setups, Function<RegisteredSetup, String> why) {
        Map<Setup.Declaration, Integer> parts = parts(setups);
        List<UnusedSetup> reported = new ArrayList<>();
        for (Setup setup : setups) {
            if (setup instanceof Sentence sentence && !sentence.isUsed()) {
                reported.add(DefaultUnusedSetup.unfinished(sentence));
            } else if (setup instanceof RegisteredSetup registered && !registered.isUsed()) {
                int all = registered
                        .declaration()
                        .map(each -> parts.getOrDefault(each, 0))
                        .orElse(1);
                registered.declaration().ifPresent(parts::remove); // One line for each declaration.
                if (all > 0) {
                    reported.add(DefaultUnusedSetup.neverApplied(registered, all - 1, why.apply(registered)));
                }
            } else if (setup instanceof RegisteredSetup registered && registered.isUnderWay()) {
                reported.add(DefaultUnusedSetup.notEnded(registered));
            }
        }
        return List.copyOf(reported);
    }

    /** Returns the number of registrations of each declaration. */
    private static Map<Setup.Declaration, Integer> parts(List<Setup> setups) {
        Map<Setup.Declaration, Integer> parts = new HashMap<>();
        setups.forEach(
                setup -> setup.declaration().ifPresent(declaration -> parts.merge(declaration, 1, Integer::sum)));
        return parts;
    }
}
