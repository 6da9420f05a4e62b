package io.github.chimefake.internal.journal;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.internal.background.FinishedWork;
import io.github.chimefake.journal.RecordedWork;
import java.util.List;

/**
 * Background work in the journal.
 *
 * @param work what was done
 * @param after the number of the last request that was received before
 * @param printsTexts whether its printout contains texts of the user's code
 */
record JournalWork(FinishedWork work, long after, boolean printsTexts) implements RecordedWork, JournalNote {
    @Override
    public String description() {
        return work.description();
    }

    @Override
    public String outcome() {
        return work.outcome() + work.detail().map(detail -> " (" + detail + ")").orElse("");
    }

    @Override
    public String cause() {
        return work.cause();
    }

    @Override
    public boolean ordinary() {
        return work.ordinary();
    }

    @Override
    public String texts() {
        return description() + " " + outcome() + " " + cause();
    }

    @Override
    public List<String> lines(PrintStyle style) {
        return List.of("later: " + line(style));
    }

    private String line(PrintStyle style) {
        return style.names()
                .in(description() + " " + (style.printsTexts() ? outcome() : work.outcome()) + "; caused by "
                        + cause());
    }

    @Override
    public String toString() {
        return LineWrap.wrap(line(new PrintStyle(ArnNames.ofTexts(texts()), printsTexts))).stream()
                .collect(joining(System.lineSeparator()));
    }
}
