package io.github.chimefake.internal.journal;

import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.journal.ErrorResponse;
import io.github.chimefake.journal.RecordedCall.ConnectionFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints a recorded call for failure reports. */
final class JournalEntryPrinter {
    private static final String INDENTATION = "    ";

    private final JournalEntry recorded;
    private final ArnNames names;
    private final List<String> lines = new ArrayList<>();

    private JournalEntryPrinter(JournalEntry recorded, ArnNames names) {
        this.recorded = recorded;
        this.names = names;
    }

    /** Returns the lines about a call: what was asked, and what became of each attempt. */
    static List<String> lines(JournalEntry recorded, ArnNames names) {
        return new JournalEntryPrinter(recorded, names).print();
    }

    private List<String> print() {
        add(heading());
        List<JournalAttempt> attempts = recorded.journalAttempts();
        for (int i = 0; i < attempts.size(); i++) {
            JournalAttempt attempt = attempts.get(i);
            add(INDENTATION + number(i) + outcome(attempt) + departure(i));
            attempt.errorResponse().ifPresent(this::addReason);
            attempt.auditModeDenial().ifPresent(denial -> {
                add(INDENTATION + "  audit mode; if enforced, policies would have denied it: " + error(denial));
                addReason(denial);
            });
        }
        return lines;
    }

    private void add(String line) {
        lines.addAll(LineWrap.wrap(line));
    }

    private String heading() {
        StringBuilder text = new StringBuilder(recorded.operation()
                .map(Object::toString)
                .orElseGet(() -> recorded.method() + " " + recorded.target()));
        recorded.call().ifPresent(call -> text.append(RequestSummary.of(call, names)));
        recorded.bearer().ifPresent(arn -> text.append(" by ").append(names.id(arn)));
        recorded.channelArn().ifPresent(arn -> text.append(" in ").append(names.id(arn)));
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
        String pause = index == 0
                ? ""
                : " (" + inSeconds(attempts.get(index - 1).timing().until(attempt.timing())) + " later)";
        return "attempt " + attempt.number() + pause + ": ";
    }

    private String outcome(JournalAttempt attempt) {
        if (attempt.lostItsRequest()) {
            return "connection reset; the request was lost and did not reach the service";
        }
        String lost = attempt.connectionFault()
                .map(fault -> describe(fault) + " instead of the response ")
                .orElse("");
        String failures = attempt.response()
                .flatMap(
                        response -> recorded.request().flatMap(request -> PartialFailures.of(request, response, names)))
                .map(failed -> ", " + failed)
                .orElse("");
        return lost
                + attempt.status()
                + failures
                + attempt.errorResponse()
                        .map(JournalEntryPrinter::error)
                        .map(error -> " " + error)
                        .orElse("")
                + (attempt.delay().isZero() ? "" : ", delayed by " + inSeconds(attempt.delay()))
                + (attempt.isStubbed() ? " from a WireMock stub of the test" : "");
    }

    /** Returns that the client did not wait for the response, if its next attempt shows it. */
    private String departure(int index) {
        List<JournalAttempt> attempts = recorded.journalAttempts();
        return index + 1 < attempts.size()
                        && attempts.get(index)
                                .timing()
                                .overlaps(attempts.get(index + 1).timing())
                ? "; the client did not wait for it"
                : "";
    }

    private static String describe(ConnectionFault fault) {
        return switch (fault) {
            case RESET -> "connection reset";
            case CLOSE -> "connection closed";
        };
    }

    private static String error(ErrorResponse response) {
        return response.error().errorType() + ": " + response.message();
    }

    private void addReason(ErrorResponse response) {
        add(INDENTATION + "  because: " + names.in(response.explanation()) + " [" + response.provenance() + "]");
    }

    private static String inSeconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f s", duration.toMillis() / 1000.0);
    }
}
