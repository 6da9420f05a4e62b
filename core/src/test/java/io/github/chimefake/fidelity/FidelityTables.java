package io.github.chimefake.fidelity;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.Operation;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rows of the data as tables of Markdown. */
final class FidelityTables {
    /** A line of the counts. */
    record Counted(String title, List<FidelityRow> rows) {}

    private FidelityTables() {}

    /** Returns the table of a section; without a column that is empty in all rows. */
    static String rows(List<FidelityRow> rows) {
        boolean behavior = rows.stream().anyMatch(row -> !row.behavior().isEmpty());
        boolean source = rows.stream().anyMatch(row -> !row.source().isEmpty());
        String head =
                "| situation |" + (behavior ? " behavior |" : "") + " mark |" + (source ? " source or reason |" : "");
        return rows.stream()
                .map(row -> "| <a id=\"" + row.id() + "\"></a>" + row.situation()
                        + (behavior ? " | " + row.behavior() : "")
                        + " | " + row.mark()
                        + (source ? " | " + row.source() : "")
                        + " |\n")
                .collect(joining("", head + "\n" + ruler(head), ""));
    }

    /** Returns how many rows of each kind there are, by section and together. */
    static String counts(List<Counted> sections, List<FidelityRow> all) {
        String head = Stream.of(EvidenceKind.values())
                .map(EvidenceKind::label)
                .collect(joining(" | ", "| section | ", " | all |"));
        return Stream.concat(sections.stream(), Stream.of(new Counted("all", all)))
                .map(counted -> "| " + counted.title() + " | "
                        + Stream.of(EvidenceKind.values())
                                .map(kind -> count(counted.rows(), kind))
                                .collect(joining(" | "))
                        + " | " + counted.rows().size() + " |\n")
                .collect(joining("", head + "\n" + ruler(head), ""));
    }

    /** Returns how many rows of each kind there are, without those that do not speak of AWS. */
    static String evidence(List<FidelityRow> all) {
        List<EvidenceKind> kinds = Stream.of(EvidenceKind.values())
                .filter(kind -> kind != EvidenceKind.OWN)
                .toList();
        String head = kinds.stream().map(EvidenceKind::label).collect(joining(" | ", "| ", " |"));
        return head + "\n" + ruler(head)
                + kinds.stream().map(kind -> count(all, kind)).collect(joining(" | ", "| ", " |\n"));
    }

    private static String count(List<FidelityRow> rows, EvidenceKind kind) {
        long count = rows.stream().filter(row -> EvidenceKind.of(row) == kind).count();
        return count == 0 ? "" : Long.toString(count);
    }

    private static String ruler(String head) {
        return head.replaceAll("[^|]+", " --- ") + "\n";
    }

    /** Returns whether a row is about an operation, or names a class that is called like it. */
    static boolean names(FidelityRow row, Operation operation) {
        Pattern name = Pattern.compile("\\b" + operation.awsName() + "\\b");
        return Stream.concat(Stream.of(row.situation(), row.behavior(), row.source()), row.code().stream())
                .anyMatch(text -> name.matcher(text).find());
    }

    /** Returns a link to the row. */
    static String link(FidelityRow row, String page) {
        String text = row.situation().replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1");
        return "[" + text + "](" + page + "#" + row.id() + ")";
    }
}
