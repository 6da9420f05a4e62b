package io.github.chimefake.constraints;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Operation;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.constraints.DocumentedConstraint;
import io.github.chimefake.internal.constraints.DocumentedConstraints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The tables of docs/constraints.md are those of the code. */
class ConstraintsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "constraints.md");
    private static final String START = "<!-- tables -->\n";
    private static final String END = "<!-- end of tables -->\n";
    private static final String WRITE = "constraints.write";

    @Test
    void thePageShowsTheTablesOfTheCode() throws IOException {
        String page = Files.readString(PAGE);
        String before = page.substring(0, page.indexOf(START) + START.length());
        String after = page.substring(page.indexOf(END));
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(PAGE, before + tables() + after);
            return;
        }
        assertThat(page.substring(before.length(), page.length() - after.length()))
                .as("the tables of docs/constraints.md; run this test with -D" + WRITE + "=true to write them anew")
                .isEqualTo(tables());
    }

    private static String tables() {
        List<String> lines = new ArrayList<>();
        for (DocumentedConstraints.Group group : DocumentedConstraints.GROUPS) {
            lines.add("");
            lines.add("## " + group.title());
            lines.add("| operations | members | valid | else | mark | source |");
            lines.add("| --- | --- | --- | --- | --- | --- |");
            group.constraints().forEach(constraint -> lines.add(row(constraint)));
        }
        lines.add("");
        return String.join("\n", lines) + "\n";
    }

    private static String row(DocumentedConstraint constraint) {
        ChimeError error = constraint.error();
        return "| " + constraint.operations().stream().map(Operation::awsName).collect(joining(", ")) + " | "
                + constraint.members() + " | " + constraint.rule() + " | " + error.status() + " `"
                + error.errorType() + "` | " + marks(constraint) + " | " + constraint.source() + " |";
    }

    private static String marks(DocumentedConstraint constraint) {
        String rule = mark(constraint.provenance());
        String error = mark(constraint.errorProvenance());
        return rule.equals(error) ? rule : rule + "; the error " + error;
    }

    private static String mark(Provenance provenance) {
        return provenance.name().toLowerCase(Locale.ROOT);
    }
}
