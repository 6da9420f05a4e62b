package io.github.chimefake.internal.sweep.report;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the frame that is to be fixed. That is the innermost one, unless it is a helper that several lines call: then it is the line that calls
 * it, because a helper that was at fault would be so for all of its callers.
 */
final class CulpritLine {
    /** From as many callers on, which all raise the alarm, the helper is at fault. */
    private static final int MANY = 3;

    private static final String TEST = "";

    private final Set<List<String>> all;
    private final Set<List<String>> alarmed;

    /**
     * Compares the frames of calls, the innermost first.
     *
     * @param all the frames of each call
     * @param alarmed the frames of those for which there is the alarm
     */
    CulpritLine(List<List<String>> all, List<List<String>> alarmed) {
        this.all = new HashSet<>(all);
        this.all.addAll(alarmed);
        this.alarmed = new HashSet<>(alarmed);
    }

    /** Returns the index of the frame. */
    int depth(List<String> frames) {
        int depth = 0;
        while (isHelper(frames, depth)) {
            depth++;
        }
        return depth;
    }

    /** A line that has only one caller is a helper if that is one, for example a lambda that a helper is given. */
    private boolean isHelper(List<String> frames, int depth) {
        if (depth + 1 >= frames.size()) {
            return false;
        }
        List<String> inner = frames.subList(0, depth + 1);
        Set<String> callers = callers(all, inner);
        if (callers.size() == 1) {
            return !callers.contains(TEST) && isHelper(frames, depth + 1);
        }
        Set<String> ofAlarms = callers(alarmed, inner);
        boolean isAtFault = ofAlarms.contains(TEST) || (callers.equals(ofAlarms) && callers.size() >= MANY);
        return !isAtFault;
    }

    /** Returns the lines that call the innermost frames, among them the test, which is left out of the frames. */
    private static Set<String> callers(Set<List<String>> stacks, List<String> inner) {
        Set<String> callers = new HashSet<>();
        for (List<String> stack : stacks) {
            if (stack.size() >= inner.size() && stack.subList(0, inner.size()).equals(inner)) {
                callers.add(stack.size() == inner.size() ? TEST : stack.get(inner.size()));
            }
        }
        return callers;
    }
}
