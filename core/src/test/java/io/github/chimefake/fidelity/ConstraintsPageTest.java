package io.github.chimefake.fidelity;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Operation;
import io.github.chimefake.internal.constraints.DocumentedConstraint;
import io.github.chimefake.internal.constraints.DocumentedConstraints;
import io.github.chimefake.testing.GeneratedFile;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The tables of docs/constraints.md are those of the code. */
@Tag("slow")
class ConstraintsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "constraints.md");

    @Test
    void thePageShowsTheTablesOfTheCode() throws IOException {
        new GeneratedFile(PAGE).requireParts(part -> tables());
    }

    private static String tables() {
        return DocumentedConstraints.GROUPS.stream()
                .map(ConstraintsPageTest::table)
                .collect(joining("\n"));
    }

    private static String table(DocumentedConstraints.Group group) {
        return group.constraints().stream()
                .map(ConstraintsPageTest::row)
                .collect(joining(
                        "",
                        "## " + group.title() + "\n| operations | members | valid | else | mark | source |\n"
                                + "| --- | --- | --- | --- | --- | --- |\n",
                        ""));
    }

    private static String row(DocumentedConstraint constraint) {
        ChimeError error = constraint.error();
        return "| " + anchor(constraint)
                + constraint.operations().stream().map(Operation::awsName).collect(joining(", ")) + " | "
                + constraint.members() + " | " + constraint.rule() + " | " + error.status() + " `"
                + error.errorType() + "` | " + ConstraintRows.marks(constraint) + " | " + constraint.source() + " |\n";
    }

    private static String anchor(DocumentedConstraint constraint) {
        return RowId.of(constraint).map(id -> "<a id=\"" + id + "\"></a>").orElse("");
    }
}
