package io.github.chimefake.fidelity;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.Provenance;
import io.github.chimefake.testing.GeneratedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What docs/fidelity.tsv says of the evidence is what the code says, and the pages show it. */
@Tag("slow")
@TestInstance(Lifecycle.PER_CLASS) // Reads all classes of the main code once.
class FidelityTest {
    /** An error response that a client can receive. */
    private static final Pattern ERROR = Pattern.compile("^(the same )?(400|401|403|404|409|429)\\b");

    /** Tables whose rows are on pages that are written from them: docs/constraints.md and docs/failures.md. */
    private static final Set<String> TABLES = Set.of("constraints.DocumentedConstraint", "failures.FailureTable");

    private final CodeStatements code = CodeStatements.ofMainCode();
    private final FidelityData data = FidelityData.read().accordingTo(code);

    FidelityTest() throws IOException {}

    @Test
    void theFileHasTheEvidenceAndTheTablesOfTheCode() throws IOException {
        new GeneratedFile(FidelityData.FILE).require(data.text());
    }

    @Test
    void thePagesShowTheFile() throws IOException {
        FidelityPages pages = FidelityPages.read();

        assertThat(pages.sections())
                .as("the sections of the file, each on one page")
                .containsExactlyInAnyOrderElementsOf(data.bySection().keySet());
        for (Map.Entry<Path, String> page : pages.showing(data).texts().entrySet()) {
            new GeneratedFile(page.getKey()).require(page.getValue());
        }
    }

    @Test
    void everyStatementOfTheCodeHasARow() {
        assertThat(code.statements()).hasSizeGreaterThan(100);
        assertThat(code.statements().entrySet().stream()
                        .filter(statement -> !TABLES.contains(statement.getKey().replaceFirst("#.*", "")))
                        .flatMap(statement -> statement.getValue().stream()
                                .filter(mark -> !hasRow(statement.getKey(), mark))
                                .map(mark -> mark + " " + statement.getKey())))
                .as("statements that no row with this mark names in its column code")
                .isEmpty();
    }

    private boolean hasRow(String statement, Provenance mark) {
        return data.rows().stream()
                .filter(row -> row.provenance().contains(mark))
                .flatMap(row -> row.code().stream())
                .anyMatch(place -> CodeStatements.isAbout(place, statement));
    }

    @Test
    void everyRowHasTheCodeThatItNames() {
        assertThat(places(data.rows().stream(), (row, place) -> !code.exists(place)))
                .as("places that do not exist below io.github.chimefake.internal")
                .isEmpty();
        assertThat(places(data.written(), (row, place) -> !row.agreesWith(code.in(place))))
                .as("places that state other marks than their row, which was not made from the code")
                .isEmpty();
    }

    private List<String> places(Stream<FidelityRow> rows, BiPredicate<FidelityRow, String> selected) {
        return rows.flatMap(row -> row.code().stream()
                        .filter(place -> selected.test(row, place))
                        .map(place -> row.id() + " " + row.provenance() + ": " + place + " " + code.in(place)))
                .toList();
    }

    @Test
    void everyRowAboutAnErrorResponseNamesItsCode() {
        assertThat(data.written()
                        .filter(row -> ERROR.matcher(row.behavior()).find())
                        .filter(not(FidelityRow::isOfTheFakeAlone))
                        .filter(row -> row.code().isEmpty())
                        .map(FidelityRow::id))
                .isEmpty();
    }

    @Test
    void idsAreUnique() {
        assertThat(data.rows()).extracting(FidelityRow::id).doesNotHaveDuplicates();
    }

    @Test
    void remarksNameTheMarksOfTheirRows() {
        assertThat(data.rows().stream()
                        .filter(row -> !named(row.remark()).isEmpty())
                        .filter(row -> !named(row.remark()).equals(row.evidence()))
                        .map(row -> row.id() + " " + row.provenance() + ": " + row.remark()))
                .isEmpty();
    }

    private static Set<Provenance> named(String remark) {
        return Stream.of(Provenance.values())
                .filter(mark -> mark != Provenance.REQUESTED)
                .filter(mark -> remark.contains(mark.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Provenance.class)));
    }
}
