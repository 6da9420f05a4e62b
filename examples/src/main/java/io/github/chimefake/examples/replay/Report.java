package io.github.chimefake.examples.replay;

import io.github.chimefake.examples.chat.ChatRefusal;
import io.github.chimefake.journal.ErrorResponse;
import io.github.chimefake.journal.Journal;
import io.github.chimefake.journal.RecordedCall;
import io.github.chimefake.journal.RecordedCall.RecordedAttempt;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Prints which calls failed and why, and a summary of the conversation. */
final class Report {
    private final PrintStream out;
    private final UnaryOperator<String> shorten;

    /**
     * Prints to the stream.
     *
     * @param shorten replaces the ARNs in a text by names
     */
    Report(PrintStream out, UnaryOperator<String> shorten) {
        this.out = out;
        this.shorten = shorten;
    }

    /** A line that failed, with the call in the journal, the error response, and the failure that the chat service returned. */
    record RefusedLine(TranscriptLine line, RecordedCall call, ErrorResponse refusal, ChatRefusal told) {}

    void printRefusals(List<RefusedLine> refusedLines) {
        out.println("The calls that failed, and why:");
        for (RefusedLine refused : refusedLines) {
            ErrorResponse refusal = refused.refusal();
            out.println();
            out.println(refused.line());
            print("operation", refused.call().operation().map(Object::toString).orElse("unknown"));
            print("response", refusal.error().status() + " " + refusal.error().errorType() + ": " + refusal.message());
            print("why", shorten.apply(refusal.explanation()));
            print("basis", refusal.provenance().name().toLowerCase(Locale.ROOT));
            print("chat says", refused.told().reason().name());
        }
        out.println();
    }

    void printRetries(Journal journal) {
        out.println("The attempts that the SDK repeated:");
        for (RecordedCall call : journal.calls()) {
            if (call.attempts().size() > 1) {
                out.println("    " + call.operation().map(Object::toString).orElse("unknown") + ": "
                        + call.attempts().stream().map(Report::answer).collect(Collectors.joining(", then ")));
            }
        }
        out.println();
    }

    private static String answer(RecordedAttempt attempt) {
        return attempt.connectionFault()
                .map(fault -> "carried out, but the response was lost")
                .orElseGet(() -> Integer.toString(attempt.status()));
    }

    void printSummary(List<TranscriptLine> lines, List<RefusedLine> refusedLines, ExpectedChannels channels) {
        Map<String, Long> byError = refusedLines.stream()
                .collect(Collectors.groupingBy(
                        refused -> refused.refusal().error().errorType(), TreeMap::new, Collectors.counting()));
        out.println("Summary:");
        print(
                "replayed",
                lines.size() + " lines, of them "
                        + lines.stream()
                                .filter(line -> line.step() instanceof Step.Say)
                                .count() + " messages");
        print("failed", refusedLines.size() + " lines " + byError);
        channels.byName().forEach((name, channel) -> printStored(name, channel));
        out.println("The contents of the fake are those of the transcript.");
    }

    private void printStored(String name, ExpectedChannel channel) {
        List<ExpectedMessage> messages = channel.messages();
        print(
                name,
                messages.size() + " messages stored, "
                        + messages.stream().filter(ExpectedMessage::edited).count() + " edited, "
                        + messages.stream().filter(ExpectedMessage::redacted).count() + " redacted; members "
                        + channel.members() + ", moderators " + channel.moderators());
    }

    private void print(String heading, String text) {
        out.printf("    %-10s %s%n", heading, text);
    }
}
