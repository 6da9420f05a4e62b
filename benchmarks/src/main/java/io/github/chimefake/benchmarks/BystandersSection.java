package io.github.chimefake.benchmarks;

import java.util.List;

/** What rules and faults cost the requests that they do not apply to. */
final class BystandersSection implements Section {
    private static final String AIM = "a hundred %s for other operations, for each request";

    /** A single batch that the machine disturbs says nothing, so ranges are those of medians. */
    private static final int GROUPS = 10;

    @Override
    public void measure(Form form, Page page) {
        Measurements measured = new FreshJvm().run(Bystanders.class, form.bystanderBatches / 2, form.bystanderBatches);
        Series none = measured.of(Bystanders.NONE);
        for (String kind : List.of(Bystanders.RULES, Bystanders.FAULTS)) {
            page.add(Aim.atMost(1, "µs", AIM.formatted(kind), more(measured.of(kind), none)));
        }
        Report report = page.heading("Rules and faults that do not apply")
                .line(
                        "A description of a channel inside the gateway, by turns in batches; a hundred rules or faults each. Ranges are those of"
                                + " ten medians.")
                .table("", "µs of processor time a call", "more than without");
        report.row("no rules and no faults", none.mediansOf(GROUPS), "");
        row(report, "rules for other operations", measured.of(Bystanders.RULES), none);
        row(report, "faults for other operations", measured.of(Bystanders.FAULTS), none);
        row(report, "both", measured.of(Bystanders.BOTH), none);
        row(report, "rules for this operation by other users", measured.of(Bystanders.RULES_OF_OTHER_USERS), none);
        row(report, "faults for this operation by other users", measured.of(Bystanders.FAULTS_OF_OTHER_USERS), none);
        row(
                report,
                "faults for this operation in other channels",
                measured.of(Bystanders.FAULTS_IN_OTHER_CHANNELS),
                none);
    }

    private static Series more(Series measured, Series none) {
        return measured.minus(none).mediansOf(GROUPS);
    }

    private static void row(Report report, String what, Series measured, Series none) {
        report.row(what, measured.mediansOf(GROUPS), more(measured, none));
    }
}
