package io.github.chimefake.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.journal.ErrorResponse;
import io.github.chimefake.journal.Journal;
import io.github.chimefake.journal.RecordedCall;
import io.github.chimefake.journal.RecordedCall.RecordedAttempt;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Texts for people, which contain nothing of how the fake is written in Java. */
public final class PlainText {
    /** The number of latest calls whose texts are read; tests of load make thousands of equal ones. */
    private static final int LATEST_CALLS = 100;

    private static final Pattern INTERNALS = Pattern.compile(String.join(
            "|",
            "Optional\\[|Optional\\.empty",
            "\\b[A-Z]\\w*(?:\\[|\\()\\w+=", // Name[a=…] of a record, Name(a=…) of the SDK
            "\\b(?:[a-z]\\w*\\.)+[A-Z][\\w$]*@[0-9a-f]+\\b", // package.Name@hash
            "\\[L?[\\w.]+;?@[0-9a-f]+\\b", // an array
            "\\$\\$Lambda",
            "(?<!\\b(?:is|are|be) )\\bnull\\b")); // Some sentences are about null, also in messages of the JVM.

    /** The words of AWS's frameworks for a missing value. */
    private static final Pattern OF_AWS = Pattern.compile("Value null at '");

    private PlainText() {}

    /** Returns the first internal detail in the text; empty if there is none. */
    public static Optional<String> internalIn(String text) {
        return INTERNALS
                .matcher(OF_AWS.matcher(text.replaceAll("\\s+", " ")).replaceAll(""))
                .results()
                .map(match -> match.group())
                .findFirst();
    }

    /** Fails if the journal's printout or a text of its latest calls contains an internal detail. */
    public static void requireIn(ChimeMessagingServer chime) {
        Journal journal = chime.journal();
        List<RecordedCall> calls = journal.calls();
        Stream.concat(
                        Stream.of(journal.toString()),
                        calls.subList(Math.max(0, calls.size() - LATEST_CALLS), calls.size()).stream()
                                .flatMap(PlainText::texts))
                .forEach(text -> assertThat(internalIn(text))
                        .as("an internal detail in a text for people: %s", text)
                        .isEmpty());
    }

    private static Stream<String> texts(RecordedCall call) {
        Stream<ErrorResponse> errors = call.attempts().stream()
                .flatMap(attempt -> Stream.of(attempt.errorResponse(), attempt.auditModeDenial()))
                .flatMap(Optional::stream);
        Stream<String> authorizations =
                call.attempts().stream().map(RecordedAttempt::authorization).flatMap(Optional::stream);
        return Stream.of(
                        Stream.of(call.toString()),
                        errors.flatMap(error -> Stream.of(error.message(), error.explanation())),
                        authorizations)
                .flatMap(texts -> texts);
    }
}
