package io.github.chimefake.internal.journal;

import io.github.chimefake.journal.Journal;
import io.github.chimefake.journal.RecordedCall;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A journal at one moment: its calls, and the printout of these. */
public final class JournalSnapshot {
    private final List<JournalEntry> calls;
    private final long evictedCalls;
    private final boolean printsTexts;
    private final Supplier<String> printout;
    private @Nullable PrintStyle style;

    JournalSnapshot(List<JournalEntry> calls, long evictedCalls, boolean printsTexts, Supplier<String> printout) {
        this.calls = calls;
        this.evictedCalls = evictedCalls;
        this.printsTexts = printsTexts;
        this.printout = printout;
    }

    /** Returns a snapshot of this journal. */
    public static JournalSnapshot of(Journal journal) {
        return own(journal).snapshot();
    }

    /** Returns the changes of this journal. */
    public static JournalChanges changesOf(Journal journal) {
        return own(journal).changes();
    }

    private static DefaultJournal own(Journal journal) {
        if (journal instanceof DefaultJournal own) {
            return own;
        }
        throw new IllegalArgumentException(
                "Received a journal of " + journal.getClass().getName()
                        + ". Expected that of a fake, which ChimeMessagingServer.journal() returns");
    }

    /** Returns the calls, oldest first. */
    public List<RecordedCall> calls() {
        return List.copyOf(calls);
    }

    /** Returns how many calls were dropped because the journal was full. */
    public long evictedCalls() {
        return evictedCalls;
    }

    /** Returns for example {@code call 2, SendChannelMessage "hello" by alice in general}, with the number of the printout. */
    @SuppressWarnings("ReferenceEquality") // It is one of this journal's calls, and another one may be equal.
    public String describe(RecordedCall call) {
        int index = 0;
        while (calls.get(index) != call) {
            index++;
        }
        return "call " + (evictedCalls + index + 1) + ", " + JournalEntryPrinter.request(calls.get(index), style());
    }

    private synchronized PrintStyle style() {
        if (style == null) {
            style = new PrintStyle(ArnNames.of(calls, List.of()), printsTexts);
        }
        return style;
    }

    /** Returns the printout. */
    @Override
    public String toString() {
        return printout.get();
    }
}
