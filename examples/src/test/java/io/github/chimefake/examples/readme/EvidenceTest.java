package io.github.chimefake.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README says how many rows of the fidelity page are documented, observed and assumed. */
class EvidenceTest {
    /** A row counts as the weakest of the marks that it names. */
    private static final List<String> MARKS = List.of("assumed", "observed", "documented");

    private static Stream<Path> fidelity() {
        Path docs = Documentation.root().resolve("docs");
        return Documentation.pages().stream()
                .filter(page -> page.startsWith(docs.resolve("fidelity")) || page.equals(docs.resolve("fidelity.md")));
    }

    private static List<String> marks(String page) {
        List<String> marks = new ArrayList<>();
        int column = -1;
        boolean inTable = false;
        for (String line : page.lines().toList()) {
            if (!line.startsWith("|")) {
                inTable = false;
                continue;
            }
            List<String> cells = Stream.of(line.substring(1).split("(?<!\\\\)\\|", -1))
                    .map(String::strip)
                    .toList();
            if (!inTable) {
                inTable = true;
                column = cells.indexOf("mark");
            } else if (column >= 0) {
                marks.add(cells.get(column));
            }
        }
        return marks;
    }

    @Test
    void readmeHasTheCounts() {
        Map<String, Long> counts = new TreeMap<>();
        fidelity()
                .map(Documentation::text)
                .flatMap(page -> marks(page).stream())
                .forEach(mark -> MARKS.stream()
                        .filter(mark::contains)
                        .findFirst()
                        .ifPresent(weakest -> counts.merge(weakest, 1L, Long::sum)));

        assertThat(Documentation.text(Documentation.root().resolve("README.md")))
                .contains("| " + counts.get("documented") + " | " + counts.get("observed") + " | "
                        + counts.get("assumed") + " |");
    }
}
