package io.github.chimefake.internal.journal;

import io.github.chimefake.journal.ErrorResponse;
import io.github.chimefake.journal.RecordedCall.ConnectionFault;
import io.github.chimefake.journal.RecordedCall.RecordedAttempt;

/** Prints a recorded call for failure reports. */
final class JournalEntryPrinter {
    private static final String LINE = System.lineSeparator();

    private JournalEntryPrinter() {}

    static String print(JournalEntry recorded) {
        StringBuilder text = new StringBuilder();
        text.append(recorded.operation()
                .map(Object::toString)
                .orElseGet(() -> recorded.method() + " " + recorded.target()));
        recorded.bearer().ifPresent(arn -> text.append(" by ").append(lastPart(arn)));
        recorded.channelArn().ifPresent(arn -> text.append(" in ").append(lastPart(arn)));
        recorded.caller().ifPresent(caller -> text.append(", signed by ").append(caller.principalArn()));
        for (RecordedAttempt attempt : recorded.attempts()) {
            text.append(LINE).append("    ");
            if (recorded.attempts().size() > 1) {
                text.append("attempt ").append(attempt.number()).append(": ");
            }
            append(text, attempt);
        }
        return text.toString();
    }

    /** Returns the id, by which readers know a user or channel. */
    private static String lastPart(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    private static void append(StringBuilder text, RecordedAttempt attempt) {
        attempt.connectionFault()
                .ifPresent(fault -> text.append(describe(fault)).append(" instead of the response "));
        text.append(attempt.status());
        attempt.errorResponse().ifPresent(response -> append(text, response));
        attempt.auditModeDenial()
                .ifPresent(denial -> append(
                        text.append(LINE).append("      audit mode; if enforced, policies would have denied it:"),
                        denial));
        if (attempt.isStubbed()) {
            text.append(" from a WireMock stub of the test");
        }
    }

    private static String describe(ConnectionFault fault) {
        return switch (fault) {
            case RESET -> "connection reset";
            case CLOSE -> "connection closed";
        };
    }

    private static void append(StringBuilder text, ErrorResponse response) {
        text.append(' ')
                .append(response.error().errorType())
                .append(": ")
                .append(response.message())
                .append(LINE)
                .append("      because: ")
                .append(response.explanation())
                .append(" [")
                .append(response.provenance())
                .append(']');
    }
}
