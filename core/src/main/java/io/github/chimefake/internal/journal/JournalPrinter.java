package io.github.chimefake.internal.journal;

import java.util.List;

/**
 * Prints a journal for failure reports. In a long journal, earlier calls that succeeded at the first attempt are
 * omitted.
 */
final class JournalPrinter {
    private static final String LINE = System.lineSeparator();

    /**
     * The number of latest calls that are always printed. The cause of a failure is usually among them, and they fit on
     * a screen.
     */
    private static final int LATEST_CALLS = 20;

    private JournalPrinter() {}

    /**
     * Prints calls, oldest first.
     *
     * @param evicted the number of calls that were removed before them
     */
    static String print(List<JournalEntry> calls, long evicted) {
        StringBuilder text = new StringBuilder();
        int omitted = 0;
        for (int i = 0; i < calls.size(); i++) {
            JournalEntry call = calls.get(i);
            if (i < calls.size() - LATEST_CALLS && simplySucceeded(call)) {
                omitted++;
            } else {
                appendOmitted(text, omitted);
                omitted = 0;
                text.append(evicted + i + 1).append(". ").append(call).append(LINE);
            }
        }
        return text.toString();
    }

    private static boolean simplySucceeded(JournalEntry call) {
        return call.attempts().size() == 1
                && call.response().isPresent()
                && call.auditModeDenial().isEmpty()
                && call.lastAttempt().connectionFault().isEmpty();
    }

    private static void appendOmitted(StringBuilder text, int omitted) {
        if (omitted > 0) {
            text.append("(")
                    .append(omitted)
                    .append(omitted == 1 ? " call that succeeded)" : " calls that succeeded)")
                    .append(LINE);
        }
    }
}
