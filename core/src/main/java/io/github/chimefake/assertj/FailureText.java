package io.github.chimefake.assertj;

import io.github.chimefake.internal.journal.JournalSnapshot;
import io.github.chimefake.journal.RecordedCall;
import java.util.List;
import java.util.stream.Stream;

/** The text of a failed assertion: what was asked, the calls that explain the failure, and the journal. */
final class FailureText {
    private static final String LINE = System.lineSeparator();
    private static final String INDENTATION = "    ";
    private static final int MOST_CALLS = 10;

    private final JournalSnapshot journal;
    private final StringBuilder text = new StringBuilder(LINE);

    /**
     * Starts a text.
     *
     * @param first the first line, which says what was asked and what is so
     */
    FailureText(JournalSnapshot journal, String first) {
        this.journal = journal;
        text.append(first).append(LINE);
    }

    /** Adds a line for each of these calls; after the first ten, the number of the others. */
    FailureText withCalls(List<RecordedCall> calls) {
        calls.stream().limit(MOST_CALLS).forEach(call -> indented(journal.describe(call)));
        if (calls.size() > MOST_CALLS) {
            indented("and " + (calls.size() - MOST_CALLS) + " more");
        }
        return this;
    }

    /** Adds these lines below a heading, unless there are none. */
    FailureText with(String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append(heading).append(LINE);
            lines.forEach(this::indented);
        }
        return this;
    }

    /** Adds the nearest misses, if there are any. */
    FailureText withNearest(Stream<Criterion<RecordedCall>> criteria) {
        return with(
                "Nearest misses:",
                new NearestMisses<>(journal.calls(), criteria.toList(), "call", journal::describe).lines());
    }

    private void indented(String line) {
        text.append(INDENTATION).append(line).append(LINE);
    }

    /** Returns the text, with the journal at its end. */
    @Override
    public String toString() {
        return text + "Received in all:" + LINE + journal;
    }
}
