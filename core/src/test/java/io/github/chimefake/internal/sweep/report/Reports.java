package io.github.chimefake.internal.sweep.report;

import static io.github.chimefake.internal.sweep.SweepValues.failure;
import static io.github.chimefake.internal.sweep.SweepValues.site;

import io.github.chimefake.Operation;
import io.github.chimefake.sweep.InjectedFailure;
import io.github.chimefake.sweep.SweepOracle;
import io.github.chimefake.sweep.SweepReport;
import io.github.chimefake.sweep.SweepSite;
import io.github.chimefake.sweep.SweepVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes reports. */
final class Reports {
    private final String test;
    private final List<SweepSite> sites = new ArrayList<>();
    private final List<SweepVerdict> verdicts = new ArrayList<>();

    private Reports(String test) {
        this.test = test;
    }

    static Reports of(String test) {
        return new Reports(test);
    }

    /** Adds a call, which threw when it was denied. */
    Reports good(String... lines) {
        return verdict("role", "threw ForbiddenException", Map.of(), lines);
    }

    /** Adds a call for whose failure there is an alarm. */
    Reports alarm(SweepOracle oracle, String failure, String... lines) {
        return verdict(failure, "passed", Map.of(oracle, "the reason"), lines);
    }

    Reports verdict(String failure, String outcome, Map<SweepOracle, String> alarms, String... lines) {
        SweepSite site = sites.stream()
                .filter(each -> each.lines().equals(List.of(lines)))
                .findFirst()
                .orElseGet(() -> site(Operation.SEND_CHANNEL_MESSAGE, sites.size() + 1, lines));
        if (!sites.contains(site)) {
            sites.add(site);
        }
        InjectedFailure injected = failure(site, failure);
        verdicts.add(new Verdict(injected.name(), injected, outcome, alarms));
        return this;
    }

    SweepReport report() {
        return new Report(test, sites, verdicts, 0, 0, List.of());
    }
}
