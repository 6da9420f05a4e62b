package io.github.chimefake.internal.journal;

import java.util.List;

/** What stands between the calls of a printout. */
sealed interface JournalNote permits JournalWork, JournalSocket {
    /** Returns the number of the last request that was received before. */
    long after();

    /** Returns whether this is what happens if nothing goes wrong, so that a long printout can leave it out. */
    boolean ordinary();

    /** Returns the texts with full ARNs. */
    String texts();

    /** Returns the lines of a printout, not wrapped. */
    List<String> lines(PrintStyle style);
}
