package io.github.chimefake.internal.sweep;

import io.github.chimefake.internal.sweep.calls.CallsOfRun;
import io.github.chimefake.internal.sweep.calls.CodeLines;
import io.github.chimefake.internal.sweep.calls.CodeThread;
import io.github.chimefake.internal.sweep.calls.SweepIncidents;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What code has begun on other threads of the JVM and not waited for, as far as their stacks show it: a thread that runs code, sleeps or waits
 * for a limited time, or that is about to begin. A thread that waits without a limit has no work, for example one of a pool.
 */
final class WorkOnOtherThreads {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final long BETWEEN_LOOKS_MILLIS = 2;

    /** A thread of a pool that is given a task takes a moment to wake up. */
    private static final int QUIET_LOOKS = 3;

    private static final List<String> BEFORE_BEGIN =
            List.of("java.lang.Thread", "java.util.concurrent.", "jdk.internal.misc.");

    private final Predicate<String> isOwn;
    private final Optional<ThreadGroup> group;
    private final boolean isFirst;
    private final SweepIncidents incidents;
    private final Set<Thread> alive;
    private final Set<Thread> busy;
    private final boolean commonPoolIsBusy = commonPoolIsBusy();

    private WorkOnOtherThreads(
            Predicate<String> isOwn,
            Optional<ThreadGroup> group,
            boolean isFirst,
            SweepIncidents incidents,
            Map<Thread, StackTraceElement[]> stacks) {
        this.isOwn = isOwn;
        this.group = group;
        this.isFirst = isFirst;
        this.incidents = incidents;
        this.alive = Set.copyOf(stacks.keySet());
        this.busy = stacks.entrySet().stream()
                .filter(entry -> runsCode(entry.getKey(), entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /**
     * Returns the work of what begins after this: what is under way now does not belong to it.
     *
     * @param isOwn whether a class, by its name, may be one of the code, and not of a library that has its own threads
     * @param group the group of the threads that the code creates, and of no others; empty if others are in it, too
     * @param isFirst whether this run is to find out whether there is such work; others look closely only if there was
     */
    static WorkOnOtherThreads ofWhatBegins(
            Predicate<String> isOwn, Optional<ThreadGroup> group, boolean isFirst, SweepIncidents incidents) {
        return new WorkOnOtherThreads(isOwn, group, isFirst, incidents, Thread.getAllStackTraces());
    }

    /** Waits until it has ended, at most 2 seconds. Returns whether there may have been some, which may have begun calls. */
    boolean await(CallsOfRun calls) {
        if (incidents.hasEndlessWork() || !(isFirst || incidents.hasWorkOnOtherThreads() || isSeen(calls))) {
            return false;
        }
        try {
            boolean wasSeen = isSeen(calls);
            awaitQuiet();
            if (wasSeen || isSeen(calls)) {
                incidents.workOnOtherThreads();
            }
            return true;
        } catch (InterruptedException interrupted) { // The test is to end.
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean isSeen(CallsOfRun calls) {
        return calls.haveOtherThreads() || underWay().isPresent();
    }

    private void awaitQuiet() throws InterruptedException {
        long start = System.nanoTime();
        Optional<String> underWay = underWay();
        for (int quiet = underWay.isEmpty() ? 1 : 0; quiet < QUIET_LOOKS; quiet = underWay.isEmpty() ? quiet + 1 : 0) {
            if (System.nanoTime() - start > LIMIT.toNanos()) {
                if (group.isPresent()) { // Otherwise it may be that of another test.
                    underWay.ifPresent(incidents::endlessWork);
                }
                return;
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
            underWay = underWay();
        }
    }

    private Optional<String> underWay() {
        Stream<String> pool =
                !commonPoolIsBusy && commonPoolIsBusy() ? Stream.of("a task of the common pool") : Stream.empty();
        Stream<String> threads = Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> isAtWork(entry.getKey(), entry.getValue()))
                .map(entry -> "the thread \"" + entry.getKey().getName() + "\"");
        return Stream.concat(pool, threads).findFirst();
    }

    private static boolean commonPoolIsBusy() {
        return !ForkJoinPool.commonPool().isQuiescent();
    }

    /** A thread that was there before may be one of a pool; a new one belongs to the code if that has created it. */
    private boolean isAtWork(Thread thread, StackTraceElement[] stack) {
        if (alive.contains(thread)) {
            return !busy.contains(thread) && runsCode(thread, stack);
        }
        return isOfCode(thread) && (runsCode(thread, stack) || isAboutToBegin(thread, stack));
    }

    private boolean isOfCode(Thread thread) {
        ThreadGroup of = thread.getThreadGroup(); // None if it has ended.
        return of != null && group.map(own -> own.parentOf(of)).orElse(true);
    }

    private static boolean isAboutToBegin(Thread thread, StackTraceElement[] stack) {
        return thread.getState() == Thread.State.RUNNABLE
                && Arrays.stream(stack)
                        .allMatch(frame -> BEFORE_BEGIN.stream().anyMatch(frame.getClassName()::startsWith));
    }

    private boolean runsCode(Thread thread, StackTraceElement[] stack) {
        return !(thread instanceof CodeThread)
                && thread != Thread.currentThread()
                && thread.getState() != Thread.State.WAITING
                && CodeLines.isOfWorker(stack, isOwn);
    }
}
