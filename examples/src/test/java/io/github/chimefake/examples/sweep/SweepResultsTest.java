package io.github.chimefake.examples.sweep;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.examples.sweep.SweepCase.Kind;
import io.github.chimefake.examples.sweep.heldout.HeldOutCases;
import io.github.chimefake.sweep.Sweep;
import io.github.chimefake.sweep.SweepEngine;
import io.github.chimefake.sweep.SweepReport;
import io.github.chimefake.sweep.SweepSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a sweep finds in methods with planted bugs, and of what it accuses correct ones. {@code -Dpages.write=true} writes the table anew,
 * as it came out.
 */
@Tag("thorough")
class SweepResultsTest {
    private static final Path TABLE = Path.of("../docs/sweep-results.md");

    private static final List<String> HEAD = List.of(
            "# What the sweep finds in methods with planted bugs",
            "[Sweeps](sweep.md) of methods with bugs that are known, and of correct ones, by the default failures and [oracles](sweep-oracles.md)."
                    + " Made by `SweepResultsTest` of the examples, which `.ci/thorough` runs; [verdicts](sweep-verdicts.md#what-it-finds-and-what-it-does-not) sums it up.",
            "",
            "A bug that a *change* made is a mechanical change of a correct method: a catch, rethrow or token removed, a condition"
                    + " negated, two calls swapped. The bugs of the first collection were there before the oracles were; those of the"
                    + " second were written later, in other services, without knowledge of the oracles.",
            "");

    private static <T> SweepReport sweep(ChimeMessagingServer chime, SweepCase<T> swept) throws Exception {
        SweepSettings settings = SweepSettings.defaults().timeLimit(Duration.ofSeconds(4));
        SweepSettings declared = settings.bestEffort(swept.bestEffort());
        return SweepEngine.of(swept.name(), declared).sweep(chime, sweep -> {
            World world = swept.start(chime);
            Sweep.SweptOutcome<T> outcome = sweep.run(() -> swept.body().run(world));
            swept.assertions().check(world, outcome.value());
        });
    }

    @Test
    void theTableIsWhatComesOut() throws Exception {
        List<String> lines = new ArrayList<>(HEAD);
        try (ChimeMessagingServer chime = ChimeMessagingServer.start()) {
            addSection(lines, "Written before the rules", chime, SweepCases.bugs(), SweepCases.correctOnes());
            lines.add("");
            addSection(lines, "Written after the rules", chime, HeldOutCases.bugs(), HeldOutCases.correctOnes());
        }
        compare(lines);
    }

    private static void addSection(
            List<String> lines,
            String heading,
            ChimeMessagingServer chime,
            List<SweepCase<?>> bugs,
            List<SweepCase<?>> correctOnes)
            throws Exception {
        List<String> found = new ArrayList<>();
        List<String> innocent = new ArrayList<>();
        for (SweepCase<?> swept : bugs) {
            found.add("| " + swept.name() + " | " + (swept.kind() == Kind.MUTATED ? "change" : "written") + " | "
                    + swept.planted() + " | " + outcome(chime, swept, "missed") + " |");
        }
        for (SweepCase<?> swept : correctOnes) {
            innocent.add("| " + swept.name() + " | " + (swept.bestEffort().isEmpty() ? "" : swept.bestEffort()) + " | "
                    + outcome(chime, swept, "") + " |");
        }
        lines.add("## " + heading);
        lines.addAll(table(found, innocent));
    }

    private static String outcome(ChimeMessagingServer chime, SweepCase<?> swept, String none) throws Exception {
        try {
            return oracles(sweep(chime, swept), none);
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageStartingWith("Nothing was swept");
            return none;
        }
    }

    /** Returns the oracles that raised an alarm, each with the failures that it did so for. */
    private static String oracles(SweepReport report, String none) {
        Map<String, TreeSet<String>> failures = report.approvableLines().stream()
                .filter(line -> line.startsWith("alarm "))
                .collect(groupingBy(
                        line -> line.substring("alarm ".length(), line.indexOf(':')),
                        TreeMap::new,
                        mapping(line -> line.substring(line.lastIndexOf(", ") + 2), toCollection(TreeSet::new))));
        return failures.isEmpty()
                ? none
                : failures.entrySet().stream()
                        .map(each -> "**" + each.getKey() + "**: " + String.join(", ", each.getValue()))
                        .collect(joining("; "));
    }

    private static List<String> table(List<String> found, List<String> innocent) {
        List<String> lines = new ArrayList<>();
        long missed = found.stream().filter(line -> line.endsWith("| missed |")).count();
        lines.add("Found: " + (found.size() - missed) + " of " + found.size() + " planted bugs.");
        lines.add("");
        lines.add("| method | made by | planted | found by, for |");
        lines.add("| --- | --- | --- | --- |");
        lines.addAll(found);
        lines.add("");
        long accused = innocent.stream().filter(line -> !line.endsWith("|  |")).count();
        lines.add("Accused: " + accused + " of " + innocent.size() + " correct methods.");
        lines.add("");
        lines.add("| method | declared best effort | false alarms |");
        lines.add("| --- | --- | --- |");
        lines.addAll(innocent);
        return lines;
    }

    private static void compare(List<String> lines) throws IOException {
        if (Boolean.getBoolean("pages.write")) {
            Files.write(TABLE, lines);
        }
        assertThat(Files.readAllLines(TABLE))
                .as("%s; write it anew with -Dpages.write=true", TABLE)
                .isEqualTo(lines);
    }
}
