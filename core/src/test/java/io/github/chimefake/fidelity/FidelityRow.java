package io.github.chimefake.fidelity;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.Provenance;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One line of docs/fidelity.tsv.
 *
 * @param id its anchor on the page, unique in the file
 * @param section decides the page and the table
 * @param situation operation or situation
 * @param behavior what the fake does; empty if the situation says it
 * @param provenance the evidence; several values if it differs between parts of the behavior
 * @param remark which part has which evidence, or a reason; empty if the provenance says all
 * @param source where the evidence is, or why the behavior was chosen; may be empty
 * @param code the classes and methods that behave like this, below {@code io.github.chimefake.internal}
 */
record FidelityRow(
        String id,
        String section,
        String situation,
        String behavior,
        Set<Provenance> provenance,
        String remark,
        String source,
        List<String> code) {
    static final String HEADER = "id\tsection\tsituation\tbehavior\tprovenance\tremark\tsource\tcode";

    private static final int COLUMNS = HEADER.split("\t").length;

    static FidelityRow parse(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalArgumentException("A line has " + cells.length + " columns. Valid are " + COLUMNS + " ("
                    + HEADER.replace("\t", ", ") + "), separated by tabs: " + line);
        }
        return new FidelityRow(
                cells[0],
                cells[1],
                cells[2],
                cells[3],
                Stream.of(cells[4].split("\\+"))
                        .map(name -> Provenance.valueOf(name.toUpperCase(Locale.ROOT)))
                        .collect(() -> EnumSet.noneOf(Provenance.class), Set::add, Set::addAll),
                cells[5],
                cells[6],
                cells[7].isEmpty() ? List.of() : List.of(cells[7].split("; ")));
    }

    String line() {
        return String.join(
                "\t", id, section, situation, behavior, provenanceText(), remark, source, String.join("; ", code));
    }

    FidelityRow withProvenance(Provenance other) {
        return new FidelityRow(id, section, situation, behavior, EnumSet.of(other), remark, source, code);
    }

    /** Returns what the column "mark" of a page shows. */
    String mark() {
        if (!remark.isEmpty()) {
            return remark;
        }
        return isOfTheFakeAlone() ? "the fake's own" : provenanceText().replace("+", ", ");
    }

    /** Returns whether AWS has no part in it. */
    boolean isOfTheFakeAlone() {
        return provenance.equals(EnumSet.of(Provenance.REQUESTED));
    }

    /** Returns the marks that speak of AWS. */
    Set<Provenance> evidence() {
        Set<Provenance> evidence = EnumSet.copyOf(provenance);
        evidence.remove(Provenance.REQUESTED);
        return evidence;
    }

    /** Returns whether a statement of the code with this evidence may be about this row. */
    boolean agreesWith(Set<Provenance> marks) {
        return marks.isEmpty() || !Collections.disjoint(provenance, marks);
    }

    private String provenanceText() {
        return provenance.stream().sorted().map(FidelityRow::text).collect(joining("+"));
    }

    static String text(Provenance provenance) {
        return provenance.name().toLowerCase(Locale.ROOT);
    }
}
