package io.github.chimefake.internal.failures;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Operation;
import io.github.chimefake.failures.FailurePlacement;
import io.github.chimefake.testing.GeneratedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of docs/failures.md and the file docs/failures.tsv are those of the code. */
class FailuresPageTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final List<String> COLUMNS = List.of(
            "id",
            "error",
            "errorCode",
            "status",
            "modeled",
            "layer",
            "placements",
            "provenance",
            "operations",
            "situation",
            "message");

    /** Sets that have a name, instead of a list of many operations. */
    private static final Map<Set<Operation>, String> NAMES = Map.of(
            OperationSets.EVERY,
            "all",
            OperationSets.WITH_BEARER,
            "those with a bearer",
            OperationSets.WITHOUT_BEARER,
            "those without a bearer",
            OperationSets.modeling(ChimeError.BAD_REQUEST),
            "all except GetMessagingSessionEndpoint");

    private static final int MOST_NAMES = 6;

    @Test
    void thePageShowsTheTable() throws IOException {
        new GeneratedFile(DOCS.resolve("failures.md"))
                .requireParts(part -> part.equals("failures") ? failures() : operations());
    }

    @Test
    void theFileForOtherLanguagesHasTheTable() throws IOException {
        String rows = FailureTable.rows().stream()
                .map(FailuresPageTest::fields)
                .map(fields -> String.join("\t", fields) + "\n")
                .collect(joining());

        new GeneratedFile(DOCS.resolve("failures.tsv")).require(String.join("\t", COLUMNS) + "\n" + rows);
    }

    private static List<String> fields(FailureRow row) {
        Optional<ChimeError> error = row.error();
        return List.of(
                row.id(),
                error.map(Enum::name).orElse(""),
                error.map(each -> isOfOneMember(row) ? each.code().orElseThrow() : each.errorType())
                        .orElse(""),
                status(row),
                error.map(ChimeError::isModeled).map(String::valueOf).orElse(""),
                row.layer().map(Enum::name).orElse(""),
                names(row.placements(), " "),
                row.provenance().name(),
                row.operations().equals(OperationSets.EVERY) ? "*" : names(row.operations(), " "),
                row.situation(),
                row.message());
    }

    private static boolean isOfOneMember(FailureRow row) {
        return row.placements().contains(FailurePlacement.BATCH_MEMBER);
    }

    /** Returns the status of the error response; the call succeeds if only a member fails. */
    private static String status(FailureRow row) {
        return row.error()
                .filter(error -> !isOfOneMember(row))
                .map(error -> String.valueOf(error.status()))
                .orElse("");
    }

    private static String names(Set<?> values, String separator) {
        return values.stream()
                .map(value -> value instanceof Operation operation ? operation.awsName() : value.toString())
                .collect(joining(separator));
    }

    private static String failures() {
        return Stream.concat(Stream.of(Layer.values()).map(Optional::of), Stream.of(Optional.<Layer>empty()))
                .filter(layer -> rows(layer).findAny().isPresent())
                .map(FailuresPageTest::table)
                .collect(joining("\n"));
    }

    private static Stream<FailureRow> rows(Optional<Layer> layer) {
        return FailureTable.rows().stream().filter(row -> row.layer().equals(layer));
    }

    private static String table(Optional<Layer> layer) {
        return "### " + layer.map(present -> "`" + present.name() + "`").orElse("The service itself and the network")
                + "\n| id | situation | exception | status | placements | operations | mark |\n"
                + "| --- | --- | --- | --- | --- | --- | --- |\n"
                + rows(layer).map(FailuresPageTest::row).collect(joining());
    }

    private static String row(FailureRow row) {
        return "| `" + row.id() + "` | " + row.situation() + " | " + exception(row) + " | "
                + status(row) + " | "
                + row.placements().stream()
                        .map(placement -> "`" + placement + "`")
                        .collect(joining(", ")) + " | "
                + words(row.operations()) + " | " + row.provenance().name().toLowerCase(Locale.ROOT) + " |\n";
    }

    private static String exception(FailureRow row) {
        return row.error()
                .map(error -> isOfOneMember(row)
                        ? "none; `" + error.code().orElseThrow() + "` in the response"
                        : "`" + error.errorType() + "`" + (error.isModeled() ? "" : " as error code"))
                .orElse("`SdkClientException`");
    }

    private static String words(Set<Operation> operations) {
        return Optional.ofNullable(NAMES.get(operations))
                .orElseGet(() -> operations.size() > MOST_NAMES
                        ? operations.size() + " of " + Operation.values().length + ", see below"
                        : names(operations, ", "));
    }

    private static String operations() {
        return "| operation | failures |\n| --- | --- |\n"
                + Stream.of(Operation.values())
                        .map(operation -> "| " + operation + " | " + ownFailures(operation) + " |\n")
                        .collect(joining());
    }

    /** The failures of an operation that not all meet. */
    private static String ownFailures(Operation operation) {
        return FailureTable.rows().stream()
                .filter(row -> row.operations().contains(operation))
                .filter(row -> !row.operations().equals(OperationSets.EVERY))
                .map(row -> "`" + row.id() + "`")
                .collect(toCollection(LinkedHashSet::new))
                .stream()
                .collect(joining(", "));
    }
}
