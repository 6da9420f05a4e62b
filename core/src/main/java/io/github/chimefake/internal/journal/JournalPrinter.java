package io.github.chimefake.internal.journal;

import java.util.List;

/**
 * Puts a journal into the lines that a person reads under a failed test. Of a long one the latest calls are shown, and of those
 * before them whichever did not simply succeed.
 */
final class JournalPrinter {
    private static final String LINE = System.lineSeparator();

    /** What leads to a failure stands near the end, and this much fits on a screen. */
    private static final int LATEST = 20;

    private JournalPrinter() {}

    /**
     * Prints calls, oldest first.
     *
     * @param before how many came before them
     */
    static String print(List<JournalEntry> calls, long before) {
        StringBuilder text = new StringBuilder();
        int leftOut = 0;
        for (int i = 0; i < calls.size(); i++) {
            JournalEntry call = calls.get(i);
            if (i < calls.size() - LATEST && simplySucceeded(call)) {
                leftOut++;
            } else {
                appendLeftOut(text, leftOut);
                leftOut = 0;
                text.append(before + i + 1).append(". ").append(call).append(LINE);
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

    private static void appendLeftOut(StringBuilder text, int leftOut) {
        if (leftOut > 0) {
            text.append("(")
                    .append(leftOut)
                    .append(leftOut == 1 ? " call that succeeded)" : " calls that succeeded)")
                    .append(LINE);
        }
    }
}
