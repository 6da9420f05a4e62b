package io.github.chimefake.internal.journal;

import java.util.ArrayList;
import java.util.List;

/**
 * Prints a journal for failure reports. Omits earlier calls that succeeded at the first attempt, prints equal neighbours once, and
 * keeps to a number of lines by omitting the earliest calls.
 */
final class JournalPrinter {
    /**
     * The number of latest calls that are always printed. The cause of a failure is usually among them, and they fit on
     * a screen.
     */
    private static final int LATEST_CALLS = 20;

    private static final int MAX_LINES = 200;

    private final List<Block> blocks = new ArrayList<>();
    private final ArnNames names;

    private JournalPrinter(ArnNames names) {
        this.names = names;
    }

    /**
     * Some calls of which one is printed, or none.
     *
     * @param first the number of the first one
     * @param calls how many calls
     * @param lines what is printed of each of them; empty if they are only counted
     * @param label what precedes the printout of a call
     */
    private record Block(long first, int calls, List<String> lines, String label) {
        boolean prints(List<String> others, String otherLabel) {
            return label.equals(otherLabel) && lines.equals(others);
        }

        Block plusOne() {
            return new Block(first, calls + 1, lines, label);
        }

        List<String> printed() {
            if (lines.isEmpty()) {
                return List.of("(" + calls + (calls == 1 ? " call that succeeded)" : " calls that succeeded)"));
            }
            List<String> printed = new ArrayList<>(lines.subList(0, Math.min(lines.size(), MAX_LINES)));
            if (lines.size() > MAX_LINES) {
                printed.add("    (" + (lines.size() - MAX_LINES)
                        + " more lines; chime.journal().calls() has all attempts)");
            }
            printed.set(0, label.isEmpty() ? first + ". " + lines.get(0) : label + lines.get(0));
            if (calls > 1) {
                printed.add("    (" + (calls - 1) + (calls == 2 ? " more call" : " more calls") + " like this"
                        + (label.isEmpty() ? ", up to " + (first + calls - 1) + ")" : ")"));
            }
            return printed;
        }
    }

    /**
     * Returns the lines about calls, oldest first.
     *
     * @param late the late calls, which are printed last
     * @param evicted the number of calls that were removed before the first one
     */
    static List<String> lines(List<JournalEntry> calls, List<JournalEntry> late, long evicted) {
        List<JournalEntry> all = new ArrayList<>(calls);
        all.addAll(late);
        JournalPrinter printer = new JournalPrinter(ArnNames.of(all));
        for (int i = 0; i < calls.size(); i++) {
            JournalEntry call = calls.get(i);
            boolean counted = i < calls.size() - LATEST_CALLS && simplySucceeded(call);
            printer.add(evicted + i + 1, counted ? List.of() : printer.print(call), "");
        }
        late.forEach(call -> printer.add(0, printer.print(call), "late: "));
        return printer.latest();
    }

    private List<String> print(JournalEntry call) {
        return JournalEntryPrinter.lines(call, names);
    }

    private void add(long number, List<String> lines, String label) {
        int last = blocks.size() - 1;
        if (last >= 0 && blocks.get(last).prints(lines, label)) {
            blocks.set(last, blocks.get(last).plusOne());
        } else {
            blocks.add(new Block(number, 1, lines, label));
        }
    }

    private List<String> latest() {
        int begin = blocks.size();
        int lines = 0;
        while (begin > 0
                && (lines == 0 || lines + blocks.get(begin - 1).printed().size() <= MAX_LINES)) {
            begin--;
            lines += blocks.get(begin).printed().size();
        }
        List<String> printed = new ArrayList<>();
        int omitted = blocks.subList(0, begin).stream().mapToInt(Block::calls).sum();
        if (omitted > 0) {
            printed.add("(" + omitted + " earlier calls are not printed; chime.journal().calls() has them)");
        }
        blocks.subList(begin, blocks.size()).forEach(block -> printed.addAll(block.printed()));
        return printed;
    }

    private static boolean simplySucceeded(JournalEntry call) {
        return call.attempts().size() == 1
                && call.response().isPresent()
                && call.auditModeDenial().isEmpty()
                && call.lastAttempt().connectionFault().isEmpty();
    }
}
