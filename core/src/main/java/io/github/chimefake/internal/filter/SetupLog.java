package io.github.chimefake.internal.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What was set up through one entry point since the last reset, and what the baseline has set up. The number of set-ups is bounded:
 * those that cannot be reported any more are removed first, then the oldest.
 */
public final class SetupLog {
    private static final int CAPACITY = 1_000;

    private final Map<Thread, Setup.Declaration> declaring = new ConcurrentHashMap<>();
    private List<Setup> current = new ArrayList<>();
    private List<Setup> baseline = List.of();

    SetupLog() {}

    /** Runs code on whose behalf a declaration sets up the fake. */
    public void declare(Setup.Declaration declaration, Runnable setup) {
        Optional<Setup.Declaration> outer = declaration();
        declaring.put(Thread.currentThread(), declaration);
        try {
            setup.run();
        } finally {
            outer.ifPresentOrElse(
                    before -> declaring.put(Thread.currentThread(), before),
                    () -> declaring.remove(Thread.currentThread()));
        }
    }

    Optional<Setup.Declaration> declaration() {
        return Optional.ofNullable(declaring.get(Thread.currentThread()));
    }

    synchronized void add(Setup setup) {
        current.add(setup);
        if (current.size() > CAPACITY) {
            current.removeIf(Setup::isSettled);
        }
        if (current.size() > CAPACITY) {
            current.remove(0);
        }
    }

    /** Returns what was set up since the last reset, in this order. */
    public synchronized List<Setup> sinceReset() {
        return List.copyOf(current);
    }

    /** Returns what the baseline has set up and no test has used. */
    public synchronized List<Setup> unusedOfBaseline() {
        return baseline.stream().filter(setup -> !setup.isUsed()).toList();
    }

    /** Makes what was set up since the last reset a part of the baseline. */
    public synchronized void markBaseline() {
        baseline = snapshot();
        current = new ArrayList<>();
    }

    /** Returns all that no test has used, which belongs to the baseline when it is restored. */
    synchronized List<Setup> snapshot() {
        List<Setup> unused = Stream.concat(baseline.stream(), current.stream())
                .filter(setup -> !setup.isUsed())
                .toList();
        return unused.subList(Math.max(0, unused.size() - CAPACITY), unused.size());
    }

    synchronized void restore(List<Setup> snapshot) {
        baseline = snapshot;
        current = new ArrayList<>();
    }
}
