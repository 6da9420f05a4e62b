package io.github.chimefake.benchmarks;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What is written while it is measured: the aims, which stand first, and the details. */
final class Page {
    private final List<Aim> aims = new ArrayList<>();
    private final Report details = new Report();

    void add(Aim aim) {
        aims.add(aim);
    }

    /** Begins a section. */
    Report heading(String text) {
        return details.heading(text);
    }

    /**
     * Returns the page.
     *
     * @param benchmarks what Maven was told to measure
     */
    Report finished(String title, String summary, String benchmarks) {
        Report report = new Report()
                .line("# " + title)
                .line(summary + " Written by `mvn -Pbenchmarks -pl benchmarks -am -DskipTests -Dbenchmarks="
                        + benchmarks
                        + " verify`, which ran everything on this page in one go, on "
                        + LocalDate.now(ZoneOffset.UTC) + ": " + Machine.describe() + ".")
                .line(
                        "Figures are medians with their ranges. Ratios carry over to other machines better than figures do.")
                .heading("The aims");
        addAims(report);
        return report.line(details.toString());
    }

    /** Returns what was measured, as a part of another page. */
    Report part() {
        Report report = new Report()
                .line("")
                .line("Measured in one run on " + LocalDate.now(ZoneOffset.UTC) + ": " + Machine.describe()
                        + ". Figures are medians with their ranges.");
        addAims(report);
        return report.line(details.toString()).line("");
    }

    private void addAims(Report report) {
        report.table("of what", "aim", "measured", "");
        aims.forEach(aim -> report.line(aim.toRow()));
    }
}
