package io.github.chimefake.internal.sweep;

import io.github.chimefake.internal.sweep.calls.CallsOfRun;
import io.github.chimefake.internal.sweep.calls.CodeLines;
import io.github.chimefake.internal.sweep.calls.CodeThread;
import io.github.chimefake.internal.sweep.calls.SweepIncidents;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
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
 * What code has begun on other threads of the JVM and not waited for, as far as their stacks show it: a thread that runs code, sleeps, waits
 * for a limited time or for a lock, or that is about to begin. A thread that waits without a limit has no work, for example one of a pool.
 */
final class WorkOnOtherThreads {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final long BETWEEN_LOOKS_MILLIS = 2;

    /** A thread of a pool that is given a task takes a while to wake up on a busy machine. */
    private static final int QUIET_LOOKS = 10;

    private static final String COMMON_POOL = "a task of the common pool";
    private static final List<String> BEFORE_BEGIN =
            List.of("java.lang.Thread", "java.util.concurrent.", "jdk.internal.misc.");

    private final Predicate<String> isOwn;
    private final Optional<ThreadGroup> group;
    private final boolean isWithoutFailure;
    private final SweepIncidents incidents;
    private final Set<Thread> alive;
    private final Set<Thread> busy;
    private final boolean commonPoolIsBusy = commonPoolIsBusy();

    /** What is at work, and whether the code has surely begun it. */
    private record Found(String what, boolean isOfCode) {}

    private WorkOnOtherThreads(
            Predicate<String> isOwn,
            Optional<ThreadGroup> group,
            boolean isWithoutFailure,
            SweepIncidents incidents,
            Map<Thread, StackTraceElement[]> stacks) {
        this.isOwn = isOwn;
        this.group = group;
        this.isWithoutFailure = isWithoutFailure;
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
     * @param isWithoutFailure whether this run is to find out whether there is such work; others look closely only if there was
     */
    static WorkOnOtherThreads ofWhatBegins(
            Predicate<String> isOwn, Optional<ThreadGroup> group, boolean isWithoutFailure, SweepIncidents incidents) {
        return new WorkOnOtherThreads(isOwn, group, isWithoutFailure, incidents, Thread.getAllStackTraces());
    }

    /** Waits until it has ended, at most 2 seconds. Returns whether there was some that has ended, which may have begun calls. */
    boolean await(CallsOfRun calls) {
        if (incidents.isTiredOfWork()) {
            return false;
        }
        Optional<Found> found = find();
        if (found.isEmpty() && !isWithoutFailure && !incidents.hasWorkOnOtherThreads() && !calls.haveOtherThreads()) {
            return false;
        }
        try {
            return awaitQuiet(found, calls);
        } catch (InterruptedException interrupted) { // The test is to end.
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean awaitQuiet(Optional<Found> first, CallsOfRun calls) throws InterruptedException {
        long start = System.nanoTime();
        Optional<Found> found = first;
        boolean isSeen = found.isPresent();
        for (int quiet = isSeen ? 0 : 1; quiet < QUIET_LOOKS; quiet = found.isPresent() ? 0 : quiet + 1) {
            if (System.nanoTime() - start > LIMIT.toNanos()) {
                found.ifPresent(work -> incidents.endlessWork(work.what(), work.isOfCode()));
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
            found = find();
            isSeen |= found.isPresent();
        }
        if (isSeen || calls.haveOtherThreads()) {
            incidents.workOnOtherThreads();
        }
        return isSeen;
    }

    /** Returns some work, and of several such that the code has surely begun. */
    private Optional<Found> find() {
        Stream<Found> pool =
                !commonPoolIsBusy && commonPoolIsBusy() ? Stream.of(new Found(COMMON_POOL, false)) : Stream.empty();
        Stream<Found> threads = Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> isAtWork(entry.getKey(), entry.getValue()))
                .map(Map.Entry::getKey)
                .map(thread -> new Found("the thread \"" + thread.getName() + "\"", isOfCode(thread)));
        return Stream.concat(pool, threads).max(Comparator.comparing(Found::isOfCode));
    }

    private static boolean commonPoolIsBusy() {
        return !ForkJoinPool.commonPool().isQuiescent();
    }

    private boolean isAtWork(Thread thread, StackTraceElement[] stack) {
        return !busy.contains(thread)
                && (runsCode(thread, stack) || (!alive.contains(thread) && isAboutToBegin(thread, stack)));
    }

    /** Pools create their threads in the group of the thread that has created them, so others may be of the code, too. */
    private boolean isOfCode(Thread thread) {
        ThreadGroup of = thread.getThreadGroup(); // None if it has ended.
        return of != null && group.filter(own -> own.parentOf(of)).isPresent();
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
