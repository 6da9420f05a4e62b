package io.github.chimefake.internal.sweep.report;

import io.github.chimefake.sweep.SweepReport;
import io.github.chimefake.sweep.SweepSite;
import io.github.chimefake.sweep.SweepVerdict;
import java.util.List;
import java.util.stream.Stream;

/** A report. */
public record Report(
        String test,
        List<SweepSite> sites,
        List<SweepVerdict> verdicts,
        int skippedAsEquivalent,
        int skippedByLimit,
        List<String> notes)
        implements SweepReport {
    public Report {
        sites = List.copyOf(sites);
        verdicts = List.copyOf(verdicts);
        notes = Stream.concat(notes.stream(), DifferingDenials.notes(verdicts).stream())
                .distinct() // A report that was read has them already.
                .toList();
    }

    @Override
    public List<SweepVerdict> alarms() {
        return verdicts.stream().filter(verdict -> !verdict.alarms().isEmpty()).toList();
    }

    @Override
    public List<String> approvableLines() {
        return ApprovableLines.of(verdicts);
    }

    @Override
    public String toJson() {
        return ReportJson.of(this).toIndentedJson();
    }

    @Override
    public String toHtml() {
        return ReportHtml.of(ReportJson.of(this));
    }

    @Override
    public String toString() {
        return ReportText.of(this);
    }
}
