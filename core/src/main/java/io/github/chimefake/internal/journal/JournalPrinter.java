package io.github.chimefake.internal.journal;

import static java.util.Comparator.comparingLong;

import io.github.chimefake.internal.journal.CallBlock.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Prints a journal for failure reports. Omits earlier calls that succeeded at the first attempt, prints equal neighbors
 * once, and keeps to a number of lines by omitting the earliest calls.
 */
final class JournalPrinter {
    /**
     * The number of latest calls that are always printed. The cause of a failure is usually among them, and they fit on
     * a screen.
     */
    private static final int LATEST_CALLS = 20;

    private static final int MAX_LINES = 200;
    private static final int MAX_LINES_OF_LATE_CALLS = 50;

    private final PrintStyle style;
    private final List<CallBlock> blocks = new ArrayList<>();

    private JournalPrinter(PrintStyle style) {
        this.style = style;
    }

    /**
     * Returns the lines about calls and background work, oldest first.
     *
     * @param notes background work and what happened on sessions, each after the calls that were received before it
     * @param late the late calls, which are printed last
     * @param evicted the number of calls that were removed before the first one
     * @param printsTexts whether contents of messages and names of resources are printed
     */
    static List<String> lines(
            List<JournalEntry> calls,
            List<JournalNote> notes,
            List<JournalEntry> late,
            long evicted,
            boolean printsTexts) {
        List<JournalEntry> all = Stream.of(calls, late).flatMap(List::stream).toList();
        PrintStyle style = new PrintStyle(ArnNames.of(all, notes), printsTexts);

        List<String> lateLines = new JournalPrinter(style).printLate(late);
        List<String> lines =
                new ArrayList<>(new JournalPrinter(style).print(calls, notes, evicted, MAX_LINES - lateLines.size()));
        lines.addAll(lateLines);
        return lines;
    }

    /** Returns the lines about late calls alone. */
    static List<String> linesOfLateCalls(List<JournalEntry> late, boolean printsTexts) {
        return new JournalPrinter(new PrintStyle(ArnNames.of(late, List.of()), printsTexts)).printLate(late);
    }

    private List<String> print(List<JournalEntry> calls, List<JournalNote> recorded, long evicted, int maxLines) {
        // What happens on sessions because of a call may be recorded when the next call has been received.
        List<JournalNote> notes =
                recorded.stream().sorted(comparingLong(JournalNote::after)).toList();
        int printedNotes = 0;
        for (int i = 0; i < calls.size(); i++) {
            JournalEntry call = calls.get(i);
            boolean latest = i >= calls.size() - LATEST_CALLS;
            for (; printedNotes < notes.size() && notes.get(printedNotes).after() < call.order(); printedNotes++) {
                add(notes.get(printedNotes), latest);
            }
            long number = evicted + i + 1;
            add(!latest && call.simplySucceeded() ? CallBlock.counted(number) : block(number, call, Kind.CALL));
        }
        notes.subList(printedNotes, notes.size()).forEach(note -> add(note, true));
        return latest("earlier call", "chime.journal().calls()", maxLines);
    }

    private List<String> printLate(List<JournalEntry> late) {
        late.forEach(call -> add(block(0, call, Kind.LATE_CALL)));
        return latest("earlier late call", "chime.journal().lateCalls()", MAX_LINES_OF_LATE_CALLS);
    }

    /** Adds a note, unless it belongs to an earlier call and nothing went wrong. */
    private void add(JournalNote note, boolean latest) {
        if (latest || !note.ordinary()) {
            add(CallBlock.note(note.lines(style)));
        }
    }

    private CallBlock block(long number, JournalEntry call, Kind kind) {
        List<String> lines = JournalEntryPrinter.lines(call, style);
        List<String> key = call.attempts().size() == 1 ? lines : JournalEntryPrinter.linesWithoutPauses(call, style);
        return new CallBlock(number, 1, lines, key, kind);
    }

    private void add(CallBlock block) {
        int last = blocks.size() - 1;
        if (last >= 0 && blocks.get(last).includes(block)) {
            blocks.set(last, blocks.get(last).plusOne());
        } else {
            blocks.add(block);
        }
    }

    /** Returns the lines of as many blocks as fit, from the last one backward, and how many calls do not. */
    private List<String> latest(String omittedCall, String where, int maxLines) {
        List<String> printed = new ArrayList<>();
        int begin = blocks.size();
        while (begin > 0) {
            List<String> block = blocks.get(begin - 1).printed(maxLines);
            if (!printed.isEmpty() && printed.size() + block.size() > maxLines) {
                break;
            }
            printed.addAll(0, block);
            begin--;
        }
        List<CallBlock> earlier = blocks.subList(0, begin);
        if (earlier.stream().anyMatch(block -> block.kind() == Kind.NOTE)) {
            printed.add(
                    0,
                    "(earlier background work and sessions are not printed; chime.journal().backgroundWork() and"
                            + " chime.sessions().history() have them)");
        }
        int omitted = earlier.stream().mapToInt(CallBlock::calls).sum();
        if (omitted > 0) {
            printed.add(
                    0,
                    "(" + omitted + " " + omittedCall
                            + (omitted == 1
                                    ? " is not printed; " + where + " has it)"
                                    : "s are not printed; " + where + " has them)"));
        }
        return printed;
    }
}
