package io.github.chimefake.internal.sweep.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What happened during the runs of a sweep that its reader should know. */
public final class SweepIncidents {
    private static final int MOST_ENDLESS = 2;

    private final Set<String> typesWithoutText = new TreeSet<>();
    private int lateCalls;
    private int unendedCalls;
    private int leftBehind;
    private boolean resultsDoNotComplete;
    private boolean workOnOtherThreads;
    private Optional<String> endlessWork = Optional.empty();
    private int endlessTimes;

    /** Notes that in a run without a failure, the code returned something that did not complete, so that no run waits for it. */
    public synchronized void resultDoesNotComplete() {
        resultsDoNotComplete = true;
    }

    /** Returns whether the code returns something that does not complete. */
    public synchronized boolean resultsDoNotComplete() {
        return resultsDoNotComplete;
    }

    /**
     * Notes that work on another thread did not end. After the second time, no run waits for such work.
     *
     * @param what what did not end
     * @param isOfCode whether the code has surely begun it, and not another test, so that the reader is told
     */
    public synchronized void endlessWork(String what, boolean isOfCode) {
        endlessTimes++;
        if (isOfCode) {
            endlessWork = Optional.of(what);
        }
    }

    /** Returns whether runs do not wait for work on other threads. */
    public synchronized boolean isTiredOfWork() {
        return endlessWork.isPresent() || endlessTimes >= MOST_ENDLESS;
    }

    /** Notes that the code has begun work on other threads, for which runs wait. */
    public synchronized void workOnOtherThreads() {
        workOnOtherThreads = true;
    }

    /** Returns whether the code has begun work on other threads. */
    public synchronized boolean hasWorkOnOtherThreads() {
        return workOnOtherThreads;
    }

    /** Notes that a call of a run came after its end, and failed. */
    synchronized void lateCall() {
        lateCalls++;
    }

    /** Notes calls that had not ended when the state of a run was compared. */
    public synchronized void unended(long calls) {
        unendedCalls += (int) calls;
    }

    /** Notes a value that can be compared only by its type. */
    public synchronized void comparedByType(Set<String> types) {
        typesWithoutText.addAll(types);
    }

    /** Notes that the thread of a run was left behind. */
    public synchronized void leftBehind() {
        leftBehind++;
    }

    /** Returns the notes about them. */
    public synchronized List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (leftBehind > 0) {
            notes.add("threads that do not end when they are interrupted, and were left behind: " + leftBehind
                    + ". They may still take time, memory and locks");
        }
        if (resultsDoNotComplete) {
            notes.add(
                    "the code returns something that did not complete in a run without a failure, so it is not waited for");
        }
        endlessWork.ifPresent(
                what -> notes.add(
                        "the code has begun work that did not end within 2 s after it, by " + what
                                + ", so such work is not waited for. Calls that it makes later count in the run that is then in progress"));
        if (unendedCalls > 0) {
            notes.add("calls that the code has begun and that had not ended within the time limit: " + unendedCalls);
        }
        if (lateCalls > 0) {
            notes.add("calls that began in a run and were sent after its end, so that they failed: " + lateCalls
                    + ". Let the code wait for what it begins");
        }
        typesWithoutText.forEach(
                type -> notes.add("values without their own toString(), compared only by type: " + type));
        return notes;
    }
}
