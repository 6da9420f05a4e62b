package io.github.chimefake.fidelity;

import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** docs/fidelity.tsv: the rows that people write, and behind them those that come from tables of the code. */
record FidelityData(List<FidelityRow> rows) {
    static final Path FILE = Path.of("..", "docs", "fidelity.tsv");

    static FidelityData read() throws IOException {
        List<String> lines = Files.readAllLines(FILE);
        if (!lines.get(0).equals(FidelityRow.HEADER)) {
            throw new IllegalArgumentException("The first line of " + FILE + " is not the header: " + lines.get(0));
        }
        return new FidelityData(lines.stream().skip(1).map(FidelityRow::parse).toList());
    }

    /** Returns these rows, with the evidence of the code where it decides, and with the tables of the code. */
    FidelityData accordingTo(CodeStatements statements) {
        return new FidelityData(Stream.concat(written().map(statements::applyTo), CodeTables.rows(statements))
                .toList());
    }

    /** Returns the rows that people write. */
    Stream<FidelityRow> written() {
        return rows.stream().filter(row -> !CodeTables.SECTIONS.contains(row.section()));
    }

    Map<String, List<FidelityRow>> bySection() {
        return rows.stream().collect(groupingBy(FidelityRow::section, LinkedHashMap::new, Collectors.toList()));
    }

    String text() {
        return Stream.concat(Stream.of(FidelityRow.HEADER), rows.stream().map(FidelityRow::line))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
