package io.github.chimefake.internal.sweep.report;

import io.github.chimefake.internal.failures.SweptFailures;
import io.github.chimefake.internal.sweep.calls.CanonicalText;
import io.github.chimefake.internal.sweep.calls.SiteName;
import io.github.chimefake.internal.sweep.oracles.Oracles;
import io.github.chimefake.sweep.InjectedFailure;
import io.github.chimefake.sweep.SweepVerdict;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The verdicts without what changes when the code is formatted anew: line numbers and occurrences. */
final class ApprovableLines {
    private static final Pattern OCCURRENCE = Pattern.compile(" #\\d+(?= by )");

    private ApprovableLines() {}

    static List<String> of(List<SweepVerdict> verdicts) {
        return verdicts.stream()
                .flatMap(ApprovableLines::lines)
                .map(CanonicalText::of)
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> lines(SweepVerdict verdict) {
        String what = what(verdict);
        return verdict.alarms().isEmpty()
                ? Stream.of("ok " + what + ": " + verdict.outcome())
                : verdict.alarms().entrySet().stream()
                        .map(alarm -> "alarm " + alarm.getKey() + ": "
                                + (alarm.getValue().endsWith(Oracles.ALSO_WITHOUT_FAILURE)
                                        ? "each run" + Oracles.ALSO_WITHOUT_FAILURE
                                        : what));
    }

    private static String what(SweepVerdict verdict) {
        InjectedFailure last = verdict.injected();
        String before = verdict.name();
        return before.endsWith(RunName.THEN + last.name())
                ? withoutOccurrences(before.substring(
                                0, before.length() - last.name().length()))
                        + what(last)
                : what(last);
    }

    private static String withoutOccurrences(String names) {
        return OCCURRENCE.matcher(names).replaceAll("");
    }

    private static String what(InjectedFailure injected) {
        return SiteName.withoutOccurrence(injected.site()) + ", " + SweptFailures.shortName(injected.failure());
    }
}
