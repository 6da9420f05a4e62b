package io.github.chimefake.internal.journal;

import java.util.ArrayList;
import java.util.List;

/**
 * Neighboring calls of a printout of which the first is printed, or none; or background work.
 *
 * @param first the number of the first call
 * @param calls how many calls; zero for background work
 * @param lines what is printed of the first call; empty if the calls are only counted
 * @param key what the calls have in common
 * @param kind what it is
 */
record CallBlock(long first, int calls, List<String> lines, List<String> key, Kind kind) {
    enum Kind {
        CALL,
        /** Has no number. */
        LATE_CALL,
        /** Has no number. */
        NOTE
    }

    /** Returns a block of what stands between the calls. */
    static CallBlock note(List<String> lines) {
        return new CallBlock(0, 0, lines, List.of(), Kind.NOTE);
    }

    /** Returns a block of one call that is only counted. */
    static CallBlock counted(long number) {
        return new CallBlock(number, 1, List.of(), List.of(), Kind.CALL);
    }

    boolean includes(CallBlock other) {
        return kind != Kind.NOTE && kind == other.kind && key.equals(other.key);
    }

    CallBlock plusOne() {
        return new CallBlock(first, calls + 1, lines, key, kind);
    }

    /** Returns the lines to print, wrapped, at most so many and one. */
    List<String> printed(int maxLines) {
        if (lines.isEmpty()) {
            return List.of(calls == 1 ? "(call " + first + " succeeded)" : "(" + range(first) + " succeeded)");
        }
        List<String> printed = new ArrayList<>(LineWrap.wrap(label() + lines.get(0)));
        lines.subList(1, lines.size()).forEach(line -> printed.addAll(LineWrap.wrap(line)));
        if (printed.size() > maxLines) {
            int omitted = printed.size() - maxLines;
            printed.subList(maxLines, printed.size()).clear();
            printed.add("    (" + omitted + (omitted == 1 ? " more line" : " more lines")
                    + "; chime.journal() has all attempts of the call)");
        }
        if (calls > 1) {
            printed.add("    (" + others() + ")");
        }
        return printed;
    }

    private String label() {
        return switch (kind) {
            case CALL -> first + ". ";
            case LATE_CALL -> "late: ";
            case NOTE -> "";
        };
    }

    private String others() {
        if (kind == Kind.LATE_CALL) {
            return calls == 2
                    ? "1 more late call is like this one"
                    : (calls - 1) + " more late calls are like this one";
        }
        return calls == 2
                ? "call " + (first + 1) + " is like call " + first
                : range(first + 1) + " are like call " + first;
    }

    private String range(long begin) {
        return "calls " + begin + " to " + (first + calls - 1);
    }
}
