package io.github.chimefake.benchmarks;

import io.github.chimefake.benchmarks.comparison.Comparison;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Measures everything and writes the page of results. Arguments: the {@linkplain Form form} in lower case,
 * where the results of the shorter forms go, and where those of the full one. With {@code comparison} in place of a form, only the
 * {@linkplain Comparison comparison} is written.
 */
public final class Benchmarks {
    private static final String KEPT_FROM = "## What stands behind the figures";
    private static final List<Section> SECTIONS = List.of(
            new ColdStartSection(),
            new WarmStartSection(),
            new LoadSection(),
            new DelaysSection(),
            new SuiteSection(),
            new GatewaySection(),
            new BystandersSection(),
            new ProfileSection(),
            new FlatnessSection(),
            new FootprintSection());

    private Benchmarks() {}

    public static void main(String[] arguments) {
        Path comparison = Path.of(arguments[2]).resolveSibling("comparison.md");
        if (arguments[0].equals("comparison")) {
            new FreshJvm("-XX:TieredStopAtLevel=1").run(Comparison.class, "write", comparison);
            return;
        }
        Form form = Form.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        Path file = Path.of(arguments[form == Form.FULL ? 2 : 1]);
        new FreshJvm("-XX:TieredStopAtLevel=1")
                .run(Comparison.class, form == Form.FULL ? "write" : "check", comparison);
        Page page = new Page();
        for (Section section : SECTIONS) {
            System.err.println("Measuring: " + section.getClass().getSimpleName());
            section.measure(form, page);
        }
        Report report = page.finished(form);
        report.writeTo(file, KEPT_FROM);
        System.out.println(report);
    }
}
