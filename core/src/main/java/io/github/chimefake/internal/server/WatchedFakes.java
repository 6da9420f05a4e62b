package io.github.chimefake.internal.server;

import io.github.chimefake.ChimeMessagingServer;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * The fakes of this JVM, as they were at one moment. A test framework that sweeps whole suites finds the fakes that tests start by
 * themselves only here. No fake is kept unless a suite is swept.
 */
public final class WatchedFakes {
    private static final Set<FakeServer> RUNNING =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private static final AtomicBoolean WATCHING = new AtomicBoolean();

    private final Map<FakeServer, Counts> before = new HashMap<>();

    private record Counts(long calls, long restores) {
        private static Counts of(FakeServer fake) {
            return new Counts(fake.callsSoFar(), fake.restoresSoFar());
        }
    }

    private WatchedFakes() {
        running().forEach(fake -> before.put(fake, Counts.of(fake)));
    }

    /** Returns the fakes as they are now. Those that were started before the first time this is called are not known. */
    public static WatchedFakes now() {
        WATCHING.set(true);
        return new WatchedFakes();
    }

    /** Notes that a fake was started. */
    static void started(FakeServer fake) {
        if (WATCHING.get()) {
            RUNNING.add(fake);
        }
    }

    private static List<FakeServer> running() {
        synchronized (RUNNING) {
            return List.copyOf(RUNNING);
        }
    }

    /** Returns the fakes that have been called since. */
    public List<ChimeMessagingServer> called() {
        return which(fake ->
                fake.callsSoFar() > before.getOrDefault(fake, new Counts(0, 0)).calls());
    }

    /** Returns the running fakes that have been started or reset since. */
    public List<ChimeMessagingServer> startedOrReset() {
        return which(fake -> fake.isRunning()
                && (!before.containsKey(fake)
                        || fake.restoresSoFar() > before.get(fake).restores()));
    }

    private static List<ChimeMessagingServer> which(Predicate<FakeServer> condition) {
        return running().stream()
                .filter(condition)
                .<ChimeMessagingServer>map(fake -> fake)
                .toList();
    }
}
