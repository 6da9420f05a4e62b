package io.github.chimefake.internal.journal;

import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.text.OneLine;
import io.github.chimefake.journal.ErrorResponse;
import io.github.chimefake.journal.RecordedCall.ConnectionFault;
import java.util.ArrayList;
import java.util.List;

/** Prints a recorded call for failure reports: what was asked, and what became of each attempt. */
final class JournalEntryPrinter {
    private static final String INDENTATION = "    ";

    private final JournalEntry recorded;
    private final PrintStyle style;
    private final boolean printsPauses;
    private final List<String> lines = new ArrayList<>();

    private JournalEntryPrinter(JournalEntry recorded, PrintStyle style, boolean printsPauses) {
        this.recorded = recorded;
        this.style = style;
        this.printsPauses = printsPauses;
    }

    /** Returns the lines about a call, not wrapped. */
    static List<String> lines(JournalEntry recorded, PrintStyle style) {
        return new JournalEntryPrinter(recorded, style, true).print();
    }

    /** Returns the lines without the pauses between attempts, which differ between calls that are otherwise equal. */
    static List<String> linesWithoutPauses(JournalEntry recorded, PrintStyle style) {
        return new JournalEntryPrinter(recorded, style, false).print();
    }

    private List<String> print() {
        lines.add(heading());
        List<JournalAttempt> attempts = recorded.journalAttempts();
        for (int i = 0; i < attempts.size(); i++) {
            JournalAttempt attempt = attempts.get(i);
            lines.add(INDENTATION + number(i) + outcome(attempt) + departure(i));
            attempt.errorResponse().ifPresent(this::addReason);
            attempt.unexplainedFaults()
                    .forEach(fault ->
                            lines.add(INDENTATION + "  fault: " + style.names().in(OneLine.of(fault))));
            attempt.note().ifPresent(note -> lines.add(INDENTATION + "  note: " + note));
            attempt.auditModeDenial().ifPresent(denial -> {
                lines.add(INDENTATION + "  audit mode; if enforced, policies would have denied it: "
                        + style.error(denial));
                addReason(denial);
            });
        }
        return lines;
    }

    /** Returns the request in one line: operation, summary, bearer and channel. */
    static String request(JournalEntry recorded, PrintStyle style) {
        StringBuilder text = new StringBuilder(recorded.operation()
                .map(Object::toString)
                .orElseGet(() -> OneLine.of(recorded.method()) + " " + style.target(recorded.target())));
        recorded.call().ifPresent(call -> text.append(RequestSummary.of(call, style)));
        recorded.bearer().ifPresent(arn -> text.append(" by ").append(style.id(arn)));
        recorded.channelArn().ifPresent(arn -> text.append(" in ").append(style.id(arn)));
        return text.toString();
    }

    private String heading() {
        StringBuilder text = new StringBuilder(request(recorded, style));
        if (recorded.isByActor()) {
            text.append(", by an actor");
        }
        recorded.call()
                .map(Call::caller)
                .ifPresent(caller -> text.append(", signed by ").append(ArnNames.principal(caller.principalArn())));
        return text.toString();
    }

    /** Returns which attempt it is, and how long after the previous one it came; empty for the only one. */
    private String number(int index) {
        List<JournalAttempt> attempts = recorded.journalAttempts();
        if (attempts.size() == 1) {
            return "";
        }
        JournalAttempt attempt = attempts.get(index);
        if (index == 0 || !printsPauses) {
            return "attempt " + attempt.number() + ": ";
        }
        Timing previous = attempts.get(index - 1).timing();
        return "attempt " + attempt.number() + " (" + PrintedDuration.of(previous.until(attempt.timing()))
                + " later): ";
    }

    private String outcome(JournalAttempt attempt) {
        if (attempt.lostItsRequest()) {
            return "connection reset before the request reached the service";
        }
        StringBuilder text = new StringBuilder();
        attempt.connectionFault()
                .ifPresent(fault -> text.append(describe(fault)).append(" instead of the response "));
        text.append(attempt.status());
        attempt.response()
                .flatMap(
                        response -> recorded.request().flatMap(request -> PartialFailures.of(request, response, style)))
                .ifPresent(failed -> text.append(", ").append(failed));
        attempt.errorResponse().ifPresent(error -> text.append(' ').append(style.error(error)));
        if (attempt.isStubbed()) {
            text.append(" from a WireMock stub of the test");
        }
        attempt.changes().forEach(change -> text.append(", ").append(change));
        if (!attempt.delay().isZero()) {
            text.append(", delayed by ").append(PrintedDuration.of(attempt.delay()));
        }
        return text.toString();
    }

    /** Returns that the client did not wait for the response, if its next attempt shows it. */
    private String departure(int index) {
        List<JournalAttempt> attempts = recorded.journalAttempts();
        boolean departed = index + 1 < attempts.size()
                && attempts.get(index).timing().overlaps(attempts.get(index + 1).timing());
        return departed ? "; the client did not wait for it" : "";
    }

    private static String describe(ConnectionFault fault) {
        return switch (fault) {
            case RESET -> "connection reset";
            case CLOSE -> "connection closed";
        };
    }

    private void addReason(ErrorResponse error) {
        lines.add(INDENTATION + "  because: " + style.reason(error, recorded.target()));
    }
}
