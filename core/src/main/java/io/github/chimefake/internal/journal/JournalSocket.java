package io.github.chimefake.internal.journal;

import io.github.chimefake.internal.text.OneLine;
import java.util.ArrayList;
import java.util.List;

/**
 * What happened on messaging sessions, in the journal.
 *
 * @param after the number of the last request that was received before
 */
record JournalSocket(SocketNote note, long after) implements JournalNote {
    @Override
    public boolean ordinary() {
        return note.ordinary();
    }

    @Override
    public String texts() {
        return note.text() + note.reason().map(" "::concat).orElse("");
    }

    @Override
    public List<String> lines(PrintStyle style) {
        List<String> lines = new ArrayList<>();
        lines.add("socket: " + style.names().in(OneLine.of(note.text())));
        note.reason()
                .ifPresent(reason -> lines.add("    because: " + style.names().in(OneLine.of(reason))));
        return lines;
    }
}
